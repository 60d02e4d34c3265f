package org.evenkeel.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.statistics.ClassedTerm.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.statistics.Predecessor.Kind;
import org.junit.jupiter.api.Test;

class PredecessorsTest {
    private static final TermCells SPRING = ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60");
    private static final TermCells AUTUMN = ClassedTerm.of("2026-autumn", "2024 3 60", "2025 2 60", "2026 1 60");
    private static final Cohort SOUTH = Cohort.of(Map.of(ClassedTerm.CAMPUS, Set.of("South")));

    @Test
    void of_yearAcrossTheBoundary_isTheGroupItsClassWasPublishedAs() {
        Predecessors predecessors = new Predecessors(SPRING, AUTUMN);
        assertThat(predecessors.of(year("2"))).isEqualTo(new Predecessor(Kind.SAME_CLASS, year("1")));
        assertThat(predecessors.of(
                        Cohort.of(Map.of(YearLabels.YEAR, Set.of("3"), ClassedTerm.CAMPUS, Set.of("South")))))
                .isEqualTo(new Predecessor(
                        Kind.SAME_CLASS,
                        Cohort.of(Map.of(YearLabels.YEAR, Set.of("2"), ClassedTerm.CAMPUS, Set.of("South")))));
        assertThat(predecessors.of(year("2", "3")))
                .as("years joined, all of whom were there")
                .isEqualTo(new Predecessor(Kind.SAME_CLASS, year("1", "2")));
    }

