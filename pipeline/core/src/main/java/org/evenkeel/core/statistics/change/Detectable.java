package org.evenkeel.core.statistics.change;

import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Difference;

/**
 * The smallest true change that these answers would have shown: with probability {@link #POWER} a two-sided 5% test finds it,
 * in its own direction.
 *
 * <p>Estimate: δ·SE with P(T(ν, δ) &gt; t(ν, .975)) = 0.8, T noncentral t. Depends on the answers only through the standard
 * error. In the unit of the difference; 0 where nothing is left to sampling. Source: Cohen, Statistical Power Analysis, 2nd
 * ed., ch. 2.
 */
public final class Detectable {
    /** The probability with which it would have been seen. */
    public static final double POWER = 0.8;

    private static final double LEVEL = 0.05;
    private static final double FARTHEST = 1e7;

    private Detectable() {}

    /** The smallest change that would have been seen. */
    public static double change(Difference difference) {
        return difference.standardError() * noncentrality(difference.degreesOfFreedom());
    }

    /** The probability that a true change of this size would have been seen. */
    public static double power(Difference difference, double size) {
        Require.that(
                difference.standardError() > 0,
                "power needs a standard error above 0. Value given: %s",
                difference.standardError());
        return power(difference.degreesOfFreedom(), Math.abs(size) / difference.standardError());
    }

    private static double power(double degreesOfFreedom, double noncentrality) {
        double limit = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(LEVEL / 2);
        return NoncentralT.above(limit, degreesOfFreedom, noncentrality);
    }

    private static double noncentrality(double degreesOfFreedom) {
        double low = 0;
        double high = 4;
        while (power(degreesOfFreedom, high) < POWER && high < FARTHEST) {
            high *= 2;
        }
        for (double middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2) {
            if (power(degreesOfFreedom, middle) < POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
