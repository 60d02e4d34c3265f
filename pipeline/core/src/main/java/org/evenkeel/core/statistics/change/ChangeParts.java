package org.evenkeel.core.statistics.change;

import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Spread;

/**
 * A change of the mean, taken apart exactly into what happened to people and who answered; the three parts add up to it. In
 * points, without intervals. Those who cannot be linked count as having come or left.
 *
 * @param withinPeople the mean change of those who answered in both terms
 * @param whoCame how much the later mean is moved by those who answered only then
 * @param whoLeft how much the change is moved because those who answered only before are gone
 */
public record ChangeParts(double withinPeople, double whoCame, double whoLeft) {
    /** The change taken apart; absent where nobody is linked. */
    public static Fit<ChangeParts> of(Moments earlier, Moments later, Links links, Lattice lattice) {
        if (earlier.count() == 0 || later.count() == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        if (links.count() == 0) {
            return Fit.absent(Absence.NOBODY_LINKED);
        }
        double linkedEarlier = LinkedSums.mean(links.sumEarlier(), links.count(), lattice);
        double linkedLater = LinkedSums.mean(links.sumLater(), links.count(), lattice);
        return Fit.of(new ChangeParts(
                linkedLater - linkedEarlier,
                Spread.mean(later, lattice).orElseThrow() - linkedLater,
                linkedEarlier - Spread.mean(earlier, lattice).orElseThrow()));
    }

    /** The change over all answers. */
    public double total() {
        return withinPeople + whoCame + whoLeft;
    }
}
