package org.evenkeel.core.statistics.control;

import org.evenkeel.core.problem.Require;

/**
 * The share of one week's respondents.
 *
 * @param share from 0 to 1
 * @param count respondents
 */
public record WeekShare(double share, long count) {
    public WeekShare {
        Require.that(share >= 0 && share <= 1, "a share must be 0..1. Value given: %s", share);
        Require.that(count >= 1, "a share needs 1 respondent or more. Value given: %s", count);
    }
}
