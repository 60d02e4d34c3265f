package org.evenkeel.reports.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.reports.model.Axis;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;

/**
 * The stretch of a scale a chart shows: what its values need, on round ticks, and never less than a fifth of the scale, so
 * that a small difference cannot look like a large one.
 *
 * @param from the lowest value shown
 * @param to the highest value shown
 * @param step the distance between ticks
 * @param decimals digits a tick needs
 * @param percent whether ticks are printed with a percent sign
 */
record ValueRange(double from, double to, double step, int decimals, boolean percent) {
    private static final double LEAST_SHARE = 0.2;
    private static final int FEWEST_STEPS = 3;

    /** The stretch that holds the readings with their intervals and bands. Percent axes start at nothing. */
    static ValueRange of(Axis axis, List<Reading> readings) {
        return of(axis, readings, List.of());
    }

    /** The stretch that holds these numbers. */
    static ValueRange around(Axis axis, List<BigDecimal> numbers) {
        return of(axis, List.of(), numbers);
    }

    /** The stretch that holds the readings, and these numbers besides. */
    static ValueRange of(Axis axis, List<Reading> readings, List<BigDecimal> besides) {
        double lowest = axis.lowest().doubleValue();
        double highest = axis.highest().doubleValue();
        double[] values = Stream.concat(
                        readings.stream()
                                .flatMap(reading -> Stream.of(
                                        reading.value(),
                                        reading.lower(),
                                        reading.upper(),
                                        reading.bandLower(),
                                        reading.bandUpper()))
                                .flatMap(value -> value.stream()),
                        besides.stream())
                .mapToDouble(BigDecimal::doubleValue)
                .toArray();
        double from = axis.isPercent() ? lowest : min(values, lowest);
        double to = max(values, highest);
        boolean openAbove = readings.stream()
                .anyMatch(reading ->
                        reading.bandLower().isPresent() && reading.bandUpper().isEmpty());
        if (openAbove) {
            to = highest;
        }
        double least = LEAST_SHARE * (highest - lowest);
        if (to - from < least) {
            double middle = (from + to) / 2;
            from = Math.max(lowest, middle - least / 2);
            to = Math.min(highest, from + least);
            from = Math.max(lowest, to - least);
        }
        double step = step(to - from);
        from = Math.max(lowest, Math.floor(from / step + 1e-9) * step);
        to = Math.min(highest, Math.ceil(to / step - 1e-9) * step);
        int decimals = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
        return new ValueRange(from, to, step, decimals, axis.isPercent());
    }

    /** How much of the scale is shown. */
    double span() {
        return to - from;
    }

    /** The ticks with their labels. */
    List<TickAxis.Tick> ticks(Words words) {
        List<TickAxis.Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(from / step - 1e-9);
        long last = (long) Math.floor(to / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(new TickAxis.Tick(i * step, label(i * step, words)));
        }
        return ticks;
    }

    private String label(double tick, Words words) {
        String digits = words.number(BigDecimal.valueOf(tick).setScale(decimals, RoundingMode.HALF_EVEN));
        return percent ? words.text("model.number.percent", digits) : digits;
    }

    private static double min(double[] values, double otherwise) {
        return Arrays.stream(values).min().orElse(otherwise);
    }

    private static double max(double[] values, double otherwise) {
        return Arrays.stream(values).max().orElse(otherwise);
    }

    private static double step(double span) {
        double rough = span / FEWEST_STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double factor : new double[] {5, 2, 1}) {
            if (factor * power <= rough + 1e-9) {
                return factor * power;
            }
        }
        return power;
    }
}
