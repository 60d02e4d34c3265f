package org.evenkeel.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.AttributeId;
import org.junit.jupiter.api.Test;

class YearLabelsTest {
    @Test
    void of_classesMovedUp_eachLabelWasTheOneBelow() {
        YearLabels labels = YearLabels.of(
                ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60"),
                ClassedTerm.of("2026-autumn", "2024 3 60", "2025 2 60", "2026 1 60"));
        assertThat(labels.before()).isEqualTo(Map.of("2", "1", "3", "2"));
        assertThat(labels.of(ClassedTerm.year("2"))).contains(ClassedTerm.year("1"));
        assertThat(labels.of(ClassedTerm.year("1"))).as("who has just entered").isEmpty();
        assertThat(labels.of(cohort(Map.of(YearLabels.YEAR, Set.of("2", "3"), ClassedTerm.CAMPUS, Set.of("South")))))
                .contains(cohort(Map.of(YearLabels.YEAR, Set.of("1", "2"), ClassedTerm.CAMPUS, Set.of("South"))));
        assertThat(labels.of(cohort(Map.of(ClassedTerm.CAMPUS, Set.of("South")))))
                .as("a label without a year stays")
                .contains(cohort(Map.of(ClassedTerm.CAMPUS, Set.of("South"))));
    }

    @Test
    void of_withinAnAcademicYear_labelsStay() {
        TermCells autumn = ClassedTerm.of("2026-autumn", "2025 2 60", "2026 1 60");
        assertThat(YearLabels.of(autumn, ClassedTerm.of("2027-spring", "2025 2 50", "2026 1 40"))
                        .before())
                .isEqualTo(Map.of("1", "1", "2", "2"));
    }

    @Test
    void of_aFewWhoRepeat_changeNothing() {
        TermCells spring = ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60");
        assertThat(YearLabels.of(spring, ClassedTerm.of("2026-autumn", "2024 3 58", "2024 2 2", "2025 2 60"))
                        .before())
                .isEqualTo(Map.of("2", "1", "3", "2"));
    }

    @Test
    void of_severalClassesUnderALabel_followsMostOfThem() {
        TermCells spring = ClassedTerm.of("2026-spring", "M2025 1 40", "D2025 1 35", "P2025 1 25", "M2024 2 60");
        assertThat(YearLabels.of(
                                spring,
                                ClassedTerm.of("2026-autumn", "M2025 2 30", "D2025 2 40", "P2025 2 30", "M2024 3 9"))
                        .before())
                .isEqualTo(Map.of("2", "1", "3", "2"));
    }

    @Test
    void of_oneWhoWasThereBeforeTheClass_changesNothing() {
        TermCells spring = ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60", "2026 1 1");
        assertThat(YearLabels.of(spring, ClassedTerm.of("2026-autumn", "2024 3 60", "2025 2 60", "2026 1 60"))
                        .before())
                .isEqualTo(Map.of("2", "1", "3", "2"));
    }

    @Test
    void of_noClassOrNoMajority_isUnknown() {
        TermCells spring = ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60");
        assertThat(YearLabels.of(spring, ClassedTerm.of("2026-autumn", "- 3 60", "- 2 60")))
                .isEqualTo(YearLabels.UNKNOWN);
        assertThat(YearLabels.of(spring, ClassedTerm.of("2026-autumn", "2024 3 30", "2025 3 30")))
                .isEqualTo(YearLabels.UNKNOWN);
        assertThat(YearLabels.of(spring, ClassedTerm.of("2026-autumn", "2024 3 30", "2024 4 30")))
                .as("two labels that were the same")
                .isEqualTo(YearLabels.UNKNOWN);
    }

    private static Cohort cohort(Map<AttributeId, Set<String>> conditions) {
        return Cohort.of(conditions);
    }
}
