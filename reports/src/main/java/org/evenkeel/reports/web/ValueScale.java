package org.evenkeel.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.Axis;
import org.evenkeel.reports.words.Words;

/**
 * Where values lie along a stretch of a drawing: around what is drawn, with room at both ends, and never beyond what is possible.
 *
 * @param lowest the value at the start
 * @param highest the value at the end
 * @param step the distance between ticks
 * @param start where the lowest value lies
 * @param end where the highest value lies
 */
record ValueScale(BigDecimal lowest, BigDecimal highest, BigDecimal step, double start, double end) {
    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5));

    static ValueScale around(List<BigDecimal> values, Axis axis, int mostTicks, double start, double end) {
        BigDecimal low = values.stream().min(BigDecimal::compareTo).orElse(axis.lowest());
        BigDecimal high = values.stream().max(BigDecimal::compareTo).orElse(axis.highest());
        BigDecimal span =
                high.subtract(low).max(axis.highest().subtract(axis.lowest()).movePointLeft(1));
        BigDecimal step = step(span, mostTicks);
        BigDecimal first = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal last = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (first.compareTo(last) == 0) {
            last = first.add(step);
        }
        return new ValueScale(first.max(floor(axis, step)), last.min(ceiling(axis, step)), step, start, end);
    }

    private static BigDecimal floor(Axis axis, BigDecimal step) {
        return axis.lowest().divide(step, 0, RoundingMode.FLOOR).multiply(step);
    }

    private static BigDecimal ceiling(Axis axis, BigDecimal step) {
        return axis.highest().divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private static BigDecimal step(BigDecimal span, int mostTicks) {
        for (int power = -4; power < 7; power++) {
            for (BigDecimal digit : STEPS) {
                BigDecimal candidate = digit.scaleByPowerOfTen(power);
                if (span.divide(candidate, 0, RoundingMode.CEILING).intValue() <= mostTicks) {
                    return candidate;
                }
            }
        }
        return span;
    }

    /** Where a value lies. */
    double at(BigDecimal value) {
        double share =
                value.subtract(lowest).doubleValue() / highest.subtract(lowest).doubleValue();
        return start + Math.max(0, Math.min(1, share)) * (end - start);
    }

    /** The values that are written beside the drawing. */
    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (BigDecimal tick = lowest; tick.compareTo(highest) <= 0; tick = tick.add(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** A tick in digits, all of them with as many decimals. */
    String label(BigDecimal tick, Words words) {
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        return words.number(tick.setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
