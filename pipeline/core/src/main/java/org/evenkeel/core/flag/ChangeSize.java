package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.change.EffectSizes;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.words.Messages;

/**
 * How large a shown change of a mean is: in points, in multiples of what matters, and as Hedges' g, in this order. A function of
 * shown figures alone; the latter two are on the finest grid on which neighbouring values are no closer than neighbouring values of
 * the change itself.
 *
 * @param kind the kind of change
 * @param measure the measure
 * @param cohort the group, or the school
 * @param change in points, as shown
 * @param matters what matters in points; absent where neither it nor the school's standard deviation is shown
 * @param multiple the change in multiples of it
 * @param effect the change in standard deviations within the group, both terms pooled; absent where one of them is not shown
 * @param without why there is none, in words
 */
public record ChangeSize(
        FigureKind kind,
        Measure measure,
        Cohort cohort,
        Figure.Shown change,
        Optional<Matters> matters,
        Optional<Figure.Shown> multiple,
        Optional<Figure.Shown> effect,
        Optional<String> without) {
    /** Every change of a mean that a release may show. */
    private static final List<FigureKind> CHANGES =
            List.of(FigureKind.CHANGE, FigureKind.CHANGE_OF_SAME_PEOPLE, FigureKind.MODELLED_CHANGE);

    /** Of neither a multiple nor an effect are more digits printed than these. */
    private static final BigDecimal FINEST = new BigDecimal("0.01");

    private static final int DIGITS = 12;

    /**
     * The smallest difference that matters.
     *
     * @param points how much it is
     * @param basis what it is, in words
     */
    public record Matters(BigDecimal points, String basis) {
        /** What the scale states, else half the school's shown standard deviation. */
        static Optional<Matters> of(ShownSoFar figures, ReportedMeasure reported, Messages messages) {
            return reported.importantDifference()
                    .map(points -> new Matters(points, messages.text("flag.matters.stated")))
                    .or(() -> figures.shown(FigureKind.STANDARD_DEVIATION, reported.measure(), Cohort.SCHOOL)
                            .map(Figure.Shown::value)
                            .filter(deviation -> deviation.signum() > 0)
                            .map(deviation -> new Matters(
                                    deviation.divide(BigDecimal.valueOf(2)), messages.text("flag.matters.half"))));
        }
    }

    /** The shown changes of a publication, by measure and in the order of the plan. */
    static List<ChangeSize> of(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        List<ChangeSize> sizes = new ArrayList<>();
        for (ReportedMeasure reported : measures) {
            Optional<Matters> matters = Matters.of(figures, reported, messages);
            for (PlannedCohort planned : figures.now().cohorts()) {
                for (FigureKind kind : CHANGES) {
                    figures.shown(kind, reported.measure(), planned.cohort())
                            .map(change ->
                                    of(figures, kind, reported.measure(), planned.cohort(), change, matters, messages))
                            .ifPresent(sizes::add);
                }
            }
        }
        return List.copyOf(sizes);
    }

    private static ChangeSize of(
            ShownSoFar figures,
            FigureKind kind,
            Measure measure,
            Cohort cohort,
            Figure.Shown change,
            Optional<Matters> matters,
            Messages messages) {
        Optional<EffectSizes.Scores> now = spread(
                figures.shown(FigureKind.STANDARD_DEVIATION, measure, cohort),
                figures.shown(FigureKind.RESPONDENTS, measure, cohort));
        Optional<EffectSizes.Scores> before = figures.inTermBefore(cohort)
                .flatMap(then -> spread(
                        figures.shownThen(FigureKind.STANDARD_DEVIATION, measure, then),
                        figures.shownThen(FigureKind.RESPONDENTS, measure, then)));
        Target target = figures.now()
                .target(ShownSoFar.key(kind, measure, Period.of(figures.now().term()), cohort))
                .orElse(Target.ANALYTIC);
        Optional<Figure.Shown> effect =
                now.flatMap(later -> before.flatMap(earlier -> effect(change, earlier, later, target)));
        return new ChangeSize(
                kind,
                measure,
                cohort,
                change,
                matters,
                matters.map(enough -> multiple(change, enough.points())),
                effect,
                effect.isPresent()
                        ? Optional.empty()
                        : Optional.of(messages.text(
                                now.isEmpty()
                                        ? "flag.effect.now"
                                        : before.isEmpty() ? "flag.effect.before" : "flag.effect.alike")));
    }

    private static Optional<EffectSizes.Scores> spread(
            Optional<Figure.Shown> deviation, Optional<Figure.Shown> respondents) {
        return deviation.flatMap(points -> respondents.map(people -> new EffectSizes.Scores(
                people.value().longValueExact(), points.value().doubleValue())));
    }

    private static Optional<Figure.Shown> effect(
            Figure.Shown change, EffectSizes.Scores earlier, EffectSizes.Scores later, Target target) {
        double pooled = EffectSizes.pooled(earlier, later);
        return EffectSizes.standardised(change.value().doubleValue(), interval(change), earlier, later, target)
                .present()
                .map(present -> grid(BigDecimal.valueOf(change.step().doubleValue() / pooled))
                        .show(present.value(), present.interval()));
    }

    private static Figure.Shown multiple(Figure.Shown change, BigDecimal enough) {
        double points = enough.doubleValue();
        return grid(change.step().divide(enough, DIGITS, RoundingMode.UP))
                .show(
                        change.value().doubleValue() / points,
                        interval(change).map(ends -> new Interval(ends.lower() / points, ends.upper() / points)));
    }

    private static Optional<Interval> interval(Figure.Shown change) {
        return change.range()
                .map(ends ->
                        new Interval(ends.lower().doubleValue(), ends.upper().doubleValue()));
    }

    private static Grid grid(BigDecimal step) {
        return Grid.noFiner(step.max(FINEST));
    }
}
