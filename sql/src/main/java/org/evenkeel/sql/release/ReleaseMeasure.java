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
 * @param atRiskCut the published score from which on a respondent is at risk, where a publication gives one
 * @param importantDifference the smallest difference that matters, where one is stated
 * @param importantDifferenceSource where that comes from; starts with {@code Convention:} where it is one
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
        String references,
        Optional<BigDecimal> atRiskCut,
        Optional<BigDecimal> importantDifference,
        Optional<String> importantDifferenceSource) {
    public ReleaseMeasure {
        lowest = plain(lowest);
        highest = plain(highest);
        atRiskCut = atRiskCut.map(ReleaseMeasure::plain);
        importantDifference = importantDifference.map(ReleaseMeasure::plain);
        Require.that(
                importantDifference.isPresent() == importantDifferenceSource.isPresent(),
                "Measure %s: an important difference is stated with its source. Provided: %s",
                key,
                importantDifference);
    }

    private static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
