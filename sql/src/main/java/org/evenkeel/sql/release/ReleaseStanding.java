package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Where a shown group stands on a measure among the groups beside it. Made from shown figures.
 *
 * @param order where it stands in reports
 * @param measure the measure's key
 * @param cohort the group's key
 * @param groups how many groups of the same division are compared, this one included
 * @param pooled the mean, drawn towards the average of the division as far as its own answers leave open
 * @param lower the lower end of its 95% interval
 * @param upper the upper end of its 95% interval
 * @param decimals digits after the decimal point that points are printed with
 * @param margin how many points worse than the average is materially worse
 * @param likelihoodWorse at least this many in 100 speak for materially worse, in steps of five
 * @param ranks the places among the groups that cannot be excluded, where something can be said of places
 * @param level {@code red}, {@code amber}, {@code none} or {@code grey}
 */
public record ReleaseStanding(
        int order,
        String measure,
        String cohort,
        int groups,
        BigDecimal pooled,
        BigDecimal lower,
        BigDecimal upper,
        int decimals,
        BigDecimal margin,
        int likelihoodWorse,
        Optional<Ranks> ranks,
        String level) {
    public ReleaseStanding {
        pooled = pooled.setScale(decimals, RoundingMode.UNNECESSARY);
        lower = lower.setScale(decimals, RoundingMode.UNNECESSARY);
        upper = upper.setScale(decimals, RoundingMode.UNNECESSARY);
        margin = margin.setScale(decimals, RoundingMode.UNNECESSARY);
        Require.that(
                lower.compareTo(upper) <= 0, "A standing's interval runs upwards. Provided: %s to %s", lower, upper);
    }

    /**
     * Places among groups.
     *
     * @param best the best place, 1 for the best group
     * @param worst the worst place
     */
    public record Ranks(int best, int worst) {
        public Ranks {
            Require.that(1 <= best && best <= worst, "Places run from best to worst. Provided: %s to %s", best, worst);
        }
    }
}
