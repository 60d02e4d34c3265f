package org.evenkeel.core.statistics.control;

import org.evenkeel.core.problem.Require;

/**
 * A week that stands out.
 *
 * @param week the place of the week in the series, from 0
 * @param rule why it stands out
 * @param side on which side
 */
public record Signal(int week, Rule rule, Side side) {
    /** Why a week stands out. */
    public enum Rule {
        /** One point beyond its limit. */
        BEYOND_LIMIT,
        /** Eight points or more in a row on one side of the centre. */
        RUN_OF_EIGHT
    }

    public Signal {
        Require.that(week >= 0, "a week's place must be 0 or more. Value given: %s", week);
    }
}
