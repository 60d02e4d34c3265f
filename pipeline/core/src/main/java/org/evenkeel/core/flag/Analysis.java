package org.evenkeel.core.flag;

import java.util.List;
import org.evenkeel.core.words.Messages;

/**
 * What charts say beyond the figures, computed from shown figures alone by the same comparisons and charts that flags rest on.
 *
 * @param standings where groups stand among the groups beside them
 * @param bands how far means lie from references that stay
 * @param weeks what was to be expected of each week
 * @param funnels within which bounds means of groups are to be expected
 * @param changes how large shown changes are
 */
public record Analysis(
        List<Standing> standings,
        List<AbsoluteBand> bands,
        List<ExpectedWeek> weeks,
        List<FunnelBounds> funnels,
        List<ChangeSize> changes) {
    public Analysis {
        standings = List.copyOf(standings);
        bands = List.copyOf(bands);
        weeks = List.copyOf(weeks);
        funnels = List.copyOf(funnels);
        changes = List.copyOf(changes);
    }

    /**
     * The analysis of a publication.
     *
     * @param figures what is shown
     * @param measures the measures it reports
     * @param flags its flags
     * @param messages the words of its language
     */
    public static Analysis of(ShownSoFar figures, List<ReportedMeasure> measures, Flags flags, Messages messages) {
        List<Comparison> comparisons = Comparison.of(figures, measures);
        return new Analysis(
                Standing.of(comparisons, flags),
                AbsoluteBand.of(figures, measures, messages),
                ExpectedWeek.of(figures, measures),
                FunnelBounds.of(comparisons),
                ChangeSize.of(figures, measures, messages));
    }
}
