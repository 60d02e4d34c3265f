package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.pooling.PooledMeans;
import org.evenkeel.core.statistics.pooling.Rank;
import org.evenkeel.core.study.Measure;

/**
 * Where a shown group stands on a measure among the groups beside it, by the same comparison that its flag rests on.
 *
 * @param measure the measure
 * @param cohort the group
 * @param groups how many groups are compared
 * @param pooled its mean drawn towards their average, with its 95% interval, on the grid of the measure
 * @param margin how many points worse than the average is materially worse, on that grid
 * @param likelihoodWorse at least this many in 100 speak for materially worse, in steps of five
 * @param places the places that cannot be excluded, where any of them can
 * @param level its flag; absent where it has none
 */
public record Standing(
        Measure measure,
        Cohort cohort,
        int groups,
        Figure.Shown pooled,
        Figure.Shown margin,
        int likelihoodWorse,
        Optional<Places> places,
        Optional<Flag.Level> level) {
    /**
     * Places among groups.
     *
     * @param best the best place that cannot be excluded, 1 for the best group
     * @param worst the worst one
     */
    public record Places(int best, int worst) {}

    /** Every group that is compared, by comparison and in the order of the plan. */
    static List<Standing> of(List<Comparison> comparisons, Flags flags) {
        List<Standing> standings = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            comparison.pooled().ifPresent(pooled -> {
                List<Rank> ranks = Rank.of(pooled.groups(), Direction.HIGHER_IS_WORSE);
                for (int i = 0; i < comparison.candidates().size(); i++) {
                    standings.add(of(comparison, i, pooled, ranks.get(i), flags));
                }
            });
        }
        return List.copyOf(standings);
    }

    private static Standing of(Comparison comparison, int place, PooledMeans pooled, Rank rank, Flags flags) {
        Candidate candidate = comparison.candidates().get(place);
        ReportedMeasure reported = comparison.measure();
        Measure measure = reported.measure();
        Cohort cohort = candidate.cohort().cohort();
        Grid grid = new Grid(candidate.shown().step());
        Interval interval = reported.turned(pooled.interval(place));
        double mean = reported.turned(pooled.groups().get(place).mean());
        return new Standing(
                measure,
                cohort,
                comparison.candidates().size(),
                grid.show(
                        mean,
                        Optional.of(new Interval(Math.min(interval.lower(), mean), Math.max(interval.upper(), mean)))),
                grid.show(comparison.margin(), Optional.empty()),
                Evidence.inSteps(
                        pooled.probabilityMateriallyWorse(place, comparison.margin(), Direction.HIGHER_IS_WORSE)),
                places(comparison, candidate, rank),
                candidate.tooFewAnswered() ? Optional.of(Flag.Level.GREY) : flags.level(cohort, measure));
    }

    /** Places are counted from the worst; they are given from the best, and only where they say something. */
    private static Optional<Places> places(Comparison comparison, Candidate candidate, Rank rank) {
        int groups = comparison.candidates().size();
        return candidate.tooFewAnswered() || rank.upper() - rank.lower() == groups - 1
                ? Optional.empty()
                : Optional.of(new Places(groups + 1 - rank.upper(), groups + 1 - rank.lower()));
    }
}
