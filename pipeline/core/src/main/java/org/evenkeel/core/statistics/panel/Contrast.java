package org.evenkeel.core.statistics.panel;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;

/**
 * A weighted sum of a model's coefficients.
 *
 * @param value in points
 * @param standardError in points
 * @param degreesOfFreedom of its t distribution
 */
public record Contrast(double value, double standardError, double degreesOfFreedom) {
    public Contrast {
        Require.that(Double.isFinite(value), "a contrast must be a finite number. Value given: %s", value);
        Require.that(
                Double.isFinite(standardError) && standardError > 0,
                "a standard error must be a finite number above 0. Value given: %s",
                standardError);
        Require.that(degreesOfFreedom > 0, "degrees of freedom must be above 0. Value given: %s", degreesOfFreedom);
    }

    /** value ± t(.975)·standard error. */
    public Interval interval() {
        double half =
                TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - Interval.LEVEL) / 2) * standardError;
        return new Interval(value - half, value + half);
    }

    /** The probability of a distance from 0 at least this large, were the true value 0. */
    public double probabilityByChance() {
        return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(value / standardError));
    }

    /** This contrast as an estimate that speaks of the process, not of these very people. */
    public Estimate estimate() {
        return new Estimate.Present(value, Optional.of(interval()), Target.ANALYTIC, Optional.empty());
    }
}
