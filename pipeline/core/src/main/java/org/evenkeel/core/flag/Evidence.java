package org.evenkeel.core.flag;

import java.util.OptionalDouble;
import org.evenkeel.core.problem.Require;

/**
 * How sure the shown figures make it that a group needs a conversation.
 *
 * @param level the probability that the group is materially worse than the average of the groups beside it
 * @param absolute the probability that it is worse than the measure's reference, where there is one
 * @param change the probability that it became worse since the term before by more than half of what matters, where that is shown
 * @param weekly whether its weeks have lately been worse than usual for it
 * @param wasRed whether it was flagged red when it was last spoken of
 */
record Evidence(double level, OptionalDouble absolute, OptionalDouble change, boolean weekly, boolean wasRed) {
    /** A change or a level beyond the reference counts from this probability on. */
    static final double COUNTS = 0.8;

    private static final double STEP = 0.05;

    Evidence {
        Require.that(level >= 0 && level <= 1, "a probability must be 0..1. Value given: %s", level);
    }

    /** The same without what is known of the reference. */
    Evidence withoutReference() {
        return new Evidence(level, OptionalDouble.empty(), change, weekly, wasRed);
    }

    /** Whether something beside the level points the same way. */
    boolean corroborated() {
        return becameWorse() || weekly || wasRed;
    }

    /** The stronger of the two probabilities about where the group stands. */
    double standing() {
        return Math.max(level, absolute.orElse(0));
    }

    boolean becameWorse() {
        return change.orElse(0) >= COUNTS;
    }

    boolean beyondReference() {
        return absolute.orElse(0) >= COUNTS;
    }

    /** A probability in hundredths, in steps of five, rounded down and below 100, so that it never promises more than there is. */
    static int inSteps(double probability) {
        return 5 * (int) Math.floor(Math.min(probability, 1 - STEP) / STEP + 1e-9);
    }
}
