package org.evenkeel.spark;

import java.util.Locale;

/** How much a proof tries: a seeded sample in every build, the full count on request. */
public final class Proof {
    private Proof() {}

    /** The count for this build. */
    public static int count(int sample, int full) {
        return System.getProperty("evenkeel.proof", "sample").equals("full") ? full : sample;
    }

    /** Prints what was tried. */
    public static void print(String format, Object... values) {
        System.out.println("proof: " + String.format(Locale.ROOT, format, values));
    }
}
