package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How large a shown change of a mean is. Made from shown figures.
 *
 * @param order where it stands in reports
 * @param kind the kind of change, as the figure has it
 * @param measure the measure's key
 * @param cohort the group's key
 * @param points in points, as shown
 * @param matters what matters and the change in multiples of it, where it is known
 * @param effect as Hedges' g, where the standard deviations of both terms are shown
 * @param without why there is no g, in words
 */
public record ReleaseChangeSize(
        int order,
        String kind,
        String measure,
        String cohort,
        Size points,
        Optional<Multiple> matters,
        Optional<Size> effect,
        Optional<String> without) {
    public ReleaseChangeSize {
        Require.that(
                effect.isPresent() != without.isPresent(),
                "A change has a g or the reason why not. Provided: %s, %s",
                effect,
                without);
    }

    /**
     * A size with its 95% interval.
     *
     * @param value the size
     * @param lower the lower end, where it has an interval
     * @param upper the upper end
     * @param decimals digits after the decimal point to print
     */
    public record Size(BigDecimal value, Optional<BigDecimal> lower, Optional<BigDecimal> upper, int decimals) {
        public Size {
            value = value.setScale(decimals, RoundingMode.UNNECESSARY);
            lower = lower.map(end -> end.setScale(decimals, RoundingMode.UNNECESSARY));
            upper = upper.map(end -> end.setScale(decimals, RoundingMode.UNNECESSARY));
            Require.that(
                    lower.isPresent() == upper.isPresent(),
                    "An interval has both ends. Provided: %s, %s",
                    lower,
                    upper);
        }
    }

    /**
     * A change in multiples of what matters.
     *
     * @param points what matters, in points
     * @param basis what that is, in words
     * @param size the change in multiples of it
     */
    public record Multiple(BigDecimal points, String basis, Size size) {
        public Multiple {
            points = points.signum() == 0 ? BigDecimal.ZERO : points.stripTrailingZeros();
        }
    }
}
