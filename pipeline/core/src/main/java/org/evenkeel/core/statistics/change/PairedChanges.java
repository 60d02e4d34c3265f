package org.evenkeel.core.statistics.change;

import org.evenkeel.core.cell.Links;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;

/**
 * The mean change of those who answered in both terms and can be linked.
 *
 * <p>Estimate: ȳ₂ − ȳ₁ over the n_c pairs, with the paired t interval on n_c − 1 degrees of freedom. Speaks of those who
 * answered twice, who may differ from the others; never shown without the change over all answers. In points. Source: Student,
 * Biometrika 6 (1908) 1–25.
 */
public final class PairedChanges {
    /** Paired and overall change that differ by more standard deviations are both shown. */
    public static final double WORTH_SAYING = 0.2;

    private PairedChanges() {}

    /** The change with its interval. */
    public static Estimate change(Links links, Lattice lattice) {
        return difference(links, lattice).match(difference -> difference.estimate(Target.ANALYTIC), Estimate::absent);
    }

    /** The change with its standard error. */
    public static Fit<Difference> difference(Links links, Lattice lattice) {
        if (links.count() == 0) {
            return Fit.absent(Absence.NOBODY_LINKED);
        }
        if (links.count() == 1) {
            return Fit.absent(Absence.ONE_RESPONDENT);
        }
        double n = links.count();
        double change = LinkedSums.mean(links.sumLater().subtract(links.sumEarlier()), links.count(), lattice);
        double variance =
                Spread.variance(LinkedSums.differences(links), lattice).orElseThrow();
        return Fit.of(new Difference(change, Math.sqrt(variance / n), n - 1));
    }

    /** Whether the change is partly due to who answered: paired and overall change are too far apart. */
    public static boolean differ(double paired, double overall, double standardDeviation) {
        return Math.abs(paired - overall) > WORTH_SAYING * standardDeviation;
    }
}
