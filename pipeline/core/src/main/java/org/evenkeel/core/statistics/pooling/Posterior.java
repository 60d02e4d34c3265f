package org.evenkeel.core.statistics.pooling;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Interval;

/**
 * What is known of one group's true mean: a normal distribution.
 *
 * @param mean the pooled mean
 * @param variance its posterior variance
 * @param ownWeight the weight of the group's own mean against the centre of all groups, from 0 to 1
 */
public record Posterior(double mean, double variance, double ownWeight) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z = NORMAL.inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    public Posterior {
        Require.that(Double.isFinite(mean), "a mean must be a finite number. Value given: %s", mean);
        Require.that(
                Double.isFinite(variance) && variance >= 0,
                "a variance must be a finite number of 0 or more. Value given: %s",
                variance);
        Require.that(ownWeight >= 0 && ownWeight <= 1, "a weight must be 0..1. Value given: %s", ownWeight);
    }

    /** The middle 95% of the distribution; too narrow for a pooled mean, whose interval is {@link PooledMeans#interval}. */
    public Interval interval() {
        double half = Z * Math.sqrt(variance);
        return new Interval(mean - half, mean + half);
    }

    /** The probability that the true mean lies above a value. */
    public double probabilityAbove(double value) {
        if (variance == 0) {
            return mean > value ? 1 : mean < value ? 0 : 0.5;
        }
        return NORMAL.survivalProbability((value - mean) / Math.sqrt(variance));
    }

    /** The probability that the true mean is worse than a value. */
    public double probabilityWorse(double value, Direction direction) {
        return switch (direction) {
            case HIGHER_IS_WORSE -> probabilityAbove(value);
            case HIGHER_IS_BETTER -> 1 - probabilityAbove(value);
            case NEUTRAL -> throw new IllegalArgumentException("a neutral measure has no worse side");
        };
    }
}
