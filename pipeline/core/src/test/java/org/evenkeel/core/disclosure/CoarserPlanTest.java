package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class CoarserPlanTest {
    private static final TermId TERM = new TermId("2026-autumn");
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");

    @Test
    void plan_twoSmallYears_joinsThemAndNamesTheSetting() {
        assertThat(plans(years(30, 22, 4, 8))).singleElement().satisfies(plan -> {
            assertThat(plan.joined()).hasSize(1);
            assertThat(plan.joined().get(0)).containsExactly("3", "4");
            assertThat(plan.withheld()).isEqualTo(2);
            assertThat(plan.regained()).isEqualTo(2);
            assertThat(plan.words())
                    .isEqualTo(
                            "survey: 2 of 4 groups by year cannot be shown. As part of coarser groups 2 of them could"
                                    + " be: under cohorts, roll-up: { year: [[3, 4]] }");
        });
    }

    @Test
    void plan_oneSmallYear_joinsTheNeighbourThatIsWithheldForItsSake() {
        List<CoarserPlan> plans = plans(years(30, 30, 4));
        assertThat(plans).singleElement().satisfies(plan -> {
            assertThat(plan.joined().get(0)).containsExactly("2", "3");
            assertThat(plan.regained()).isEqualTo(plan.withheld()).isEqualTo(2);
        });
    }

    @Test
    void plan_everyGroupIsShown_isNotNeeded() {
        assertThat(plans(years(30, 22, 18))).isEmpty();
    }

    @Test
    void plan_rollUpThatIsDeclaredAlready_isNotProposedAgain() {
        List<GroupData> groups = new ArrayList<>(years(30, 22, 4, 8));
        groups.add(group(Set.of("3", "4"), 12, Origin.ROLL_UP));
        assertThat(plans(groups)).isEmpty();
    }

    @Test
    void plan_joinThatTheProofRefuses_isNotProposed() {
        // Years 1 and 2 less year 2, which is shown, would be the four of year 1.
        assertThat(plans(years(4, 30, 30))).isEmpty();
    }

    @Test
    void plan_smallYearsInTheMiddle_joinUntilTheyAreEnough() {
        // Years 2 and 3 are nine together, so year 4, which is withheld for their sake, joins them.
        assertThat(plans(years(30, 4, 5, 30))).singleElement().satisfies(plan -> {
            assertThat(plan.joined()).hasSize(1);
            assertThat(plan.joined().get(0)).containsExactly("2", "3", "4");
            assertThat(plan.regained()).isEqualTo(3);
        });
    }

    @Test
    void plan_smallYearsApart_makeGroupsOfTheirOwn() {
        assertThat(plans(years(30, 4, 8, 30, 5, 6)))
                .singleElement()
                .satisfies(plan -> assertThat(plan.words())
                        .isEqualTo("survey: 4 of 6 groups by year cannot be shown. As part of coarser groups 4 of them"
                                + " could be: under cohorts, roll-up: { year: [[2, 3], [5, 6]] }"));
    }

    @Test
    void plan_lastYearsNeedOneThatIsJoinedAlready_makeOneGroup() {
        assertThat(plans(years(30, 6, 5, 3))).singleElement().satisfies(plan -> {
            assertThat(plan.joined()).hasSize(1);
            assertThat(plan.joined().get(0)).containsExactly("2", "3", "4");
        });
    }

    @Test
    void plan_smallYearBesideOneWithheldForItsSake_joinsThatOne() {
        // Year 2 stands last in the plan, so it is the one that is withheld for the sake of the four of year 3.
        List<GroupData> groups = new ArrayList<>(years(30, 30, 4, 30));
        groups.add(groups.remove(2));
        assertThat(plans(groups)).singleElement().satisfies(plan -> {
            assertThat(plan.joined()).hasSize(1);
            assertThat(plan.joined().get(0)).containsExactly("2", "3");
            assertThat(plan.regained()).isEqualTo(2);
        });
    }

    @Test
    void plan_exactlyTheThreshold_isEnough() {
        assertThat(plans(years(30, 22, 4, 6)))
                .singleElement()
                .satisfies(plan -> assertThat(plan.joined().get(0)).containsExactly("3", "4"));
    }

    @Test
    void plan_onlyTheWholeSchoolWouldDo_isNone() {
        assertThat(plans(years(30, 4))).isEmpty();
    }

    /** By year and campus: joining years brings two small groups back, joining the two campuses would be no division any more. */
    @Test
    void plan_ofTwoAttributes_joinsTheOneThatBringsMoreBack() {
        List<GroupData> groups = new ArrayList<>(List.of(group(Set.of(), 92, Origin.REPORTED)));
        long[][] respondents = {{20, 4}, {20, 8}, {20, 20}};
        TreeMap<Profile, Long> counts = new TreeMap<>();
        for (int year = 0; year < respondents.length; year++) {
            for (int campus = 0; campus < 2; campus++) {
                Map<AttributeId, Set<String>> cell =
                        Map.of(YEAR, Set.of(String.valueOf(year + 1)), CAMPUS, Set.of(campus == 0 ? "A" : "B"));
                groups.add(whole(
                        new PlannedCohort(new Grouping(List.of(YEAR, CAMPUS)), Cohort.of(cell), Origin.REPORTED),
                        respondents[year][campus]));
                counts.put(
                        Profile.of(Map.of(YEAR, String.valueOf(year + 1), CAMPUS, campus == 0 ? "A" : "B")),
                        respondents[year][campus]);
            }
        }
        TreeMap<Integer, Long> numbers = new TreeMap<>();
        counts.values().forEach(count -> numbers.put(numbers.size(), count));
        Crowds crowds = new Crowds(Map.of(
                new Crowds.Key(new SourceId("survey"), Period.of(TERM), Optional.empty()),
                Crowd.first(new Profiles(TERM, List.copyOf(counts.keySet())), numbers)));
        Release release = new Disclosure(10, FigureKind.STANDARD).release(ReleaseSubject.of(TERM), groups, crowds);
        assertThat(CoarserPlan.of(release, groups, crowds)).singleElement().satisfies(plan -> {
            assertThat(plan.attribute()).isEqualTo(YEAR);
            assertThat(plan.joined().get(0)).containsExactly("1", "2");
            assertThat(plan.withheld()).isEqualTo(2);
            assertThat(plan.regained()).isEqualTo(2);
            assertThat(plan.groups()).isEqualTo(6);
        });
    }

    private static List<CoarserPlan> plans(List<GroupData> groups) {
        Crowds crowds = CrowdsOfTest.of(groups);
        Release release = new Disclosure(10, FigureKind.STANDARD).release(ReleaseSubject.of(TERM), groups, crowds);
        return CoarserPlan.of(release, groups, crowds);
    }

    private static List<GroupData> years(long... respondents) {
        List<GroupData> groups = new ArrayList<>();
        long all = 0;
        for (int year = 0; year < respondents.length; year++) {
            groups.add(group(Set.of(String.valueOf(year + 1)), respondents[year], Origin.REPORTED));
            all += respondents[year];
        }
        groups.add(0, group(Set.of(), all, Origin.REPORTED));
        return groups;
    }

    private static GroupData group(Set<String> years, long respondents, Origin origin) {
        PlannedCohort planned = years.isEmpty()
                ? new PlannedCohort(Grouping.SCHOOL, Cohort.SCHOOL, origin)
                : new PlannedCohort(new Grouping(List.of(YEAR)), Cohort.of(Map.of(YEAR, years)), origin);
        return whole(planned, respondents);
    }

    private static GroupData whole(PlannedCohort planned, long respondents) {
        return new GroupData(
                new SourceId("survey"),
                Period.of(TERM),
                planned,
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
