package org.evenkeel.core.statistics.change;

import java.util.Optional;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;

/**
 * Two separate groups of respondents beside each other: those who stayed and those who left, early and late responders.
 *
 * @param first respondents of the first group
 * @param second respondents of the second group
 * @param difference second less first in points, with Welch's interval
 * @param effect the same in standard deviations, as Hedges' g
 */
public record GroupContrast(long first, long second, Estimate difference, Fit<EffectSizes.Standardised> effect) {
    /** Two groups without a person in common. */
    public static GroupContrast of(Moments first, Moments second, Lattice lattice) {
        return new GroupContrast(
                first.count(),
                second.count(),
                Changes.change(first, second, Links.EMPTY, lattice, Optional.empty()),
                EffectSizes.hedges(first, second, lattice));
    }

    /** Earlier scores of those who answered again (first) and of those who did not or cannot be linked (second). */
    public static GroupContrast stayersAndLeavers(Moments earlier, Links links, Lattice lattice) {
        Moments stayers = LinkedSums.earlier(links);
        return of(stayers, LinkedSums.without(earlier, stayers), lattice);
    }
}
