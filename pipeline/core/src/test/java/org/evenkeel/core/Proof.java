package org.evenkeel.core;

import java.util.Locale;

/** How often a proof is repeated: a sample in every build, the full count on demand. Both print their count. */
public final class Proof {
    private Proof() {}

    /** The count in force: {@code sample}, or {@code full} with {@code -Pproof}. */
    public static int count(int sample, int full) {
        return System.getProperty("evenkeel.proof", "sample").equals("full") ? full : sample;
    }

    /** Prints what was proved and how often. */
    public static void print(String what, long count) {
        System.out.printf(Locale.UK, "proof: %s: %,d%n", what, count);
    }
}
