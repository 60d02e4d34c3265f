package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.AttributeId;
import org.junit.jupiter.api.Test;

class OutsiderTest {
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final Map<AttributeId, Set<String>> VALUES =
            Map.of(YEAR, Set.of("1", "2", "3"), CAMPUS, Set.of("A", "B"));

    @Test
    void computable_remainderOfTheSchool_comesWithItsRecipe() {
        Outsider outsider = new Outsider(
                List.of(
                        shown("Whole school", Map.of(), 100),
                        shown("Year 1", Map.of(YEAR, Set.of("1")), 50),
                        shown("Year 2", Map.of(YEAR, Set.of("2")), 46)),
                VALUES);
        assertThat(outsider.computable(List.of(cohort(Map.of(YEAR, Set.of("3"))))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.respondents()).isEqualTo(4);
                    assertThat(found.words()).isEqualTo("Whole school − Year 1 − Year 2");
                });
    }

    @Test
    void computable_acrossThreeTables_isFound() {
        Outsider outsider = new Outsider(
                List.of(
                        shown("Whole school", Map.of(), 100),
                        shown("Years 1 and 2", Map.of(YEAR, Set.of("1", "2")), 80),
                        shown("A", Map.of(CAMPUS, Set.of("A")), 60),
                        shown("Years 1 and 2, A", Map.of(YEAR, Set.of("1", "2"), CAMPUS, Set.of("A")), 45)),
                VALUES);
        assertThat(outsider.computable(List.of(cohort(Map.of(YEAR, Set.of("3"), CAMPUS, Set.of("B"))))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.respondents()).isEqualTo(5);
                    assertThat(found.words()).isEqualTo("Whole school − Years 1 and 2 − A + Years 1 and 2, A");
                });
    }

    @Test
    void computable_groupNobodyCanReach_isNotFound() {
        Outsider outsider = new Outsider(
                List.of(shown("Whole school", Map.of(), 100), shown("Year 1", Map.of(YEAR, Set.of("1")), 50)), VALUES);
        assertThat(outsider.computable(List.of(cohort(Map.of(YEAR, Set.of("2"))))))
                .isEmpty();
    }

    private static Outsider.Shown shown(String name, Map<AttributeId, Set<String>> conditions, long respondents) {
        return new Outsider.Shown(name, cohort(conditions), respondents);
    }

    private static Cohort cohort(Map<AttributeId, Set<String>> conditions) {
        return Cohort.of(conditions);
    }

    @Test
    void computable_shownGroupAndEmptyGroup_areNotNamed() {
        Outsider outsider = new Outsider(
                List.of(
                        shown("Whole school", Map.of(), 100),
                        shown("Years 1 and 2", Map.of(YEAR, Set.of("1", "2")), 100)),
                VALUES);
        assertThat(outsider.computable(List.of(
                        cohort(Map.of()), cohort(Map.of(YEAR, Set.of("1", "2"))), cohort(Map.of(YEAR, Set.of("3"))))))
                .isEmpty();
    }

    /** Twice a group is the school and what it shares with two others: its half takes fractions. */
    @Test
    void computable_halves_areCountedAndSaidInParts() {
        AttributeId track = new AttributeId("track");
        Outsider outsider = new Outsider(
                List.of(
                        shown("1 or 2", Map.of(track, Set.of("1", "2")), 30),
                        shown("1 or 3", Map.of(track, Set.of("1", "3")), 40),
                        shown("2 or 3", Map.of(track, Set.of("2", "3")), 50)),
                Map.of(track, Set.of("1", "2", "3", "4")));
        assertThat(outsider.computable(List.of(cohort(Map.of(track, Set.of("1"))), cohort(Map.of(track, Set.of("4"))))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.respondents()).isEqualTo(10);
                    assertThat(found.words()).isEqualTo("1/2 × 1 or 2 + 1/2 × 1 or 3 − 1/2 × 2 or 3");
                });
    }

    @Test
    void words_manyTimes_areSaid() {
        assertThat(new Outsider.Computable(
                                cohort(Map.of()),
                                12,
                                List.of(
                                        new Outsider.Step(-2, 1, "A"),
                                        new Outsider.Step(3, 1, "B"),
                                        new Outsider.Step(1, 1, "C")))
                        .words())
                .isEqualTo("− 2 × A + 3 × B + C");
    }
}
