package org.evenkeel.core.cohort;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order people expect of labels: runs of digits by their number, the rest by character, "not stated" last. Total. */
public enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    private static final Pattern RUN = Pattern.compile("\\d+|\\D+");

    @Override
    public int compare(String left, String right) {
        boolean leftUnstated = left.equals(Profile.NOT_STATED);
        boolean rightUnstated = right.equals(Profile.NOT_STATED);
        if (leftUnstated || rightUnstated) {
            return Boolean.compare(leftUnstated, rightUnstated);
        }
        Matcher a = RUN.matcher(left);
        Matcher b = RUN.matcher(right);
        while (true) {
            boolean moreLeft = a.find();
            boolean moreRight = b.find();
            if (!moreLeft || !moreRight) {
                return moreLeft ? 1 : moreRight ? -1 : left.compareTo(right);
            }
            int order = compareRuns(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareRuns(String left, String right) {
        boolean numbers = isNumber(left) && isNumber(right);
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }

    private static boolean isNumber(String run) {
        return run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }
}
