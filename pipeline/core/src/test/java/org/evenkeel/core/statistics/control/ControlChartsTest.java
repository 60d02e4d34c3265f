package org.evenkeel.core.statistics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.Proof;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Against the definitions in R; the script is src/test/r/control.R. */
class ControlChartsTest {
    private static final double DIGITS = 1e-9;
    private static final List<Double> WEEKS = List.of(
            2.61, 2.70, 2.55, 2.66, 2.81, 2.49, 2.58, 2.74, 2.63, 2.52, 2.69, 2.60, 2.57, 2.77, 2.95, 2.90, 3.01, 2.88,
            3.06, 2.97, 3.10, 2.93);
    private static final List<Double> ALIKE =
            List.of(2.3, 2.4, 2.6, 2.7, 2.9, 2.8, 2.9, 2.7, 2.6, 2.4, 2.3, 2.2, 2.4, 2.5);

    @Test
    void individuals_limits_matchTheDefinition() {
        ControlChart chart = ControlCharts.individuals(baseline(WEEKS.subList(0, 13)), WEEKS);
        assertThat(chart.centre()).isCloseTo(2.62692307692308, within(DIGITS));
        assertInterval(chart.limits().get(21), 2.27668974358974, 2.97715641025641);
        assertThat(chart.autocorrelation()).isCloseTo(-0.344353848537949, within(DIGITS));
        assertThat(chart.signals())
                .contains(
                        new Signal(16, Signal.Rule.BEYOND_LIMIT, Side.ABOVE),
                        new Signal(20, Signal.Rule.RUN_OF_EIGHT, Side.ABOVE))
                .doesNotContain(new Signal(19, Signal.Rule.RUN_OF_EIGHT, Side.ABOVE));
    }

    @Test
    void individuals_neighbouringWeeksAlike_haveWiderLimits() {
        Baseline baseline = baseline(ALIKE);
        assertThat(baseline.autocorrelation()).isCloseTo(0.744444444444445, within(DIGITS));
        assertThat(baseline.innovationDeviation()).isCloseTo(0.115986997635934, within(DIGITS));
        Interval limit = ControlCharts.individuals(baseline, ALIKE).limits().get(0);
        assertThat((limit.upper() - limit.lower()) / 2).isCloseTo(0.962269448964582, within(DIGITS));
    }

    @Test
    void weightedMean_matchesTheDefinition() {
        ControlChart chart = ControlCharts.weightedMean(baseline(WEEKS.subList(0, 13)), WEEKS);
        assertThat(chart.points().get(0)).isCloseTo(2.62353846153846, within(DIGITS));
        assertThat(chart.points().get(12)).isCloseTo(2.61421716891049, within(DIGITS));
        assertThat(chart.points().get(21)).isCloseTo(2.92829251354976, within(DIGITS));
        assertInterval(
                chart.limits().get(0), 2.62692307692308 - 0.0667671394799055, 2.62692307692308 + 0.0667671394799055);
        assertInterval(
                chart.limits().get(21), 2.62692307692308 - 0.111275536467908, 2.62692307692308 + 0.111275536467908);
        assertThat(chart.signals()).extracting(Signal::week).containsExactly(15, 16, 17, 18, 19, 20, 21);
        assertThat(signalling(chart, Side.BELOW)).isZero();
    }

    @Test
    void weightedMean_neighbouringWeeksAlike_runsOnWhatAWeekAdds() {
        List<Double> points = ControlCharts.weightedMean(baseline(ALIKE), ALIKE).points();
        assertThat(points.get(0)).isCloseTo(2.51661577958317, within(DIGITS));
        assertThat(points.get(1)).isCloseTo(2.53051484588876, within(DIGITS));
        assertThat(points.get(13)).isCloseTo(2.53648199606779, within(DIGITS));
    }

