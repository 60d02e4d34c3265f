package org.evenkeel.core.statistics.change;

import java.util.Optional;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Shares;
import org.evenkeel.core.statistics.Target;

/**
 * The change of the share at risk between two terms answered by partly the same people.
 *
 * <p>Estimate: p₂ − p₁ over everyone who answered. Interval: Newcombe's, of the two Wilson intervals with the correlation
 * φ·n_c/√(n₁n₂) of the two shares, n_c linked respondents with correlation φ; it stays right at 0 and 1, where the plain one
 * fails. Test: z = (p₂−p₁)/√(p̄q̄·(1/n₁+1/n₂) − 2·φ·p̄q̄·n_c/(n₁n₂)) with p̄ the pooled share. Without links the shares count
 * as independent, which is too wide where people keep their state. As a fraction. Sources: Newcombe, Statistics in Medicine 17
 * (1998) 2635–2650; Derrick et al., Journal of Modern Applied Statistical Methods 14 (2015) no. 1, art. 13.
 */
public final class ShareChanges {
    private ShareChanges() {}

    /** The change with its interval. */
    public static Estimate change(Moments earlier, Moments later, LinkedRisk links) {
        if (earlier.count() == 0 || later.count() == 0) {
            return Estimate.absent(Absence.NO_RESPONDENTS);
        }
        double p1 = share(earlier);
        double p2 = share(later);
        Interval first = Shares.wilson(earlier.atRisk(), earlier.count());
        Interval second = Shares.wilson(later.atRisk(), later.count());
        double correlation = correlation(links) * links.count() / Math.sqrt((double) earlier.count() * later.count());
        double below = distance(p2 - second.lower(), first.upper() - p1, correlation);
        double above = distance(second.upper() - p2, p1 - first.lower(), correlation);
        double change = p2 - p1;
        return new Estimate.Present(
                change,
                Optional.of(new Interval(change - below, change + above).within(-1, 1)),
                Target.ANALYTIC,
                Optional.empty());
    }

    /** The z statistic of no change; absent where the answers leave no doubt. */
    public static Fit<Double> statistic(Moments earlier, Moments later, LinkedRisk links) {
        if (earlier.count() == 0 || later.count() == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        double n1 = earlier.count();
        double n2 = later.count();
        double pooled = (earlier.atRisk() + later.atRisk()) / (n1 + n2);
        double linked = links.count() < Changes.FEWEST_LINKS ? 0 : links.count();
        double variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2 - 2 * correlation(links) * linked / (n1 * n2));
        return variance <= 0
                ? Fit.absent(Absence.NO_SPREAD)
                : Fit.of((share(later) - share(earlier)) / Math.sqrt(variance));
    }

    private static double share(Moments moments) {
        return (double) moments.atRisk() / moments.count();
    }

    private static double correlation(LinkedRisk links) {
        return links.count() < Changes.FEWEST_LINKS ? 0 : links.correlation();
    }

    private static double distance(double own, double other, double correlation) {
        return Math.sqrt(Math.max(0, own * own + other * other - 2 * correlation * own * other));
    }
}
