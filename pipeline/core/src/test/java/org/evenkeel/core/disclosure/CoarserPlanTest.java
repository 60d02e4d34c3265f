package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
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
