package org.evenkeel.core.flag;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.disclosure.ReleasedFigure;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;

/**
 * The shown figures of one publication and the groups it speaks of: all that flags and findings may know. A release has them;
 * so has everybody who reads the published rows.
 */
public interface ShownFigures {
    /** The term that is spoken of. */
    TermId term();

    /** Whom the headcounts cover. */
    Coverage coverage();

    /** The groups that are spoken of, in the order of the plan. */
    List<PlannedCohort> cohorts();

    /** The weeks that are spoken of, in order. */
    List<Period> weeks();

    /** The first day of the term. */
    LocalDate begins();

    /** When exams are sat in the term. */
    List<DateRange> exams();

    /** Whether exams are sat in the week. */
    default boolean holdsExams(Period week) {
        return week.week().map(IsoWeek::monday).stream()
                .anyMatch(monday -> exams().stream()
                        .anyMatch(exam ->
                                !exam.to().isBefore(monday) && !exam.from().isAfter(monday.plusDays(6))));
    }

    /** The figure about this, where it is shown. */
    Optional<Figure.Shown> shown(FigureKey key);

    /** Whom the figure about this speaks of, where it is shown. */
    Optional<Target> target(FigureKey key);

    /** What the people of a group by year were called in the term before, where that is known. */
    Optional<Cohort> formerly(Cohort cohort);

    /** The flag that was published of the group, if it was; of a release in the making none is known. */
    Optional<Flag.Level> flagged(Cohort cohort, Measure measure);

    /**
     * The shown figures of a release in the making.
     *
     * @param release the release
     * @param coverage whom the headcounts cover
     * @param term its term
     * @param labels what its years were called in the term before
     */
    static ShownFigures of(Release release, Coverage coverage, Term term, YearLabels labels) {
        List<Period> weeks = release.periods().stream()
                .filter(period -> period.week().isPresent())
                .toList();
        return new ShownFigures() {
            @Override
            public TermId term() {
                return term.id();
            }

            @Override
            public Coverage coverage() {
                return coverage;
            }

            @Override
            public List<PlannedCohort> cohorts() {
                return release.cohorts();
            }

            @Override
            public List<Period> weeks() {
                return weeks;
            }

            @Override
            public LocalDate begins() {
                return term.days().from();
            }

            @Override
            public List<DateRange> exams() {
                return term.exams();
            }

            @Override
            public Optional<Figure.Shown> shown(FigureKey key) {
                return release.figure(key).map(ReleasedFigure::figure).flatMap(Figure::shown);
            }

            @Override
            public Optional<Target> target(FigureKey key) {
                return release.figure(key).flatMap(ReleasedFigure::target);
            }

            @Override
            public Optional<Cohort> formerly(Cohort cohort) {
                return labels.of(cohort);
            }

            @Override
            public Optional<Flag.Level> flagged(Cohort cohort, Measure measure) {
                return Optional.empty();
            }
        };
    }
}
