package org.evenkeel.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.TermId;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class CohortPlanTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");

    @Test
    void cohorts_planOfTwoGroupings_areSchoolThenGroupsInNaturalOrder() {
        CohortPlan plan = new CohortPlan(
                List.of(YEAR, CAMPUS), List.of(new Grouping(List.of(YEAR)), new Grouping(List.of(CAMPUS))), Map.of());
        assertThat(names(plan, profiles("10 South", "2 North", "1 North")))
                .containsExactly("Whole school", "Year 1", "Year 2", "Year 10", "North", "South");
    }

    @Test
    void cohorts_combination_listsOnlyGroupsThatHaveMembers() {
        CohortPlan plan = new CohortPlan(List.of(YEAR, CAMPUS), List.of(new Grouping(List.of(YEAR, CAMPUS))), Map.of());
        assertThat(names(plan, profiles("1 North", "2 South")))
                .containsExactly("Whole school", "Year 1, North", "Year 2, South");
    }

    @Test
    void cohorts_rollUp_comesAfterTheGroupsItJoins() {
        CohortPlan plan = new CohortPlan(
                List.of(YEAR, CAMPUS), List.of(new Grouping(List.of(YEAR))), Map.of(YEAR, List.of(Set.of("1", "2"))));
        Profiles profiles = profiles("1 North", "2 North", "3 North");
        assertThat(names(plan, profiles))
                .containsExactly("Whole school", "Year 1", "Year 2", "Year 3", "Years 1 and 2");
        assertThat(plan.cohorts(profiles).get(4).origin()).isEqualTo(Origin.ROLL_UP);
    }

    @Test
    void cohorts_notStated_isAGroupOfItsOwnAndLast() {
        CohortPlan plan = new CohortPlan(List.of(CAMPUS), List.of(new Grouping(List.of(CAMPUS))), Map.of());
        Profiles profiles = new Profiles(
                new TermId("t"), sorted(List.of(Profile.of(Map.of()), Profile.of(Map.of(CAMPUS, "West")))));
        assertThat(names(plan, profiles)).containsExactly("Whole school", "West", "Campus not stated");
    }

    @Test
    void key_anyCohort_isStable() {
        assertThat(Cohort.SCHOOL.key()).isEqualTo("school");
        assertThat(Cohort.of(Map.of(YEAR, Set.of("2", "1"), CAMPUS, Set.of("South")))
                        .key())
                .isEqualTo("campus=South,year=1+2");
    }

    private static List<String> names(CohortPlan plan, Profiles profiles) {
        return plan.cohorts(profiles).stream()
                .map((PlannedCohort planned) -> CohortName.of(planned, ENGLISH))
                .toList();
    }

    private static Profiles profiles(String... yearAndCampus) {
        List<Profile> profiles = new ArrayList<>();
        for (String one : yearAndCampus) {
            int space = one.indexOf(' ');
            profiles.add(Profile.of(Map.of(YEAR, one.substring(0, space), CAMPUS, one.substring(space + 1))));
        }
        return new Profiles(new TermId("t"), sorted(profiles));
    }

    private static List<Profile> sorted(List<Profile> profiles) {
        return profiles.stream().sorted().toList();
    }
}
