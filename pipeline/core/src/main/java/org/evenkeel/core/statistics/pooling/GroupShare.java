package org.evenkeel.core.statistics.pooling;

import java.util.OptionalLong;
import org.evenkeel.core.problem.Require;

/**
 * How many of one group are at risk.
 *
 * @param atRisk respondents at risk
 * @param count respondents
 * @param population people in the group, where the share speaks of these very people
 */
public record GroupShare(long atRisk, long count, OptionalLong population) {
    public GroupShare {
        Require.that(count >= 1, "a share needs 1 respondent or more. Value given: %s", count);
        Require.that(atRisk >= 0 && atRisk <= count, "at risk must be 0..%s. Value given: %s", count, atRisk);
        Require.that(
                population.isEmpty() || population.getAsLong() >= count,
                "a population must hold its %s respondents. Value given: %s",
                count,
                population.isEmpty() ? "none" : population.getAsLong());
    }

    /** The share at risk, from 0 to 1. */
    public double share() {
        return (double) atRisk / count;
    }
}
