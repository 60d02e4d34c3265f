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
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.words.Messages;

/**
 * How far a shown mean lies from a reference that stays from term to term, in steps of what matters; never from other groups.
 *
 * <p>Where a cut is published it is the reference: 1 at it or beyond by less than a step, 2 by a step or more; 0 short of it by up to a
 * step, −1 by up to two, −2 by more. Else the reference is the school's mean in the study's first term:
 * 0 within a step, 1 and −1 within two, 2 and −2 farther; in that term itself nothing is said. A step is the important difference of
 * the scale or, where none is stated, half the school's standard deviation in the first term in which it is shown.
 *
 * @param measure the measure
 * @param cohort the group, or the school
 * @param band −2 much better, −1 better, 0 about the reference, 1 worse, 2 much worse
 * @param reference in points
 * @param step in points
 * @param basis what the reference is, in words
 */
public record AbsoluteBand(
        Measure measure, Cohort cohort, int band, BigDecimal reference, BigDecimal step, String basis) {
    private static final int FARTHEST = 2;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The bands of every shown mean of the term, by measure and in the order of the plan; neutral measures have no worse side. */
    static List<AbsoluteBand> of(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        List<AbsoluteBand> bands = new ArrayList<>();
        for (ReportedMeasure reported : measures) {
            if (reported.direction() != Direction.NEUTRAL) {
                step(figures, reported)
                        .filter(step -> step.signum() > 0)
                        .ifPresent(step -> Scheme.of(figures, reported, messages)
                                .ifPresent(scheme -> bands.addAll(of(figures, reported, step, scheme))));
            }
        }
        return List.copyOf(bands);
    }

    private static List<AbsoluteBand> of(ShownSoFar figures, ReportedMeasure reported, BigDecimal step, Scheme scheme) {
        List<AbsoluteBand> bands = new ArrayList<>();
        for (PlannedCohort planned : figures.now().cohorts()) {
            figures.shown(FigureKind.MEAN, reported.measure(), planned.cohort())
                    .ifPresent(mean -> bands.add(new AbsoluteBand(
                            reported.measure(),
                            planned.cohort(),
                            scheme.band(worseBy(reported, mean, scheme.reference()), step),
                            scheme.reference(),
                            step,
                            scheme.basis())));
        }
        return bands;
    }

    private static BigDecimal worseBy(ReportedMeasure reported, Figure.Shown mean, BigDecimal reference) {
        BigDecimal distance = mean.value().subtract(reference);
        return reported.direction() == Direction.HIGHER_IS_BETTER ? distance.negate() : distance;
    }

    private static Optional<BigDecimal> step(ShownSoFar figures, ReportedMeasure reported) {
        Measure measure = reported.measure();
        return reported.importantDifference()
                .or(() -> figures.schoolInFirstTerm(FigureKind.STANDARD_DEVIATION, measure)
                        .map(ShownSoFar.InTerm::figure)
                        .or(() -> figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL))
                        .map(deviation -> deviation.value().multiply(HALF)));
    }

    /**
     * What means are held against.
     *
     * @param kind what it is
     * @param reference in points
     * @param basis in words
     */
    private record Scheme(Kind kind, BigDecimal reference, String basis) {
        private enum Kind {
            CUT,
            FIRST_TERM
        }

        static Optional<Scheme> of(ShownSoFar figures, ReportedMeasure reported, Messages messages) {
            return reported.atRiskCut()
                    .map(cut -> new Scheme(Kind.CUT, cut, messages.text("flag.band.cut")))
                    .or(() -> figures.schoolInFirstTerm(FigureKind.MEAN, reported.measure())
                            .map(first -> new Scheme(
                                    Kind.FIRST_TERM,
                                    first.figure().value(),
                                    messages.text(
                                            "flag.band.first-term", first.term().value()))));
        }

        int band(BigDecimal worseBy, BigDecimal step) {
            BigDecimal size = worseBy.abs();
            return switch (kind) {
                case FIRST_TERM -> worseBy.signum() * Math.min(FARTHEST, steps(size, step, RoundingMode.DOWN));
                case CUT ->
                    worseBy.signum() >= 0
                            ? Math.min(FARTHEST, 1 + steps(size, step, RoundingMode.DOWN))
                            : Math.max(-FARTHEST, 1 - steps(size, step, RoundingMode.UP));
            };
        }

        private static int steps(BigDecimal size, BigDecimal step, RoundingMode mode) {
            return size.divide(step, 0, mode).intValue();
        }
    }
}
