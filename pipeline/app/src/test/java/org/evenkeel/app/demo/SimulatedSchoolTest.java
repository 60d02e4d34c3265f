package org.evenkeel.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.app.demo.SchoolShape.Campus;
import org.evenkeel.app.demo.Submission.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class SimulatedSchoolTest {
    private static final SimulatedSchool SCHOOL = SimulatedSchool.of(3, SchoolShape.DEMO);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void enrolled_everyTerm_holdsAboutNineHundredInFourYearsAndTwoCampuses(int term) {
        List<Enrolment> enrolled = SCHOOL.enrolled(term);
        assertThat(enrolled).hasSizeBetween(860, 940);
        assertThat(enrolled).extracting(Enrolment::year).containsOnly(1, 2, 3, 4);
        assertThat(enrolled).extracting(e -> e.student().campus()).containsOnly("North", "South");
        assertThat(enrolled).extracting(e -> e.student().number()).doesNotHaveDuplicates();
    }

    @Test
    void enrolled_acrossAYearBoundary_movesClassesUpTakesOneInAndLetsOneGo() {
        assertThat(classes(1)).isEqualTo(Map.of(2022, Set.of(4), 2023, Set.of(3), 2024, Set.of(2), 2025, Set.of(1)));
        assertThat(classes(2)).isEqualTo(Map.of(2023, Set.of(4), 2024, Set.of(3), 2025, Set.of(2), 2026, Set.of(1)));
    }

    private static Map<Integer, Set<Integer>> classes(int term) {
        return SCHOOL.enrolled(term).stream()
                .collect(Collectors.groupingBy(
                        enrolment -> enrolment.student().entry(),
                        Collectors.mapping(Enrolment::year, Collectors.toSet())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void programmes_apartFromTheMainOne_areTiny(int term) {
        Map<String, Long> sizes = SCHOOL.enrolled(term).stream()
                .collect(Collectors.groupingBy(e -> e.student().programme(), TreeMap::new, Collectors.counting()));
        assertThat(sizes.remove("MD")).isGreaterThan(800);
        assertThat(sizes)
                .hasSize(2)
                .allSatisfy((programme, size) -> assertThat(size).isBetween(6L, 9L));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void termSurvey_isAnsweredByTwoThirds_amongTheEnrolled(int term) {
        Set<Student> enrolled =
                SCHOOL.enrolled(term).stream().map(Enrolment::student).collect(Collectors.toSet());
        Set<Student> answered = students(SCHOOL.termSurvey(term));
        assertThat(enrolled).containsAll(answered);
        assertThat((double) answered.size() / enrolled.size()).isBetween(0.64, 0.76);
        assertThat(SCHOOL.termSurvey(term))
                .extracting(Submission::kind)
                .contains(Kind.PREVIEW, Kind.TEST, Kind.SPAM, Kind.UNFINISHED);
    }

    @Test
    void termSurvey_holdsRepeatedStrayMissingAndUnclaimedAnswers() {
        List<Submission> submitted = SCHOOL.termSurvey(0).stream()
                .filter(submission -> submission.kind() == Kind.SUBMITTED)
                .toList();
        long claimed = submitted.stream()
                .filter(submission -> submission.student().isPresent())
                .count();
        List<String> cells =
                submitted.stream().flatMap(row -> row.answers().stream()).toList();
        double missing = (double) cells.stream().filter(String::isEmpty).count() / cells.size();
        assertThat(claimed).isGreaterThan(students(submitted).size());
        assertThat(submitted).hasSizeGreaterThan((int) claimed);
        assertThat(cells).contains("9", "-99", "55");
        assertThat(missing).isBetween(0.01, 0.02);
    }

    @Test
    void termSurvey_ofTheFinalYears_isAnsweredLessThanOfTheFirst() {
        assertThat(rate(1)).isGreaterThan(rate(4));
    }

    private static double rate(int year) {
        double answered = 0;
        double asked = 0;
        for (int term = 0; term < 3; term++) {
            Set<Student> respondents = students(SCHOOL.termSurvey(term));
            for (Enrolment enrolment : SCHOOL.enrolled(term)) {
                if (enrolment.year() == year) {
                    asked++;
                    answered += respondents.contains(enrolment.student()) ? 1 : 0;
                }
            }
        }
        return answered / asked;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void checkIns_areAnsweredByNearlyHalfAWeek_andFewerLater(int term) {
        double students = SCHOOL.enrolled(term).size();
        double early = 0;
        double late = 0;
        double all = 0;
        for (int week = 0; week < 15; week++) {
            double rate = inWeek(term, week).size() / students;
            early += week < 3 ? rate / 3 : 0;
            late += week >= 12 ? rate / 3 : 0;
            all += rate / 15;
        }
        assertThat(all).isBetween(0.40, 0.52);
        assertThat(early - late).isBetween(0.08, 0.30);
    }

    private static Set<Student> inWeek(int term, int week) {
        var monday = SCHOOL.terms().get(term).days().from().plusWeeks(week);
        return students(SCHOOL.checkIns(term).stream()
                .filter(submission -> !submission.ended().toLocalDate().isBefore(monday)
                        && submission.ended().toLocalDate().isBefore(monday.plusWeeks(1)))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void submissions_areAllAboutTheirTerm(int term) {
        var id = SCHOOL.terms().get(term).id();
        List.of(SCHOOL.termSurvey(term), SCHOOL.supportSurvey(term), SCHOOL.checkIns(term))
                .forEach(submissions -> assertThat(submissions).isNotEmpty().allSatisfy(submission -> {
                    var instant =
                            submission.ended().atZone(SCHOOL.calendar().zone()).toInstant();
                    assertThat(SCHOOL.calendar().termOf(instant))
                            .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(id));
                    assertThat(submission.ended()).isAfter(submission.started());
                }));
    }

    @Test
    void peerSupport_beforeItIsOffered_isTakenUpByNobody() {
        assertThat(SCHOOL.enrolled(0)).noneMatch(enrolment -> SCHOOL.takesUp(enrolment.student(), 0));
        assertThat(SCHOOL.enrolled(1))
                .anyMatch(enrolment -> SCHOOL.takesUp(enrolment.student(), 1))
                .noneMatch(enrolment ->
                        enrolment.student().campus().equals("South") && SCHOOL.takesUp(enrolment.student(), 1));
    }

    @Test
    void of_otherShapes_scalesInEveryDirection() {
        SchoolShape shape =
                new SchoolShape(6_000, 6, List.of(new Campus("A", 0.5), new Campus("B", 0.3), new Campus("C", 0.2)), 5);
        SimulatedSchool school = SimulatedSchool.of(1, shape);
        assertThat(school.enrolled(0)).hasSizeBetween(5_900, 6_100);
        assertThat(school.enrolled(4)).extracting(Enrolment::year).contains(1, 2, 3, 4, 5, 6);
        assertThat(school.terms())
                .extracting(term -> term.id().value())
                .containsExactly("2025-autumn", "2026-spring", "2026-autumn", "2027-spring", "2027-autumn");
        assertThat(new HashSet<>(school.students())).hasSameSizeAs(school.students());
    }

    @Test
    void shape_thatCannotBe_isRefusedWithLimitAndValue() {
        assertThatThrownBy(() -> SchoolShape.DEMO.withStudents(20)).hasMessageContaining("40 to 1000000 students");
        assertThatThrownBy(() -> SchoolShape.DEMO.withTerms(0)).hasMessageContaining("Value given: 0");
    }

    private static Set<Student> students(List<Submission> submissions) {
        return submissions.stream()
                .filter(submission -> submission.kind() == Kind.SUBMITTED)
                .flatMap(submission -> submission.student().stream())
                .collect(Collectors.toSet());
    }
}
