package org.evenkeel.core.disclosure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * The immutable set of figures of one publication, as they may be shown. Only {@link Disclosure} makes one: holding a
 * Release is the proof that its figures passed.
 */
public final class Release {
    private final ReleaseSubject subject;
    private final int threshold;
    private final List<FigureKind> kinds;
    private final Map<FigureKey, ReleasedFigure> figures;
    private final List<PlannedCohort> cohorts;
    private final Set<Period> periods;

    Release(
            ReleaseSubject subject,
            int threshold,
            List<FigureKind> kinds,
            List<PlannedCohort> cohorts,
            List<ReleasedFigure> figures) {
        this.subject = subject;
        this.threshold = threshold;
        this.kinds = List.copyOf(kinds);
        this.cohorts = List.copyOf(cohorts);
        Map<FigureKey, ReleasedFigure> byKey = new LinkedHashMap<>();
        figures.forEach(figure -> byKey.put(figure.key(), figure));
        this.figures = byKey;
        this.periods = periods(subject, byKey.keySet());
    }

    /** What it is about. */
    public ReleaseSubject subject() {
        return subject;
    }

    /** The term it is about, wholly or in part. */
    public TermId term() {
        return subject.term();
    }

    /** Fewest respondents a shown figure rests on. */
    public int threshold() {
        return threshold;
    }

    /** The kinds of figures it holds. */
    public List<FigureKind> kinds() {
        return kinds;
    }

    /** The groups it speaks of, in the order of the plan. */
    public List<PlannedCohort> cohorts() {
        return cohorts;
    }

    /** Its figures in order. */
    public List<ReleasedFigure> figures() {
        return List.copyOf(figures.values());
    }

    /** The figure about this, if the release holds one. */
    public Optional<ReleasedFigure> figure(FigureKey key) {
        return Optional.ofNullable(figures.get(key));
    }

    /** The shown term value of a measure's figure, if it is shown. */
    public Optional<Figure.Shown> shown(FigureKind kind, Measure measure, Cohort cohort) {
        return figure(new FigureKey(kind.code(), measure.source(), Optional.of(measure), Period.of(term()), cohort))
                .flatMap(figure -> figure.figure().shown());
    }

    /** The shown term value of a source's figure, if it is shown. */
    public Optional<Figure.Shown> shown(FigureKind kind, SourceId source, Cohort cohort) {
        return figure(new FigureKey(kind.code(), source, Optional.empty(), Period.of(term()), cohort))
                .flatMap(figure -> figure.figure().shown());
    }

    /** The periods its figures speak of; the term first, where it is about a term. */
    public Set<Period> periods() {
        return periods;
    }

    private static Set<Period> periods(ReleaseSubject subject, Set<FigureKey> keys) {
        Set<Period> periods = new LinkedHashSet<>();
        if (subject.month().isEmpty()) {
            periods.add(Period.of(subject.term()));
        }
        keys.stream()
                .map(FigureKey::period)
                .distinct()
                .sorted(Period.WITHIN_TERM)
                .forEach(periods::add);
        return Collections.unmodifiableSet(periods);
    }
}
