package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a source reports. Lowest and highest score are kept without trailing zeros.
 *
 * @param key {@code source/scale}
 * @param order where it stands in reports: stress and engagement first
 * @param source the source's id
 * @param title what reports call it
 * @param theme {@code stress}, {@code engagement}, {@code burnout}, {@code wellbeing}, {@code distress}, {@code connection}, {@code peer-support}
 * @param direction {@code higher-is-worse}, {@code higher-is-better} or {@code neutral}
 * @param unit what a point is called
 * @param lowest the lowest possible score
 * @param highest the highest possible score
 * @param atRisk the at-risk rule in words, where there is one
 * @param atRiskSource where that rule comes from; starts with {@code Convention:} where it is one
 * @param instrument the instrument's full name and version
 * @param items how many items the scale has
 * @param references where the scoring rule comes from
 */
public record ReleaseMeasure(
        String key,
        int order,
        String source,
        String title,
        String theme,
        String direction,
        String unit,
        BigDecimal lowest,
        BigDecimal highest,
        Optional<String> atRisk,
        Optional<String> atRiskSource,
        String instrument,
        int items,
        String references) {
    public ReleaseMeasure {
        lowest = plain(lowest);
        highest = plain(highest);
    }

    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
