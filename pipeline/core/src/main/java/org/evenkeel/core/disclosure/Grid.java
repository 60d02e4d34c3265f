package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Interval;

/**
 * A display grid: the multiples of one step. The only place in the house where a number is rounded.
 *
 * @param step the distance between neighbouring values that can be shown
 */
public record Grid(BigDecimal step) {
    private static final List<BigDecimal> STEPS =
            List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10", "20", "50").stream()
                    .map(BigDecimal::new)
                    .toList();
    private static final BigDecimal FINEST_PARTS = BigDecimal.valueOf(400);
    private static final BigDecimal TOTALS_PER_STEP = BigDecimal.valueOf(5);

    public Grid {
        Require.that(step.signum() > 0, "a step must be above 0. Value given: %s", step);
    }

    /**
     * The finest grid for means of this many respondents on which at least five totals fit every shown value, so that no
     * shown mean gives the exact total away.
     */
    public static Grid ofMean(BigDecimal granularity, long respondents) {
        BigDecimal least = granularity.multiply(TOTALS_PER_STEP);
        return new Grid(STEPS.stream()
                .filter(step -> step.multiply(BigDecimal.valueOf(respondents)).compareTo(least) >= 0)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1)));
    }

    /** The finest grid on which a scale is worth printing: a four-hundredth of its range. More digits than it measures mislead. */
    public static Grid ofRange(double lowest, double highest) {
        return noFiner(BigDecimal.valueOf(highest - lowest).divide(FINEST_PARTS));
    }

    /** The finest grid whose step is no smaller than this. */
    public static Grid noFiner(BigDecimal least) {
        return new Grid(STEPS.stream()
                .filter(step -> step.compareTo(least) >= 0)
                .findFirst()
                .orElse(STEPS.get(STEPS.size() - 1)));
    }

    /** The coarser of two grids. */
    public Grid coarser(Grid other) {
        return step.compareTo(other.step) >= 0 ? this : other;
    }

    /** The nearest value of the grid, half to even. */
    public BigDecimal nearest(double value) {
        return rounded(value, RoundingMode.HALF_EVEN);
    }

    /** The value and its interval on the grid, the interval widened outward so that it never promises more than it holds. */
    public Figure.Shown show(double value, Optional<Interval> interval) {
        return new Figure.Shown(
                nearest(value),
                interval.map(ends -> new Figure.Range(
                        rounded(ends.lower(), RoundingMode.FLOOR), rounded(ends.upper(), RoundingMode.CEILING))),
                step);
    }

    /**
     * The values of the grid that lie in an interval, from the first to the last: a value of the grid lies between these two exactly
     * where it lies in the interval. Empty where there is none.
     */
    public Optional<Figure.Range> inside(Interval interval) {
        BigDecimal first = rounded(interval.lower(), RoundingMode.CEILING);
        BigDecimal last = rounded(interval.upper(), RoundingMode.FLOOR);
        return first.compareTo(last) > 0 ? Optional.empty() : Optional.of(new Figure.Range(first, last));
    }

    private BigDecimal rounded(double value, RoundingMode mode) {
        BigDecimal steps = new BigDecimal(value).divide(step, 0, mode);
        return steps.multiply(step)
                .setScale(Math.max(0, step.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
    }
}
