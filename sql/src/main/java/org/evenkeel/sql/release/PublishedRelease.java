package org.evenkeel.sql.release;

import java.util.List;

/** One publication, whole: the immutable set of figures, flags and texts, with the audit that allowed it. */
public record PublishedRelease(
        ReleaseHeader header,
        List<ReleaseTerm> terms,
        List<ReleaseExam> exams,
        List<ReleasePeriod> periods,
        List<ReleaseSource> sources,
        List<ReleaseMeasure> measures,
        List<ReleaseCohort> cohorts,
        List<ReleaseFigureKind> kinds,
        List<ReleaseFigure> figures,
        List<ReleaseFlag> flags,
        List<ReleaseFinding> findings,
        List<ReleaseFact> facts) {
    public PublishedRelease {
        terms = List.copyOf(terms);
        exams = List.copyOf(exams);
        periods = List.copyOf(periods);
        sources = List.copyOf(sources);
        measures = List.copyOf(measures);
        cohorts = List.copyOf(cohorts);
        kinds = List.copyOf(kinds);
        figures = List.copyOf(figures);
        flags = List.copyOf(flags);
        findings = List.copyOf(findings);
        facts = List.copyOf(facts);
    }
}
