package org.evenkeel.core.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.cell.Moments;

/**
 * The share of a group that is at risk, with the Wilson score interval.
 *
 * <p>Estimate: p = r/n. Interval: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). No finite-population correction. As a
 * fraction from 0 to 1. Source: Wilson, JASA 22 (1927) 209–212.
 */
public final class Shares {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    private Shares() {}

    /** The share at risk; absent for nobody. */
    public static Estimate atRisk(Moments moments) {
        return moments.count() == 0
                ? Estimate.absent(Absence.NO_RESPONDENTS)
                : new Estimate.Present(
                        (double) moments.atRisk() / moments.count(),
                        Optional.of(wilson(moments.atRisk(), moments.count())),
                        Target.ANALYTIC,
                        Optional.empty());
    }

    /** The Wilson interval of {@code successes} in {@code trials}. */
    public static Interval wilson(long successes, long trials) {
        double n = trials;
        double p = successes / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new Interval((centre - half) / scale, (centre + half) / scale).within(0, 1);
    }
}
