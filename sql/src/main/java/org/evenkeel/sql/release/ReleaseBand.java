package org.evenkeel.sql.release;

import java.math.BigDecimal;

/**
 * How far a shown mean lies from a reference that stays from term to term, in steps of what matters. Made from shown figures.
 *
 * @param order where it stands in reports
 * @param measure the measure's key
 * @param cohort the group's key, or the school's
 * @param band -2 much better, -1 better, 0 about the reference, 1 worse, 2 much worse
 * @param reference the reference in points
 * @param step what matters, in points
 * @param basis what the reference is, in words
 */
public record ReleaseBand(
        int order, String measure, String cohort, int band, BigDecimal reference, BigDecimal step, String basis) {
    /** Bands run from this much better to this much worse. */
    public static final int FARTHEST = 2;

    public ReleaseBand {
        Require.that(Math.abs(band) <= FARTHEST, "A band is -%s to %s. Provided: %s", FARTHEST, FARTHEST, band);
        reference = reference.stripTrailingZeros();
        step = step.stripTrailingZeros();
    }
}
