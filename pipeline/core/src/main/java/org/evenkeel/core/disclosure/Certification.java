package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.audit.Certificate;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.disclosure.audit.MembershipMatrix;
import org.evenkeel.core.disclosure.audit.SafePublish;

/**
 * The proof made again, from who stood behind a release and what it shows: nothing computed from it rests on fewer respondents than the
 * threshold. It trusts nothing that was decided when the release was made.
 */
public final class Certification {
    private Certification() {}

    /**
     * What came of the proof for the figures of one source or measure in one period.
     *
     * @param key whose
     * @param cohorts how many cohorts are shown
     * @param certificate the proof, where there is one
     */
    public record Verdict(Crowds.Key key, int cohorts, Optional<Certificate> certificate) {
        /** Whether it was proved. */
        public boolean isProved() {
            return certificate.filter(Certificate::holds).isPresent();
        }
    }

    /**
     * The verdicts, in the order given.
     *
     * @param crowds who stood behind the release
     * @param shown the cohorts of which anything is shown
     * @param threshold fewest respondents anything computable may rest on
     */
    public static List<Verdict> of(Crowds crowds, Map<Crowds.Key, Set<Cohort>> shown, int threshold) {
        List<Verdict> verdicts = new ArrayList<>();
        shown.forEach((key, cohorts) -> verdicts.add(new Verdict(
                key,
                cohorts.size(),
                crowds.of(key.source(), key.period(), key.measure())
                        .flatMap(crowd -> certificate(crowd, cohorts, threshold)))));
        return verdicts;
    }

    private static Optional<Certificate> certificate(Crowd crowd, Set<Cohort> cohorts, int threshold) {
        List<BitSet> groups = new ArrayList<>(crowd.publishedBefore());
        cohorts.stream().map(crowd::members).forEach(groups::add);
        return new SafePublish(threshold, SafePublish.Limits.USUAL)
                .select(new MembershipMatrix(crowd.atoms(), groups), groups.size(), List.of())
                .certificate();
    }
}
