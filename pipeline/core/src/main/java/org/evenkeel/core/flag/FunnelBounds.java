package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.pooling.Funnel;
import org.evenkeel.core.statistics.pooling.GroupMean;
import org.evenkeel.core.study.Measure;

/**
 * Within which bounds the means of groups of any size are to be expected: those of one division of the school, which do not
 * overlap. The centre is the mean of all their answers.
 *
 * @param measure the measure
 * @param grouping the division
 * @param groups how many groups are compared
 * @param centre in points, on the grid of the measure
 * @param deviation the standard deviation within groups, on that grid
 * @param overdispersion the standard deviation by which groups differ beyond chance, on that grid; 0 for fewer than ten
 */
public record FunnelBounds(
        Measure measure,
        Grouping grouping,
        int groups,
        BigDecimal centre,
        BigDecimal deviation,
        BigDecimal overdispersion) {
    /** The bounds of every comparison of two groups or more. */
    static List<FunnelBounds> of(List<Comparison> comparisons) {
        return comparisons.stream()
                .filter(comparison -> comparison.candidates().size() > 1)
                .flatMap(comparison -> of(comparison).stream())
                .toList();
    }

    private static Optional<FunnelBounds> of(Comparison comparison) {
        double people = 0;
        double sum = 0;
        for (Candidate candidate : comparison.candidates()) {
            people += candidate.respondents();
            sum += candidate.respondents() * candidate.mean().value();
        }
        double centre = sum / people;
        List<GroupMean> means = comparison.candidates().stream()
                .map(candidate -> GroupMean.of(
                        candidate.mean().value(), comparison.within(), candidate.respondents(), OptionalLong.empty()))
                .toList();
        Grid grid = new Grid(comparison.candidates().get(0).shown().step());
        return Funnel.ofMeans(means, centre)
                .present()
                .map(funnel -> new FunnelBounds(
                        comparison.measure().measure(),
                        comparison.grouping(),
                        comparison.candidates().size(),
                        grid.nearest(comparison.measure().turned(centre)),
                        grid.nearest(Math.sqrt(comparison.within())),
                        grid.nearest(
                                switch (funnel.widening()) {
                                    case WIDENED ->
                                        Math.sqrt(funnel.overdispersion().variance());
                                    case NOT_NEEDED, TOO_FEW_GROUPS -> 0;
                                })));
    }
}
