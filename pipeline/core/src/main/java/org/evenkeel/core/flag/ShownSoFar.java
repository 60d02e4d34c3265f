package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * What is shown now, with everything that was shown before.
 *
 * @param now the publication that is spoken of
 * @param before all publications before it, in their order
 */
public record ShownSoFar(ShownFigures now, List<ShownFigures> before) {
    public ShownSoFar {
        before = List.copyOf(before);
    }

    /** A study's first publication. */
    public static ShownSoFar first(ShownFigures now) {
        return new ShownSoFar(now, List.of());
    }

    /** The figure of the term about this measure and group, where it is shown. */
    Optional<Figure.Shown> shown(FigureKind kind, Measure measure, Cohort cohort) {
        return now.shown(key(kind, measure, Period.of(now.term()), cohort));
    }

    /** The share of those asked who answered from a source, where it is shown. */
    Optional<Double> response(SourceId source, Cohort cohort) {
        return now.shown(ofSource(FigureKind.RESPONSE_RATE, source, cohort))
                .map(rate -> rate.value().doubleValue() / 100);
    }

    /** What the figure about a source as a whole in the term is called. */
    FigureKey ofSource(FigureKind kind, SourceId source, Cohort cohort) {
        return new FigureKey(kind.code(), source, Optional.empty(), Period.of(now.term()), cohort);
    }

    /** A figure of the school and the term it is about. */
    record InTerm(TermId term, Figure.Shown figure) {}

    /** The school's figure in the first term of the study in which it is shown, where that is an earlier one. */
    Optional<InTerm> schoolInFirstTerm(FigureKind kind, Measure measure) {
        return before.stream()
                .filter(earlier -> !earlier.term().equals(now.term()))
                .flatMap(earlier -> earlier.shown(key(kind, measure, Period.of(earlier.term()), Cohort.SCHOOL)).stream()
                        .map(figure -> new InTerm(earlier.term(), figure)))
                .findFirst();
    }

    /**
     * Whether the group was flagged red on the measure when it was last spoken of. A group by year is followed by its class, under
     * the label it had then.
     */
    boolean wasRed(Measure measure, Cohort cohort) {
        Map<TermId, Cohort> names = names(cohort);
        List<ShownFigures> terms = before.stream()
                .filter(earlier -> !earlier.term().equals(now.term()))
                .filter(earlier -> Optional.ofNullable(names.get(earlier.term()))
                        .flatMap(name -> earlier.shown(key(FigureKind.MEAN, measure, Period.of(earlier.term()), name)))
                        .isPresent())
                .toList();
        return !terms.isEmpty()
                && terms.get(terms.size() - 1)
                        .flagged(names.getOrDefault(terms.get(terms.size() - 1).term(), cohort), measure)
                        .filter(level -> level == Flag.Level.RED)
                        .isPresent();
    }

    /** The last term before this one that was spoken of as a whole, with what the group was called in it. */
    Optional<Named> inTermBefore(Cohort cohort) {
        Map<TermId, Cohort> names = names(cohort);
        return before.stream()
                .filter(earlier -> !earlier.term().equals(now.term()))
                .reduce((sooner, later) -> later)
                .flatMap(last -> Optional.ofNullable(names.get(last.term())).map(name -> new Named(last.term(), name)));
    }

    /** A group under the name it had in a term. */
    record Named(TermId term, Cohort cohort) {}

    /** The latest shown figure of a group in an earlier term. */
    Optional<Figure.Shown> shownThen(FigureKind kind, Measure measure, Named named) {
        return before.stream()
                .filter(earlier -> earlier.term().equals(named.term()))
                .flatMap(earlier -> earlier.shown(key(kind, measure, Period.of(named.term()), named.cohort())).stream())
                .reduce((sooner, later) -> later);
    }

    /**
     * What the people of a group were called in each term so far, as the publications say from term to term; a label without a year
     * stays. Terms in which they were not there, or before which the thread is lost, are left out.
     */
    private Map<TermId, Cohort> names(Cohort cohort) {
        Map<TermId, Cohort> names = new LinkedHashMap<>();
        names.put(now.term(), cohort);
        Optional<Cohort> name = Optional.of(cohort);
        TermId at = now.term();
        List<ShownFigures> backwards = new ArrayList<>(before);
        Collections.reverse(backwards);
        for (ShownFigures earlier : backwards) {
            if (!names.containsKey(earlier.term())) {
                TermId later = at;
                name = name.flatMap(known -> followsLabel(known) ? formerly(known, later) : Optional.of(known));
                if (name.isEmpty()) {
                    break;
                }
                at = earlier.term();
                names.put(at, name.get());
            }
        }
        return names;
    }

    /** What the people of a group by year were called in the term before a term, as any publication of that term says. */
    private Optional<Cohort> formerly(Cohort cohort, TermId term) {
        return all().stream()
                .filter(figures -> figures.term().equals(term))
                .flatMap(figures -> figures.formerly(cohort).stream())
                .findFirst();
    }

    /**
     * A week as a group stands in it.
     *
     * @param distance the group's mean less what it is held against
     * @param exams whether exams are sat in it
     */
    record Week(double distance, boolean exams) {}

    /**
     * A week of which a group's mean is shown.
     *
     * @param shownIn the publication that shows it
     * @param period the week
     * @param mean the group's mean
     * @param beside the school's mean of the week, or 0 for the school itself
     */
    record ShownWeek(ShownFigures shownIn, Period period, Figure.Shown mean, BigDecimal beside) {
        /** The group's mean less the school's. */
        double distance() {
            return mean.value().subtract(beside).doubleValue();
        }

        boolean exams() {
            return shownIn.holdsExams(period);
        }

        Week week() {
            return new Week(distance(), exams());
        }
    }

    /** All publications, this one last. */
    List<ShownFigures> all() {
        List<ShownFigures> all = new ArrayList<>(before);
        all.add(now);
        return all;
    }

    /**
     * The weeks in which a group and the school beside it are shown, in order; groups by year under the labels their people had.
     */
    List<ShownWeek> weeks(Measure measure, Cohort cohort) {
        List<ShownWeek> weeks = new ArrayList<>();
        Map<TermId, Cohort> names = names(cohort);
        for (ShownFigures figures : all()) {
            Cohort name = names.get(figures.term());
            if (name == null) {
                continue;
            }
            for (Period week : figures.weeks()) {
                Optional<BigDecimal> school = cohort.equals(Cohort.SCHOOL)
                        ? Optional.of(BigDecimal.ZERO)
                        : figures.shown(key(FigureKind.MEAN, measure, week, Cohort.SCHOOL))
                                .map(Figure.Shown::value);
                figures.shown(key(FigureKind.MEAN, measure, week, name))
                        .ifPresent(mean ->
                                school.ifPresent(beside -> weeks.add(new ShownWeek(figures, week, mean, beside))));
            }
        }
        return weeks;
    }

    private static boolean followsLabel(Cohort cohort) {
        return cohort.conditions().containsKey(YearLabels.YEAR);
    }

    static FigureKey key(FigureKind kind, Measure measure, Period period, Cohort cohort) {
        return new FigureKey(kind.code(), measure.source(), Optional.of(measure), period, cohort);
    }
}
