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
}