    @Test
    void cumulativeSum_matchesTheDefinitionOnTheWorseSideAlone() {
        Baseline baseline = baseline(WEEKS.subList(0, 13));
        ControlChart chart = ControlCharts.cumulativeSum(baseline, WEEKS, Direction.HIGHER_IS_WORSE);
        assertThat(chart.points().get(14)).isCloseTo(2.99358130477118, within(DIGITS));
        assertThat(chart.points().get(21)).isCloseTo(5.64937877312561, within(DIGITS));
        assertThat(chart.signals()).extracting(Signal::week).containsExactly(16, 19, 21);
        assertThat(ControlCharts.cumulativeSum(baseline, WEEKS, Direction.HIGHER_IS_BETTER)
                        .signals())
                .isEmpty();
        assertThatThrownBy(() -> ControlCharts.cumulativeSum(baseline, WEEKS, Direction.NEUTRAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void baseline_underTwelveWeeks_isAbsentAndSaysWhy() {
        assertThat(Baseline.of(WEEKS.subList(0, 11)).absence()).contains(Absence.SHORT_BASELINE);
        assertThat(Baseline.of(WEEKS.subList(0, 12)).present()).isPresent();
    }

    @Test
    void baseline_everyWeekTheSame_isAbsentAndSaysWhy() {
        assertThat(Baseline.of(Collections.nCopies(15, 2.5)).absence()).contains(Absence.NO_SPREAD);
    }

    @Test
    void run_usesTheMedianAndEightInARowAlone() {
        ControlChart chart = ControlCharts.run(WEEKS).present().orElseThrow();
        assertThat(chart.centre()).isCloseTo(2.72, within(DIGITS));
        assertThat(chart.limits()).isEmpty();
        assertThat(chart.signals())
                .containsExactly(
                        new Signal(20, Signal.Rule.RUN_OF_EIGHT, Side.ABOVE),
                        new Signal(21, Signal.Rule.RUN_OF_EIGHT, Side.ABOVE));
        assertThat(ControlCharts.run(List.of()).absence()).contains(Absence.NO_RESPONDENTS);
    }

    @Test
    void run_pointOnTheCentre_neitherBreaksNorCounts() {
        List<Double> series = new ArrayList<>(Collections.nCopies(8, 0.0));
        series.addAll(List.of(1.0, 1.0, 1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 1.0));
        assertThat(ControlCharts.run(series).present().orElseThrow().centre()).isEqualTo(0.5);
        assertThat(ControlCharts.run(series).present().orElseThrow().signals())
                .containsExactly(
                        new Signal(7, Signal.Rule.RUN_OF_EIGHT, Side.BELOW),
                        new Signal(16, Signal.Rule.RUN_OF_EIGHT, Side.ABOVE));
    }

    @Property
    void baseline_constantAdded_shiftsItsMeanAlone(
            @ForAll @Size(20) List<@DoubleRange(min = 1, max = 5) Double> series,
            @ForAll @DoubleRange(min = -10, max = 10) double constant) {
        List<Double> shifted = series.stream().map(value -> value + constant).toList();
        Baseline.of(series.subList(0, 13))
                .present()
                .filter(baseline -> baseline.movingRange() > 1e-3 && baseline.innovationDeviation() > 1e-3)
                .ifPresent(baseline -> {
                    Baseline moved = baseline(shifted.subList(0, 13));
                    assertThat(moved.mean() - baseline.mean()).isCloseTo(constant, within(1e-9));
                    assertThat(moved.deviation()).isCloseTo(baseline.deviation(), within(1e-9));
                    assertThat(moved.autocorrelation()).isCloseTo(baseline.autocorrelation(), within(1e-6));
                });
    }

    @Test
    void weightedMean_usualWeeks_falseSignalsAreAsRareAsTheirTable() {
        assertRunLength("EWMA", 371, 0, true);
    }

    @Test
    void cumulativeSum_usualWeeks_falseSignalsAreAsRareAsTheirTable() {
        assertRunLength("one-sided CUSUM", 931, 0, false);
    }

    @Test
    void weightedMean_neighbouringWeeksAlike_falseSignalsStayAsRare() {
        assertRunLength("EWMA on innovations, autocorrelation 0.5", 371, 0.5, true);
    }

    @Test
    void cumulativeSum_neighbouringWeeksAlike_falseSignalsStayAsRare() {
        assertRunLength("one-sided CUSUM on innovations, autocorrelation 0.5", 931, 0.5, false);
    }

    @Test
    void charts_baselineOfTwelveWeeks_falseSignalsWithinThirtyWeeksAreCounted() {
        int draws = Proof.count(500, 10_000);
        Random random = new Random(20_260_302);
        int[] signalling = new int[3];
        int[] known = new int[3];
        for (int draw = 0; draw < draws; draw++) {
            List<Double> series = IntStream.range(0, 42)
                    .mapToObj(week -> random.nextGaussian())
                    .toList();
            count(signalling, baseline(series.subList(0, 12)), series.subList(12, 42));
            count(known, new Baseline(1_000, 0, 1.128, 0, 1, 1), series.subList(12, 42));
        }
        System.out.printf(
                Locale.UK,
                "proof: series with a false signal on the worse side in 30 usual weeks, baseline of 12 weeks (known baseline):"
                        + " individuals %.1f%% (%.1f%%), EWMA %.1f%% (%.1f%%), CUSUM %.1f%% (%.1f%%)%n",
                100.0 * signalling[0] / draws,
                100.0 * known[0] / draws,
                100.0 * signalling[1] / draws,
                100.0 * known[1] / draws,
                100.0 * signalling[2] / draws,
                100.0 * known[2] / draws);
        Proof.print("series with a baseline of 12 weeks", draws);
        assertThat(known[1]).isLessThan(draws / 10);
        assertThat(known[2]).isLessThan(draws / 10);
    }

    private static void count(int[] signalling, Baseline baseline, List<Double> series) {
        List<ControlChart> charts = List.of(
                ControlCharts.individuals(baseline, series),
                ControlCharts.weightedMean(baseline, series),
                ControlCharts.cumulativeSum(baseline, series, Direction.HIGHER_IS_WORSE));
        for (int chart = 0; chart < charts.size(); chart++) {
            signalling[chart] += signalling(charts.get(chart), Side.ABOVE) > 0 ? 1 : 0;
        }
    }

    /** Mean weeks to a first false signal with a known baseline, in 10,000 series. */
    private static void assertRunLength(String what, double expected, double autocorrelation, boolean weighted) {
        int draws = Proof.count(400, 10_000);
        Random random = new Random(20_260_301);
        double innovation = Math.sqrt(1 - autocorrelation * autocorrelation);
        Baseline known = new Baseline(1_000, 0, 1.128, autocorrelation, 1, innovation);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            int length = 1_024;
            List<Double> series = new ArrayList<>();
            int first = -1;
            for (double value = random.nextGaussian(); first < 0; length *= 4) {
                while (series.size() < length) {
                    series.add(value);
                    value = autocorrelation * value + innovation * random.nextGaussian();
                }
                ControlChart chart = weighted
                        ? ControlCharts.weightedMean(known, series)
                        : ControlCharts.cumulativeSum(known, series, Direction.HIGHER_IS_WORSE);
                first = chart.signals().isEmpty() ? -1 : chart.signals().get(0).week();
            }
            sum += first + 1;
            squares += (first + 1.0) * (first + 1.0);
        }
        double mean = sum / draws;
        double error = Math.sqrt((squares / draws - mean * mean) / draws);
        System.out.printf(
                Locale.UK, "proof: weeks to a false signal, %s: %.0f (expected %.0f)%n", what, mean, expected);
        Proof.print("series of " + what, draws);
        assertThat(mean).isCloseTo(expected, within(4 * error + 0.01 * expected));
    }

    private static Baseline baseline(List<Double> weeks) {
        return Baseline.of(weeks).present().orElseThrow();
    }

    private static long signalling(ControlChart chart, Side side) {
        return chart.signals().stream().filter(signal -> signal.side() == side).count();
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(upper, within(DIGITS));
    }
}
