package org.evenkeel.core.statistics;

import org.evenkeel.core.problem.Require;

/** A 95% interval, in the unit of its estimate. */
public record Interval(double lower, double upper) {
    /** The level of every interval in the house. */
    public static final double LEVEL = 0.95;

    public Interval {
        Require.that(
                Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper,
                "an interval needs finite ends in order. Value given: %s..%s",
                lower,
                upper);
    }

    /** This interval cut to a range that values cannot leave. */
    public Interval within(double lowest, double highest) {
        return new Interval(Math.min(Math.max(lower, lowest), highest), Math.max(Math.min(upper, highest), lowest));
    }

    /** Whether the value lies inside. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }
}
