package org.evenkeel.core.statistics.change;

import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Interval;

/**
 * What may be said of a change, measured by the minimal important difference (MID).
 *
 * <p>"Little change" is claimed only by equivalence, never from a wide interval: two one-sided 5% tests must both place the
 * change within ±MID/2, which is the 90% interval lying inside. Source: Schuirmann, Journal of Pharmacokinetics and
 * Biopharmaceutics 15 (1987) 657–680.
 */
public enum Meaning {
    /** At least one MID, and the 95% interval excludes 0. */
    MEANINGFUL("a meaningful change"),
    /** At least half a MID, but not shown to be meaningful. */
    POSSIBLE("a possible change"),
    /** Equivalent to no change. */
    LITTLE("little change"),
    /** Neither shown to be little nor as much as half a MID. */
    UNCLEAR("too uncertain to call it change or no change");

    private static final double LEVEL_OF_EQUIVALENCE = 0.90;

    private final String words;

    Meaning(String words) {
        this.words = words;
    }

    /** What it is called. */
    public String words() {
        return words;
    }

    /** What may be said of this change. */
    public static Meaning of(Difference change, double minimalImportant) {
        if (equivalent(change, minimalImportant)) {
            return LITTLE;
        }
        double multiples = Math.abs(multiples(change.value(), minimalImportant));
        if (multiples >= 1 && !change.interval(Interval.LEVEL).contains(0)) {
            return MEANINGFUL;
        }
        return multiples >= 0.5 ? POSSIBLE : UNCLEAR;
    }

    /** Whether the change is shown to lie within half a MID of none. */
    public static boolean equivalent(Difference change, double minimalImportant) {
        Require.that(
                minimalImportant > 0,
                "the minimal important difference must be above 0. Value given: %s",
                minimalImportant);
        Interval interval = change.interval(LEVEL_OF_EQUIVALENCE);
        return interval.lower() > -minimalImportant / 2 && interval.upper() < minimalImportant / 2;
    }

    /** A change in units of the MID. */
    public static double multiples(double change, double minimalImportant) {
        Require.that(
                minimalImportant > 0,
                "the minimal important difference must be above 0. Value given: %s",
                minimalImportant);
        return change / minimalImportant;
    }
}
