package org.evenkeel.sql.release;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;

/**
 * One publication, whole: the immutable set of figures, flags and texts, with the audit that allowed it. Every list is
 * kept in its own order, whatever order it came in, so that two equal publications are equal.
 */
public record PublishedRelease(
        ReleaseHeader header,
        ReleasePresentation presentation,
        List<ReleaseTerm> terms,
        List<ReleaseExam> exams,
        List<ReleasePeriod> periods,
        List<ReleaseSource> sources,
        List<ReleaseMeasure> measures,
        List<ReleaseCohort> cohorts,
        List<ReleaseCondition> conditions,
        List<ReleaseFigureKind> kinds,
        List<ReleaseFigure> figures,
        List<ReleaseFlag> flags,
        List<ReleaseFinding> findings,
        ReleaseAnalysis analysis,
        List<ReleaseAudit> audits,
        List<ReleaseFact> facts) {
    private static final Comparator<ReleaseExam> BY_DAY =
            comparing(ReleaseExam::from).thenComparing(ReleaseExam::to).thenComparing(ReleaseExam::term);
    private static final Comparator<ReleaseCondition> BY_COHORT = comparing(ReleaseCondition::cohort)
            .thenComparing(ReleaseCondition::attribute)
            .thenComparing(ReleaseCondition::value);
    private static final Comparator<ReleaseFact> BY_SECTION =
            comparing(ReleaseFact::section).thenComparingInt(ReleaseFact::order);

    public PublishedRelease {
        terms = inOrder(terms, comparingInt(ReleaseTerm::order));
        exams = inOrder(exams, BY_DAY);
        periods = inOrder(periods, comparingInt(ReleasePeriod::order));
        sources = inOrder(sources, comparingInt(ReleaseSource::order));
        measures = inOrder(measures, comparingInt(ReleaseMeasure::order));
        cohorts = inOrder(cohorts, comparingInt(ReleaseCohort::order));
        conditions = inOrder(conditions, BY_COHORT);
        kinds = inOrder(kinds, comparingInt(ReleaseFigureKind::order));
        figures = inOrder(figures, comparingInt(ReleaseFigure::order));
        flags = inOrder(flags, comparingInt(ReleaseFlag::order));
        findings = inOrder(findings, comparingInt(ReleaseFinding::order));
        audits = inOrder(audits, comparingInt(ReleaseAudit::order));
        facts = inOrder(facts, BY_SECTION);
    }

    /** The same release with the lines of its audit. */
    public PublishedRelease audited(List<ReleaseAudit> lines) {
        return new PublishedRelease(
                header,
                presentation,
                terms,
                exams,
                periods,
                sources,
                measures,
                cohorts,
                conditions,
                kinds,
                figures,
                flags,
                findings,
                analysis,
                lines,
                facts);
    }

    private static <T> List<T> inOrder(List<T> entries, Comparator<? super T> order) {
        return entries.stream().sorted(order).toList();
    }
}
