package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ImportantDifference;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.study.Language;
import org.evenkeel.core.study.Measure;

/**
 * What sentences say of a measure beside its figures; a release states all of it.
 *
 * @param measure the measure
 * @param title what reports call it
 * @param theme what it speaks of
 * @param direction which way is worse
 * @param lowest the lowest possible score
 * @param highest the highest possible score
 * @param atRiskCut the published score from which on a respondent is at risk, where a publication gives one
 * @param importantDifference the smallest difference that matters, where one is stated
 */
public record ReportedMeasure(
        Measure measure,
        String title,
        Theme theme,
        Direction direction,
        BigDecimal lowest,
        BigDecimal highest,
        Optional<BigDecimal> atRiskCut,
        Optional<BigDecimal> importantDifference) {
    /** The measure under its scoring rule, called what it is called in a language. */
    public static ReportedMeasure of(Measure measure, Scale scale, Language language) {
        return new ReportedMeasure(
                measure,
                scale.title().in(language),
                scale.theme(),
                scale.direction(),
                points(scale.lattice().lowestPoints()),
                points(scale.lattice().highestPoints()),
                scale.atRisk()
                        .filter(rule -> rule.basis() == AtRiskRule.Basis.PUBLISHED)
                        .map(AtRiskRule::cut),
                scale.importantDifference().map(ImportantDifference::points));
    }

    /** A score turned so that higher is worse, or turned back. */
    double turned(double value) {
        return direction == Direction.HIGHER_IS_BETTER ? -value : value;
    }

    /** An interval of scores turned so that higher is worse, or turned back. */
    Interval turned(Interval interval) {
        return direction == Direction.HIGHER_IS_BETTER ? new Interval(-interval.upper(), -interval.lower()) : interval;
    }

    private static BigDecimal points(double points) {
        return new BigDecimal(Double.toString(points));
    }
}
