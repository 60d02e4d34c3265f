package org.evenkeel.core.flag;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.core.statistics.control.Baseline;
import org.evenkeel.core.statistics.control.ControlChart;
import org.evenkeel.core.statistics.control.ControlCharts;
import org.evenkeel.core.statistics.control.Side;
import org.evenkeel.core.statistics.control.Signal;

/**
 * Whether a group's weeks have lately been worse than usual for it.
 *
 * <p>The baseline is the first twelve teaching weeks that are shown, and stays. Later weeks signal by a weighted mean beyond its
 * limit or by eight in a row above the baseline's mean; two of the last four must. Without a baseline and a week after it, only
 * eight in a row on the worse side of the median signal.
 */
final class WeeklySignal {
    private static final int LATELY = 4;
    private static final int SIGNALS = 2;

    private WeeklySignal() {}

    /** Whether the weeks signal; distances are turned so that higher is worse. */
    static boolean in(List<ShownSoFar.Week> weeks) {
        List<Double> series = weeks.stream().map(ShownSoFar.Week::distance).toList();
        List<Double> usual = weeks.stream()
                .filter(week -> !week.exams())
                .map(ShownSoFar.Week::distance)
                .limit(Baseline.FEWEST_WEEKS)
                .toList();
        if (series.size() <= Baseline.FEWEST_WEEKS) {
            return lately(ControlCharts.run(series).present().stream(), series.size());
        }
        return Baseline.of(usual)
                .present()
                .map(baseline -> lately(
                        Stream.of(
                                ControlCharts.weightedMean(baseline, series),
                                withRunsAlone(ControlCharts.individuals(baseline, series))),
                        series.size()))
                .orElse(false);
    }

    private static ControlChart withRunsAlone(ControlChart chart) {
        return new ControlChart(
                chart.kind(),
                chart.centre(),
                chart.points(),
                chart.limits(),
                chart.signals().stream()
                        .filter(signal -> signal.rule() == Signal.Rule.RUN_OF_EIGHT)
                        .toList(),
                chart.autocorrelation());
    }

    private static boolean lately(Stream<ControlChart> charts, int weeks) {
        Set<Integer> signalled = new TreeSet<>();
        charts.flatMap(chart -> chart.signals().stream())
                .filter(signal -> signal.side() == Side.ABOVE && signal.week() >= weeks - LATELY)
                .forEach(signal -> signalled.add(signal.week()));
        return signalled.size() >= SIGNALS;
    }
}
