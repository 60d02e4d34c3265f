package org.evenkeel.core.statistics.change;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Interval;

/**
 * How far one person's score must move to be more than error of measurement: 1.96·S·√(2·(1−reliability)), in points. Assumes
 * the same reliability for everybody. Source: Jacobson and Truax, Journal of Consulting and Clinical Psychology 59 (1991)
 * 12–19.
 */
public final class ReliableChange {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    private ReliableChange() {}

    /** The smallest reliable change of one person. */
    public static double threshold(double standardDeviation, double reliability) {
        Require.that(
                standardDeviation >= 0, "a standard deviation must be 0 or more. Value given: %s", standardDeviation);
        Require.that(reliability >= 0 && reliability <= 1, "a reliability must be 0..1. Value given: %s", reliability);
        return Z * standardDeviation * Math.sqrt(2 * (1 - reliability));
    }
}
