package org.evenkeel.core.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.problem.Require;

/**
 * A difference of means whose error follows a t distribution: what intervals, equivalence and power are made of.
 *
 * @param value the difference in points
 * @param standardError its standard error; 0 where nothing is left to sampling
 * @param degreesOfFreedom of its standard error
 */
public record Difference(double value, double standardError, double degreesOfFreedom) {
    public Difference {
        Require.that(Double.isFinite(value), "a difference must be a finite number. Value given: %s", value);
        Require.that(
                Double.isFinite(standardError) && standardError >= 0,
                "a standard error must be 0 or more. Value given: %s",
                standardError);
        Require.that(degreesOfFreedom > 0, "degrees of freedom must be above 0. Value given: %s", degreesOfFreedom);
    }

    /** Its t interval at a level such as 0.95. */
    public Interval interval(double level) {
        Require.that(level > 0 && level < 1, "a level must be between 0 and 1. Value given: %s", level);
        double half = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2) * standardError;
        return new Interval(value - half, value + half);
    }

    /** The difference with its 95% interval. */
    public Estimate estimate(Target target) {
        return new Estimate.Present(value, Optional.of(interval(Interval.LEVEL)), target, Optional.empty());
    }
}
