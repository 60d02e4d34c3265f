package org.evenkeel.core.statistics.pooling;

import java.util.OptionalLong;
import org.evenkeel.core.problem.Require;

/**
 * The mean of one group and how uncertain it is.
 *
 * @param value the mean
 * @param variance its sampling variance; 0 where everybody answered
 */
public record GroupMean(double value, double variance) {
    public GroupMean {
        Require.that(Double.isFinite(value), "a mean must be a finite number. Value given: %s", value);
        Require.that(
                Double.isFinite(variance) && variance >= 0,
                "a sampling variance must be a finite number of 0 or more. Value given: %s",
                variance);
    }

    /**
     * A group's mean with the sampling variance (1−n/N)·s²/n, where s² is the variance within groups that all of them share,
     * which is steadier than a small group's own. Without a population there is no correction.
     */
    public static GroupMean of(double value, double varianceWithin, long count, OptionalLong population) {
        Require.that(count >= 1, "a group's mean needs 1 respondent or more. Value given: %s", count);
        Require.that(
                population.isEmpty() || population.getAsLong() >= count,
                "a population must hold its %s respondents. Value given: %s",
                count,
                population.isEmpty() ? "none" : population.getAsLong());
        double uncertain = population.isPresent() ? 1 - (double) count / population.getAsLong() : 1;
        return new GroupMean(value, uncertain * varianceWithin / count);
    }

    /** What is known of this group from its own answers alone: nothing is borrowed from other groups. */
    public Posterior alone() {
        return new Posterior(value, variance, 1);
    }
}
