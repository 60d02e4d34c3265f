package org.evenkeel.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Predecessor.Boundary;
import org.evenkeel.core.cohort.Predecessor.Kind;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class PredecessorTest {
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final Profiles SPRING = profiles("2024 2 North", "2025 1 North", "2025 1 South");
    private static final Profiles AUTUMN = profiles("2024 3 North", "2025 2 North", "2025 2 South", "2026 1 North");

    @Test
    void boundary_classesMovedUp_isFound() {
        assertThat(Predecessor.boundary(SPRING, AUTUMN)).isEqualTo(Boundary.YEARS_MOVED);
        assertThat(Predecessor.boundary(SPRING, SPRING)).isEqualTo(Boundary.SAME_YEAR);
    }

    @Test
    void of_withinAYear_isTheSameGroup() {
        Cohort secondYear = cohort(Map.of(Predecessor.YEAR, Set.of("2")));
        assertThat(Predecessor.of(secondYear, SPRING, SPRING, Boundary.SAME_YEAR))
                .isEqualTo(new Predecessor(Kind.SAME_GROUP, secondYear));
    }

    @Test
    void of_yearAcrossTheBoundary_followsTheClass() {
        Predecessor predecessor = Predecessor.of(
                cohort(Map.of(Predecessor.YEAR, Set.of("2"), CAMPUS, Set.of("South"))),
                SPRING,
                AUTUMN,
                Boundary.YEARS_MOVED);
        assertThat(predecessor)
                .isEqualTo(new Predecessor(
                        Kind.SAME_CLASS, cohort(Map.of(Predecessor.CLASS, Set.of("2025"), CAMPUS, Set.of("South")))));
    }

    @Test
    void of_newEntrants_hadNoEarlierTerm() {
        assertThat(Predecessor.of(cohort(Map.of(Predecessor.YEAR, Set.of("1"))), SPRING, AUTUMN, Boundary.YEARS_MOVED)
                        .kind())
                .isEqualTo(Kind.NEW_CLASS);
    }

    @Test
    void of_schoolAcrossTheBoundary_saysThatClassesCameAndWent() {
        assertThat(Predecessor.of(Cohort.SCHOOL, SPRING, AUTUMN, Boundary.YEARS_MOVED)
                        .kind())
                .isEqualTo(Kind.SAME_LABEL);
    }

    @Test
    void of_noClassDeclared_isUnknownAcrossTheBoundary() {
        Profiles unclassed = new Profiles(
                new TermId("t"),
                Stream.of(Profile.of(Map.of(Predecessor.YEAR, "1")), Profile.of(Map.of(Predecessor.YEAR, "2")))
                        .sorted()
                        .toList());
        assertThat(Predecessor.of(
                                cohort(Map.of(Predecessor.YEAR, Set.of("2"))),
                                unclassed,
                                unclassed,
                                Boundary.YEARS_MOVED)
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    private static Cohort cohort(Map<AttributeId, Set<String>> conditions) {
        return Cohort.of(conditions);
    }

    private static Profiles profiles(String... classYearCampus) {
        return new Profiles(
                new TermId("t"),
                Stream.of(classYearCampus)
                        .map(one -> one.split(" ", -1))
                        .map(parts -> Profile.of(
                                Map.of(Predecessor.CLASS, parts[0], Predecessor.YEAR, parts[1], CAMPUS, parts[2])))
                        .sorted()
                        .toList());
    }
}
