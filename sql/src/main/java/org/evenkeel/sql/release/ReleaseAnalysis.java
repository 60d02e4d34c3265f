package org.evenkeel.sql.release;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;

/**
 * What charts say beyond the figures, made from shown figures alone. Every list is kept in its own order.
 *
 * @param standings where groups stand among the groups beside them
 * @param bands how far means lie from references that stay
 * @param controls what was to be expected of each week
 * @param funnels within which bounds means of groups are to be expected
 * @param benchmarks values of others
 * @param changes how large shown changes are
 */
public record ReleaseAnalysis(
        List<ReleaseStanding> standings,
        List<ReleaseBand> bands,
        List<ReleaseControl> controls,
        List<ReleaseFunnel> funnels,
        List<ReleaseBenchmark> benchmarks,
        List<ReleaseChangeSize> changes) {
    /** Nothing beyond the figures. */
    public static final ReleaseAnalysis NONE =
            new ReleaseAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public ReleaseAnalysis {
        standings = inOrder(standings, comparingInt(ReleaseStanding::order));
        bands = inOrder(bands, comparingInt(ReleaseBand::order));
        controls = inOrder(controls, comparingInt(ReleaseControl::order));
        funnels = inOrder(funnels, comparingInt(ReleaseFunnel::order));
        benchmarks = inOrder(benchmarks, comparingInt(ReleaseBenchmark::order));
        changes = inOrder(changes, comparingInt(ReleaseChangeSize::order));
    }

    private static <T> List<T> inOrder(List<T> entries, Comparator<? super T> order) {
        return entries.stream().sorted(order).toList();
    }
}
