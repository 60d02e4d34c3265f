package org.evenkeel.app.config;

import org.evenkeel.core.instrument.Catalogue;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.SourcePlan;

/** What intake must know to decode the exports of each source of a study. */
public final class SourcePlans {
    private SourcePlans() {}

    /** The plan of one source, its consent question and time column included. */
    public static SourcePlan of(Study study, Catalogue catalogue, Source source) {
        SourcePlan plan = SourcePlan.of(study, catalogue, source.id());
        SourcePlan agreed = source.consent()
                .map(consent -> plan.withConsent(new SourcePlan.Consent(consent.column(), consent.accepted())))
                .orElse(plan);
        return source.time().map(agreed::withTimeColumn).orElse(agreed);
    }
}
