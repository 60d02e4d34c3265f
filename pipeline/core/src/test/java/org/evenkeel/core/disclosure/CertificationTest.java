package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class CertificationTest {
    private static final TermId TERM = new TermId("2026-autumn");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final Crowds.Key SURVEY = key("survey");

    /** Thirty of year 1 and four of year 2. */
    private static final Crowds CROWDS = new Crowds(Map.of(
            SURVEY,
            Crowd.first(
                    new Profiles(TERM, List.of(Profile.of(Map.of(YEAR, "1")), Profile.of(Map.of(YEAR, "2")))),
                    new TreeMap<>(Map.of(0, 30L, 1, 4L)))));

    @Test
    void of_shownCohortsThatIsolateNobody_areProved() {
        assertThat(Certification.of(CROWDS, Map.of(SURVEY, Set.of(Cohort.SCHOOL)), 10))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.isProved()).isTrue();
                    assertThat(verdict.key()).isEqualTo(SURVEY);
                    assertThat(verdict.cohorts()).isEqualTo(1);
                    assertThat(verdict.certificate().orElseThrow().threshold()).isEqualTo(10);
                });
    }

    @Test
    void of_shownCohortsThatLeaveFour_areNotProvedHoweverTheyCameToBeShown() {
        Set<Cohort> both = new LinkedHashSet<>(List.of(Cohort.SCHOOL, Cohort.of(Map.of(YEAR, Set.of("1")))));
        assertThat(Certification.of(CROWDS, Map.of(SURVEY, both), 10))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.isProved()).isFalse());
        assertThat(Certification.of(CROWDS, Map.of(SURVEY, both), 4))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.isProved()).isTrue());
    }

    @Test
    void of_figuresNobodyIsKeptFor_areNotProvedAndKeepTheirOrder() {
        Map<Crowds.Key, Set<Cohort>> shown = new LinkedHashMap<>();
        shown.put(key("unknown"), Set.of(Cohort.SCHOOL));
        shown.put(SURVEY, Set.of(Cohort.SCHOOL));
        assertThat(Certification.of(CROWDS, shown, 10))
                .extracting(Certification.Verdict::isProved)
                .containsExactly(false, true);
    }

    private static Crowds.Key key(String source) {
        return new Crowds.Key(new SourceId(source), Period.of(TERM), Optional.empty());
    }
}
