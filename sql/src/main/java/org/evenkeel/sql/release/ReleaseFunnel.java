package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Within which bounds the means of groups of any size are to be expected on a measure, for one division of the school. Made from
 * shown figures: of n answers a mean is expected within the centre ± z √(deviation²/n + overdispersion²).
 *
 * @param order where it stands in reports
 * @param measure the measure's key
 * @param grouping the division's key
 * @param groups how many groups are compared
 * @param centre the average, in points
 * @param deviation the standard deviation of answers within groups
 * @param overdispersion the standard deviation by which groups differ beyond chance; 0 where there are fewer than ten, or none is seen
 * @param decimals digits after the decimal point that points are printed with
 */
public record ReleaseFunnel(
        int order,
        String measure,
        String grouping,
        int groups,
        BigDecimal centre,
        BigDecimal deviation,
        BigDecimal overdispersion,
        int decimals) {
    public ReleaseFunnel {
        centre = centre.setScale(decimals, RoundingMode.UNNECESSARY);
        deviation = deviation.setScale(decimals, RoundingMode.UNNECESSARY);
        overdispersion = overdispersion.setScale(decimals, RoundingMode.UNNECESSARY);
    }
}
