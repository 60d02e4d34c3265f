package org.evenkeel.core.flag;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.problem.Require;

/**
 * From which probability on a flag is raised.
 *
 * <p>Red: the group stands out by at least {@code corroborated} and something else points the same way; or it is materially worse
 * than those beside it by at least {@code alone}; or it was red and is still at least as likely as not materially worse. Amber:
 * materially worse by at least {@code amber}; or beyond the reference, or become worse, with a probability of 0.8; or its weeks
 * signal.
 *
 * @param corroborated red where something else points the same way
 * @param alone red without
 * @param amber amber
 */
record Cutoffs(double corroborated, double alone, double amber) {
    /** A group that was red stays so until it is less likely than this to be materially worse. */
    private static final double STAYS = 0.5;

    /** What the cut-offs begin with and how they become stricter, for red; a probability above 1 is never reached. */
    static final List<Cutoffs> FOR_RED = List.of(
            new Cutoffs(0.9, 0.975, 0.5),
            new Cutoffs(0.925, 0.98, 0.5),
            new Cutoffs(0.95, 0.985, 0.5),
            new Cutoffs(0.965, 0.99, 0.5),
            new Cutoffs(0.98, 0.995, 0.5),
            new Cutoffs(0.99, 0.998, 0.5),
            new Cutoffs(0.995, 0.999, 0.5),
            new Cutoffs(2, 2, 0.5));

    /** The same for amber. */
    static final List<Double> FOR_AMBER = List.of(0.5, 0.6, 0.7, 0.8, 0.9);

    Cutoffs {
        Require.that(
                corroborated <= alone && amber <= corroborated,
                "cut-offs must rise from amber to red. Value given: %s, %s, %s",
                amber,
                corroborated,
                alone);
    }

    Cutoffs withAmber(double from) {
        return new Cutoffs(corroborated, alone, from);
    }

    /** Whether the group is red for what is seen now. */
    boolean newlyRed(Evidence evidence) {
        return (evidence.standing() >= corroborated && evidence.corroborated()) || evidence.level() >= alone;
    }

    /** The flag that this evidence raises. */
    Optional<Flag.Level> level(Evidence evidence) {
        if (newlyRed(evidence) || (evidence.wasRed() && evidence.level() >= STAYS)) {
            return Optional.of(Flag.Level.RED);
        }
        boolean raised =
                evidence.level() >= amber || evidence.beyondReference() || evidence.becameWorse() || evidence.weekly();
        return raised ? Optional.of(Flag.Level.AMBER) : Optional.empty();
    }
}
