package org.evenkeel.core.statistics.response;

import java.util.OptionalInt;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Target;

/**
 * How respondents are taken to have come from the students: at random from all of them, or at random within each category
 * of one attribute.
 *
 * @param target what the estimate speaks of: a descriptive target switches the finite-population correction on
 * @param within the margin within whose categories response is at random
 */
public record Sampling(Target target, OptionalInt within) {
    public Sampling {
        Require.that(
                within.isEmpty() || within.getAsInt() >= 0,
                "a margin's place must be 0 or more. Value given: %s",
                within.isEmpty() ? "none" : within.getAsInt());
    }

    /** At random from all students. */
    public static Sampling simple(Target target) {
        return new Sampling(target, OptionalInt.empty());
    }

    /** At random within each category of this margin. */
    public static Sampling within(int margin, Target target) {
        return new Sampling(target, OptionalInt.of(margin));
    }
}
