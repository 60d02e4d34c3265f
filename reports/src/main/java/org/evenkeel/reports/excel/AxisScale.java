package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;

/**
 * A value axis in round steps. Written into the chart, so that every application draws the same picture.
 *
 * @param minimum where the axis begins, a multiple of the step
 * @param maximum where it ends, a multiple of the step
 * @param step from one grid line to the next
 */
record AxisScale(BigDecimal minimum, BigDecimal maximum, BigDecimal step) {
    private static final List<BigDecimal> MANTISSAS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);
    private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(6);

    /** The tightest axis of at most six round steps that holds all values, within the limits that the scale itself has. */
    static AxisScale around(Collection<BigDecimal> values, BigDecimal lowest, BigDecimal highest) {
        BigDecimal low =
                values.stream().min(BigDecimal::compareTo).orElse(lowest).max(lowest);
        BigDecimal high =
                values.stream().max(BigDecimal::compareTo).orElse(highest).min(highest);
        BigDecimal span = high.subtract(low);
        BigDecimal floor = highest.subtract(lowest).movePointLeft(1);
        BigDecimal wanted = span.compareTo(floor) < 0 ? floor : span;
        BigDecimal step = roundStep(wanted.divide(MOST_STEPS.subtract(BigDecimal.ONE), 6, RoundingMode.CEILING));
        BigDecimal minimum = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal maximum = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
        if (maximum.compareTo(minimum) <= 0) {
            maximum = minimum.add(step);
        }
        return new AxisScale(minimum, maximum, step);
    }

    /** An axis that begins at zero, for columns: their length is what is compared. */
    static AxisScale fromZero(Collection<BigDecimal> values) {
        BigDecimal high = values.stream()
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE)
                .max(BigDecimal.ONE);
        BigDecimal step = roundStep(high.divide(MOST_STEPS.subtract(BigDecimal.ONE), 6, RoundingMode.CEILING));
        return new AxisScale(
                BigDecimal.ZERO, high.divide(step, 0, RoundingMode.CEILING).multiply(step), step);
    }

    /** Zero to one hundred per cent. */
    static AxisScale percent() {
        return new AxisScale(BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.valueOf(20));
    }

    /** As many decimals as the steps need. */
    int decimals() {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    private static BigDecimal roundStep(BigDecimal atLeast) {
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(atLeast.precision() - atLeast.scale() - 1);
        return MANTISSAS.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(atLeast) >= 0)
                .findFirst()
                .orElse(power.multiply(BigDecimal.TEN));
    }
}
