package org.evenkeel.core.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;
import org.evenkeel.core.cell.ItemMoments;

/**
 * Cronbach's alpha of a scale over complete answer sheets, with Feldt's interval.
 *
 * <p>Estimate: α = k/(k−1)·(1 − Σvar(item)/var(total)). Interval: 1 − (1−α)·F(.975) and 1 − (1−α)·F(.025) of F with n−1 and
 * (n−1)(k−1) degrees of freedom. Assumes complete sheets and essentially tau-equivalent items. A coefficient, at most 1;
 * negative values mean items that contradict each other. Sources: Cronbach, Psychometrika 16 (1951); Feldt, Psychometrika
 * 30 (1965).
 */
public final class Reliability {
    private static final int FEWEST_SHEETS = 3;

    private Reliability() {}

    /** Alpha of the scale whose item moments these are; moments of no item mean that items are not kept. */
    public static Estimate alpha(ItemMoments items) {
        int k = items.sums().size();
        if (k == 0) {
            return Estimate.absent(Absence.ITEMS_NOT_KEPT);
        }
        if (k == 1) {
            return Estimate.absent(Absence.SINGLE_ITEM);
        }
        if (items.count() < FEWEST_SHEETS) {
            return Estimate.absent(Absence.TOO_FEW_COMPLETE);
        }
        double itemVariances = 0;
        double total = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double covariance = covariance(items, i, j);
                total += covariance;
                itemVariances += i == j ? covariance : 0;
            }
        }
        if (total <= 0) {
            return Estimate.absent(Absence.NO_SPREAD);
        }
        double alpha = k / (k - 1.0) * (1 - itemVariances / total);
        double within = items.count() - 1.0;
        FDistribution f = FDistribution.of(within, within * (k - 1));
        double tail = (1 - Interval.LEVEL) / 2;
        Interval interval = new Interval(
                1 - (1 - alpha) * f.inverseSurvivalProbability(tail),
                1 - (1 - alpha) * f.inverseCumulativeProbability(tail));
        return new Estimate.Present(alpha, Optional.of(interval), Target.ANALYTIC, Optional.empty());
    }

    private static double covariance(ItemMoments items, int i, int j) {
        double n = items.count();
        long numerator = Math.subtractExact(
                Math.multiplyExact(items.count(), items.product(i, j)),
                Math.multiplyExact(items.sums().get(i), items.sums().get(j)));
        return numerator / (n * (n - 1));
    }
}
