package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.study.Period;

/**
 * Which shown cohorts stand out from the school, from shown figures alone.
 *
 * <p>A cohort is flagged on a measure when its shown interval lies wholly on the worse side of the school's shown interval,
 * and its shown mean is worse by at least 0.3 (amber) or 0.5 (red) of the school's shown standard deviation. A convention of
 * this edition: no false-alarm rate is claimed for it.
 */
public final class Flags {
    private static final BigDecimal AMBER = new BigDecimal("0.3");
    private static final BigDecimal RED = new BigDecimal("0.5");

    private Flags() {}

    /** The flags of a publication, red first, then by measure and cohort in its own order. */
    public static List<Flag> of(ShownFigures figures, List<ReportedMeasure> measures) {
        List<Flag> flags = new ArrayList<>();
        for (ReportedMeasure measure : measures) {
            for (PlannedCohort cohort : figures.cohorts()) {
                if (!cohort.cohort().equals(Cohort.SCHOOL)) {
                    flag(figures, measure, cohort).ifPresent(flags::add);
                }
            }
        }
        flags.sort(Comparator.comparing(Flag::level));
        return List.copyOf(flags);
    }

    private static Optional<Flag> flag(ShownFigures figures, ReportedMeasure reported, PlannedCohort planned) {
        FigureKey ofGroup = Findings.key(figures, FigureKind.MEAN, reported, planned.cohort());
        FigureKey ofSchool = Findings.key(figures, FigureKind.MEAN, reported, Cohort.SCHOOL);
        FigureKey ofSpread = Findings.key(figures, FigureKind.STANDARD_DEVIATION, reported, Cohort.SCHOOL);
        FigureKey ofPeople = Findings.key(figures, FigureKind.RESPONDENTS, reported, planned.cohort());
        Optional<Figure.Shown> group = figures.shown(ofGroup);
        Optional<Figure.Shown> school = figures.shown(ofSchool);
        Optional<Figure.Shown> spread = figures.shown(ofSpread);
        if (group.isEmpty()
                || school.isEmpty()
                || spread.isEmpty()
                || group.get().range().isEmpty()
                || school.get().range().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gap =
                worseBy(reported, group.get().value().subtract(school.get().value()));
        boolean clear = group.get().range().get().clearOf(school.get().range().get());
        Optional<Flag.Level> level = clear ? level(gap, spread.get().value()) : Optional.empty();
        return level.map(found -> new Flag(
                planned.cohort(),
                reported.measure(),
                found,
                sentence(figures, reported, planned, group.get(), school.get()),
                List.of(ofGroup, ofSchool, ofSpread, ofPeople)));
    }

    private static Optional<Flag.Level> level(BigDecimal gap, BigDecimal spread) {
        if (gap.signum() <= 0) {
            return Optional.empty();
        }
        return gap.compareTo(RED.multiply(spread)) >= 0
                ? Optional.of(Flag.Level.RED)
                : gap.compareTo(AMBER.multiply(spread)) >= 0 ? Optional.of(Flag.Level.AMBER) : Optional.empty();
    }

    private static BigDecimal worseBy(ReportedMeasure reported, BigDecimal difference) {
        return switch (reported.direction()) {
            case HIGHER_IS_WORSE -> difference;
            case HIGHER_IS_BETTER -> difference.negate();
            case NEUTRAL -> BigDecimal.ZERO;
        };
    }

    private static String sentence(
            ShownFigures figures,
            ReportedMeasure reported,
            PlannedCohort planned,
            Figure.Shown group,
            Figure.Shown school) {
        Figure.Range range = group.range().orElseThrow();
        BigDecimal gap = group.value().subtract(school.value()).abs();
        String side = reported.direction() == Direction.HIGHER_IS_WORSE ? "above" : "below";
        return String.format(
                "%s: %s %s (95%% range %s to %s), %s %s the whole school's %s%s.",
                CohortName.of(planned),
                Findings.lowerFirst(reported.title()),
                group.value().toPlainString(),
                range.lower().toPlainString(),
                range.upper().toPlainString(),
                gap.stripTrailingZeros().toPlainString() + " points",
                side,
                school.value().toPlainString(),
                answered(figures, reported, planned));
    }

    private static String answered(ShownFigures figures, ReportedMeasure reported, PlannedCohort planned) {
        FigureKey rate = new FigureKey(
                FigureKind.RESPONSE_RATE.code(),
                reported.measure().source(),
                Optional.empty(),
                Period.of(figures.term()),
                planned.cohort());
        return figures.shown(Findings.key(figures, FigureKind.RESPONDENTS, reported, planned.cohort()))
                        .map(shown -> "; " + shown.value().toPlainString() + " answered")
                        .orElse("")
                + figures.shown(rate)
                        .map(shown -> " (response " + shown.value().toPlainString() + "%)")
                        .orElse("");
    }
}
