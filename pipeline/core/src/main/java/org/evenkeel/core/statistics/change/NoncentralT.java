package org.evenkeel.core.statistics.change;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: P(T &gt; t) as the mean of P(Z &gt; t·s − δ) over s = √(χ²/ν), by Simpson's rule over all but
 * 10⁻¹⁸ of s at each end. Source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 2 (1995), ch. 31.
 */
final class NoncentralT {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double NEGLIGIBLE = 1e-18;
    private static final int PANELS = 2000;

    private NoncentralT() {}

    /** The probability above t, with these degrees of freedom and this noncentrality. */
    static double above(double t, double degreesOfFreedom, double noncentrality) {
        ChiSquaredDistribution squares = ChiSquaredDistribution.of(degreesOfFreedom);
        double low = Math.sqrt(squares.inverseCumulativeProbability(NEGLIGIBLE) / degreesOfFreedom);
        double high = Math.sqrt(squares.inverseSurvivalProbability(NEGLIGIBLE) / degreesOfFreedom);
        double step = (high - low) / PANELS;
        double sum = 0;
        double mass = 0;
        for (int i = 0; i <= PANELS; i++) {
            double s = low + i * step;
            double weight = i == 0 || i == PANELS ? 1 : i % 2 == 0 ? 2 : 4;
            double density = s <= 0 ? 0 : weight * s * squares.density(degreesOfFreedom * s * s);
            mass += density;
            sum += density * NORMAL.survivalProbability(t * s - noncentrality);
        }
        return sum / mass;
    }
}
