package org.evenkeel.core.instrument;

import java.io.Serializable;
import org.evenkeel.core.problem.Require;

/** The item values of a response scale, from lowest to highest, whole numbers. */
public record AnswerRange(int lowest, int highest) implements Serializable {
    public AnswerRange {
        Require.that(
                lowest < highest, "the lowest value must be below the highest. Value given: %s..%s", lowest, highest);
    }

    /** Whether the value is an answer at all. */
    public boolean contains(int value) {
        return value >= lowest && value <= highest;
    }
}
