package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.audit.Certificate;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.disclosure.audit.MembershipMatrix;
import org.evenkeel.core.disclosure.audit.SafePublish;
import org.evenkeel.core.disclosure.audit.Selection;

/**
 * The cohorts of which figures of one source or measure may be shown in one period, with the proof that nothing computed from them
 * and from all earlier releases isolates too few respondents.
 *
 * @param cohorts the cohorts
 * @param certificate the proof; absent when there is none, and then there are no cohorts
 */
public record PublishSet(Set<Cohort> cohorts, Optional<Certificate> certificate) {
    /** No cohort at all. */
    static final PublishSet NOTHING = new PublishSet(Set.of(), Optional.empty());

    public PublishSet {
        cohorts = Set.copyOf(cohorts);
    }

    /** A cohort that passed the rules that look at it alone, and how many respondents it has. */
    record Candidate(PlannedCohort planned, long respondents) {
        /** The most useful first: the school, then divisions by one attribute in the order of the plan, then the larger groups. */
        static final Comparator<Candidate> BY_USE = Comparator.comparing((Candidate candidate) ->
                        candidate.planned().grouping().attributes().size())
                .thenComparing(candidate ->
                        candidate.planned().grouping().attributes().size() < 2 ? 0 : -candidate.respondents());
    }

    /** The largest useful set of these candidates that can be proved safe beside what is taken already and what was published before. */
    static PublishSet of(Crowd crowd, List<Cohort> taken, List<Candidate> candidates, int threshold) {
        List<Cohort> ordered = new ArrayList<>(taken);
        candidates.stream()
                .sorted(Candidate.BY_USE)
                .map(candidate -> candidate.planned().cohort())
                .forEach(ordered::add);
        List<BitSet> groups = new ArrayList<>(crowd.publishedBefore());
        int before = groups.size() + taken.size();
        ordered.forEach(cohort -> groups.add(crowd.members(cohort)));
        Selection selection = new SafePublish(threshold, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(crowd.atoms(), groups), before, crowd.hidden(threshold));
        if (selection.certificate().isEmpty()) {
            return NOTHING;
        }
        Set<Cohort> accepted = new LinkedHashSet<>(taken);
        selection.accepted().stream()
                .mapToObj(place -> ordered.get(taken.size() + place))
                .forEach(accepted::add);
        return new PublishSet(accepted, selection.certificate());
    }
}
