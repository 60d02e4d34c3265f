package org.evenkeel.reports;

import java.util.List;

/**
 * How much is held to the standards of accessible and lasting documents: everything where a change is judged (the profiles ci and
 * proof), in every other build a part of it that the tests print.
 */
public final class Judged {
    private Judged() {}

    /** Whether a change is judged. */
    public static boolean everything() {
        return System.getProperty("evenkeel.conformance", "sample").equals("every");
    }

    /** All of these, or the first few. */
    public static <T> List<T> firstOf(List<T> all, int few) {
        return everything() ? all : all.subList(0, Math.min(few, all.size()));
    }
}
