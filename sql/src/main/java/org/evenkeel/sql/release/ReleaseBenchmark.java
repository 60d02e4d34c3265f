package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A published value of others, of the same instrument by the same rule, which somebody has compared with its source.
 *
 * @param order where it stands in reports
 * @param measure the measure's key
 * @param mean the mean of those others, in points
 * @param decimals digits after the decimal point that the mean is printed with
 * @param population who they were
 * @param year when they were asked
 * @param source where it is published
 * @param verified the day on which the value was compared with its source
 */
public record ReleaseBenchmark(
        int order,
        String measure,
        BigDecimal mean,
        int decimals,
        String population,
        String year,
        String source,
        LocalDate verified) {
    public ReleaseBenchmark {
        mean = mean.setScale(decimals, RoundingMode.UNNECESSARY);
    }
}