    @Test
    void of_whoHasJustEntered_hadNoEarlierTerm() {
        Predecessors predecessors = new Predecessors(SPRING, AUTUMN);
        assertThat(predecessors.of(year("1")).kind()).isEqualTo(Kind.NEW_CLASS);
        assertThat(predecessors.of(year("1", "2")).kind())
                .as("years joined, half of whom were there")
                .isEqualTo(Kind.UNKNOWN);
        Predecessors early =
                new Predecessors(ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60", "2026 1 1"), AUTUMN);
        assertThat(early.of(year("1")).kind()).as("one came early").isEqualTo(Kind.NEW_CLASS);
    }

    @Test
    void of_everybodyReplacedUnderTheOnlyLabel_isNewAndMovesTheSchool() {
        Predecessors predecessors = new Predecessors(
                ClassedTerm.of("2026-spring", "2025 1 60"), ClassedTerm.of("2026-autumn", "2026 1 60"));
        assertThat(predecessors.of(year("1")).kind()).isEqualTo(Kind.NEW_CLASS);
        assertThat(predecessors.of(Cohort.SCHOOL).kind()).isEqualTo(Kind.SAME_LABEL);
    }

    @Test
    void of_groupWithoutAYear_keepsItsLabelAndSaysThatClassesCameAndWent() {
        Predecessors predecessors = new Predecessors(SPRING, AUTUMN);
        assertThat(predecessors.of(Cohort.SCHOOL)).isEqualTo(new Predecessor(Kind.SAME_LABEL, Cohort.SCHOOL));
        assertThat(predecessors.of(SOUTH)).isEqualTo(new Predecessor(Kind.SAME_LABEL, SOUTH));
    }

    @Test
    void of_class_followsTheClass() {
        Predecessors predecessors = new Predecessors(SPRING, AUTUMN);
        assertThat(predecessors.of(entered("2025"))).isEqualTo(new Predecessor(Kind.SAME_GROUP, entered("2025")));
        assertThat(predecessors.of(entered("2026")).kind()).isEqualTo(Kind.NEW_CLASS);
    }

    @Test
    void of_withinAnAcademicYear_isTheSameGroup() {
        Predecessors predecessors = new Predecessors(
                AUTUMN, ClassedTerm.of("2027-spring", "2024 3 40", "2024 2 1", "2025 2 50", "2025 1 2", "2026 1 60"));
        assertThat(predecessors.of(year("2"))).isEqualTo(new Predecessor(Kind.SAME_GROUP, year("2")));
        assertThat(predecessors.of(year("1", "3")).kind()).isEqualTo(Kind.SAME_GROUP);
        assertThat(predecessors.of(Cohort.SCHOOL).kind()).isEqualTo(Kind.SAME_GROUP);
    }

    @Test
    void of_noClassDeclared_goesByWhatMostLinkedRespondentsWereCalled() {
        TermCells spring = ClassedTerm.of("2026-spring", "- 1 60", "- 2 60");
        TermCells autumn = ClassedTerm.of("2026-autumn", "- 1 60", "- 2 60", "- 3 60");
        Predecessors moved = new Predecessors(spring, ClassedTerm.linked(spring, autumn, Map.of("1", "2", "2", "3")));
        assertThat(moved.of(year("2")).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(moved.of(Cohort.SCHOOL).kind()).isEqualTo(Kind.SAME_LABEL);
        Predecessors stayed = new Predecessors(spring, ClassedTerm.linked(spring, autumn, Map.of("1", "1", "2", "3")));
        assertThat(stayed.of(year("2")).kind()).isEqualTo(Kind.SAME_GROUP);
        assertThat(stayed.of(Cohort.SCHOOL).kind()).isEqualTo(Kind.SAME_GROUP);
    }

    @Test
    void of_labelWithoutAClassBesideOthersThatMoved_isUnknown() {
        Predecessors predecessors = new Predecessors(
                ClassedTerm.of("2026-spring", "2024 2 60", "2025 1 60", "- master 20"),
                ClassedTerm.of("2026-autumn", "2024 3 60", "2025 2 60", "2026 1 60", "- master 20"));
        assertThat(predecessors.of(year("master")).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(predecessors.of(year(Profile.NOT_STATED)).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void of_classesThatJoinedOrParted_areUnknown() {
        assertThat(new Predecessors(SPRING, ClassedTerm.of("2026-autumn", "2024 3 30", "2025 3 30"))
                        .of(year("3"))
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
        assertThat(new Predecessors(SPRING, ClassedTerm.of("2026-autumn", "2024 3 30", "2024 4 30"))
                        .of(year("4"))
                        .kind())
                .isEqualTo(Kind.UNKNOWN);
    }

    /** Of every class some repeat; they are a minority of each label in the autumn. */
    @Property
    void of_repeatersInEveryClass_followsEachClassAsIfThereWereNone(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 300) Integer> promoted,
            @ForAll @Size(4) List<@DoubleRange(min = 0, max = 0.49) Double> repeating,
            @ForAll @Size(4) List<@IntRange(min = 0, max = 60) Integer> silent) {
        List<String> spring = new ArrayList<>();
        List<String> autumn = new ArrayList<>();
        for (int year = 1; year <= 4; year++) {
            int moving = promoted.get(year - 1);
            spring.add(2027 - year + " " + year + " " + (moving + silent.get(year - 1)));
            autumn.add(2028 - year + " " + year + " " + moving);
            long most = (long) Math.floor(repeating.get(year - 1) / (1 - repeating.get(year - 1)) * moving);
            autumn.add(2027 - year + " " + year + " " + most);
        }
        Predecessors predecessors = new Predecessors(
                ClassedTerm.of("2026-spring", spring.toArray(String[]::new)),
                ClassedTerm.of("2026-autumn", autumn.toArray(String[]::new)));
        for (int year = 2; year <= 4; year++) {
            assertThat(predecessors.of(year(Integer.toString(year))))
                    .isEqualTo(new Predecessor(Kind.SAME_CLASS, year(Integer.toString(year - 1))));
        }
        assertThat(predecessors.of(year("1")).kind()).isEqualTo(Kind.NEW_CLASS);
        assertThat(predecessors.of(Cohort.SCHOOL).kind()).isEqualTo(Kind.SAME_LABEL);
    }

    private static Cohort entered(String value) {
        return Cohort.of(Map.of(YearLabels.CLASS, Set.of(value)));
    }
}
