package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.control.Baseline;
import org.evenkeel.core.statistics.control.ControlChart;
import org.evenkeel.core.statistics.control.ControlCharts;
import org.evenkeel.core.statistics.control.Side;
import org.evenkeel.core.statistics.control.Signal;

/**
 * What was usual of a group's weeks, and which of them were not. Flags rest on it and charts draw it.
 *
 * <p>The baseline is the first twelve teaching weeks that are shown, and stays; its weeks never signal. Every other week signals
 * where it lies beyond the limits of single weeks, where the weighted mean up to it lies beyond its own, where the cumulative sum
 * towards the worse side lies beyond its own, or where it is the eighth in a row or a later one on one side of the baseline's mean;
 * where these differ in the side, the weighted mean decides. Without a baseline only eight in a row on one side of the median
 * signal. Neighbouring weeks that are alike are allowed for as in {@link ControlCharts}.
 *
 * @param weeks one for each week given, in their order
 */
record WeeklyChart(List<Judged> weeks) {
    private static final int LATELY = 4;
    private static final int SIGNALS = 2;

    /** What a week is to the chart. */
    enum Phase {
        RUN,
        BASELINE,
        WATCHED
    }

    /**
     * A week.
     *
     * @param phase what it is to the chart
     * @param centre what is usual
     * @param limits between which single weeks usually lie; absent without a baseline
     * @param signal the side to which it is unusual, if it is
     */
    record Judged(Phase phase, double centre, Optional<Interval> limits, Optional<Side> signal) {}

    WeeklyChart {
        weeks = List.copyOf(weeks);
    }

    /**
     * The chart of these weeks.
     *
     * @param weeks in their order
     * @param direction which way is worse; neutral weeks have no cumulative sum
     */
    static WeeklyChart of(List<ShownSoFar.Week> weeks, Direction direction) {
        List<Integer> usual = IntStream.range(0, weeks.size())
                .filter(place -> !weeks.get(place).exams())
                .limit(Baseline.FEWEST_WEEKS)
                .boxed()
                .toList();
        List<Double> series = weeks.stream().map(ShownSoFar.Week::distance).toList();
        List<Double> first = usual.stream().map(series::get).toList();
        return Baseline.of(first)
                .present()
                .map(baseline -> held(baseline.correctedForFewWeeks(first), usual, series, direction))
                .orElseGet(() -> run(series));
    }

    private static WeeklyChart held(Baseline baseline, List<Integer> usual, List<Double> series, Direction direction) {
        ControlChart single = ControlCharts.individuals(baseline, series);
        Map<Integer, Side> signals = new TreeMap<>();
        Stream<ControlChart> towardsWorse = direction == Direction.NEUTRAL
                ? Stream.empty()
                : Stream.of(ControlCharts.cumulativeSum(baseline, series, direction));
        Stream.concat(
                        Stream.of(
                                ControlCharts.weightedMean(baseline, series),
                                single,
                                ControlCharts.runs(baseline, series)),
                        towardsWorse)
                .flatMap(chart -> chart.signals().stream()
                        .filter(signal -> !chart.equals(single) || signal.rule() == Signal.Rule.BEYOND_LIMIT))
                .forEach(signal -> signals.putIfAbsent(signal.week(), signal.side()));
        return new WeeklyChart(IntStream.range(0, series.size())
                .mapToObj(place -> new Judged(
                        usual.contains(place) ? Phase.BASELINE : Phase.WATCHED,
                        baseline.mean(),
                        Optional.of(single.limits().get(place)),
                        usual.contains(place) ? Optional.empty() : Optional.ofNullable(signals.get(place))))
                .toList());
    }

    private static WeeklyChart run(List<Double> series) {
        List<Judged> judged = new ArrayList<>();
        ControlCharts.run(series).present().ifPresent(chart -> {
            Map<Integer, Side> signals = new TreeMap<>();
            chart.signals().forEach(signal -> signals.putIfAbsent(signal.week(), signal.side()));
            for (int place = 0; place < series.size(); place++) {
                judged.add(new Judged(
                        Phase.RUN, chart.centre(), Optional.empty(), Optional.ofNullable(signals.get(place))));
            }
        });
        return new WeeklyChart(judged);
    }

    /** Whether two of the last four weeks were unusual to the upper side, which is the worse one of weeks that were turned. */
    boolean worseLately() {
        return weeks.stream()
                        .skip(Math.max(0, weeks.size() - LATELY))
                        .filter(week -> week.signal().filter(Side.ABOVE::equals).isPresent())
                        .count()
                >= SIGNALS;
    }

    /** How many of the last weeks are looked at together. */
    static int lately() {
        return LATELY;
    }
}
