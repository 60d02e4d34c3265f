package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.CrowdsOfTest;
import org.evenkeel.core.disclosure.Disclosure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final TermId TERM = new TermId("2026-autumn");
    private static final Cohort SOUTH = Cohort.of(Map.of(new AttributeId("campus"), Set.of("South")));

    @Test
    void of_cohortClearlyWorse_isRedWithItsSentence() {
        List<Flag> flags = Flags.of(figures(Direction.HIGHER_IS_WORSE, 10, 30), measures(Direction.HIGHER_IS_WORSE));
        assertThat(flags).singleElement().satisfies(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.RED);
            assertThat(flag.cohort()).isEqualTo(SOUTH);
            assertThat(flag.sentence())
                    .startsWith("South: tension 30.")
                    .contains("95% range", "above the whole school's 10.", "55 answered (response 50%)");
            assertThat(flag.evidence()).hasSize(4);
        });
    }

    @Test
    void of_sameGapOnTheBetterSide_hasNoFlag() {
        assertThat(Flags.of(figures(Direction.HIGHER_IS_BETTER, 10, 30), measures(Direction.HIGHER_IS_BETTER)))
                .isEmpty();
    }

    @Test
    void of_neutralMeasure_neverHasAFlag() {
        assertThat(Flags.of(figures(Direction.NEUTRAL, 10, 30), measures(Direction.NEUTRAL)))
                .isEmpty();
    }

    @Test
    void of_cohortLikeTheSchool_hasNoFlagAlthoughSomebodyIsHighest() {
        assertThat(Flags.of(figures(Direction.HIGHER_IS_WORSE, 10, 11), measures(Direction.HIGHER_IS_WORSE)))
                .isEmpty();
    }

    @Test
    void findings_noEarlierTerm_saySo() {
        assertThat(Findings.of(figures(Direction.HIGHER_IS_WORSE, 10, 11), measures(Direction.HIGHER_IS_WORSE)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Finding.Certainty.OPEN);
                    assertThat(finding.sentence())
                            .startsWith("Tension averages 10.")
                            .endsWith("there is no earlier term to compare with.");
                });
    }

    @Test
    void findings_clearRise_isCalledWorseOnlyWhereHigherIsWorse() {
        assertThat(sentence(Direction.HIGHER_IS_WORSE)).contains("; worse since the term before: +");
        assertThat(sentence(Direction.HIGHER_IS_BETTER)).contains("; better since the term before: +");
        assertThat(sentence(Direction.NEUTRAL)).contains("; higher since the term before: +");
    }

    @Test
    void findings_onePerTheme_leadingMeasureFirst() {
        List<ReportedMeasure> twice = new ArrayList<>(measures(Direction.HIGHER_IS_WORSE));
        twice.addAll(measures(Direction.HIGHER_IS_WORSE));
        assertThat(Findings.of(figures(Direction.HIGHER_IS_WORSE, 10, 11), twice))
                .hasSize(1);
    }

    private static String sentence(Direction direction) {
        GroupData.Earlier earlier = new GroupData.Earlier(
                Optional.empty(),
                GroupData.Earlier.Start.SHOWN,
                around(5, 198),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        List<GroupData> groups =
                List.of(whole(Cohort.SCHOOL, 198), group(direction, Cohort.SCHOOL, around(10, 198), 198, earlier));
        Release release = new Disclosure(10, FigureKind.STANDARD)
                .release(ReleaseSubject.of(TERM), groups, CrowdsOfTest.of(groups));
        return Findings.of(ShownFigures.of(release), measures(direction)).get(0).sentence();
    }

    private static ShownFigures figures(Direction direction, int school, int south) {
        return ShownFigures.of(release(direction, school, south));
    }

    private static Release release(Direction direction, int school, int south) {
        GroupData.Earlier none = GroupData.Earlier.none(Absence.NO_EARLIER_TERM);
        List<GroupData> groups = new ArrayList<>();
        groups.add(whole(Cohort.SCHOOL, 198));
        groups.add(group(direction, Cohort.SCHOOL, around(school, 198), 198, none));
        groups.add(whole(SOUTH, 55));
        groups.add(group(direction, SOUTH, around(south, 55), 55, none));
        return new Disclosure(10, FigureKind.STANDARD)
                .release(ReleaseSubject.of(TERM), groups, CrowdsOfTest.of(groups));
    }

    /** Values that spread evenly from five below to five above the centre. */
    private static Moments around(int centre, int count) {
        Moments moments = Moments.EMPTY;
        for (int i = 0; i < count; i++) {
            moments = moments.plus(Moments.ofOne(centre - 5L + i % 11, 0));
        }
        return moments;
    }

    private static GroupData whole(Cohort cohort, long respondents) {
        return new GroupData(
                new SourceId("survey"),
                Period.of(TERM),
                planned(cohort),
                respondents,
                OptionalLong.of(respondents * 2),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static GroupData group(
            Direction direction, Cohort cohort, Moments moments, long respondents, GroupData.Earlier earlier) {
        Scale scale = scale(direction);
        return new GroupData(
                new SourceId("survey"),
                Period.of(TERM),
                planned(cohort),
                respondents,
                OptionalLong.of(respondents * 2),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        new Measure(new SourceId("survey"), scale.id()),
                        scale,
                        scale.lattice(),
                        moments,
                        ItemMoments.empty(2),
                        earlier)));
    }

    private static CohortPlan.PlannedCohort planned(Cohort cohort) {
        return new CohortPlan.PlannedCohort(
                new Grouping(List.copyOf(cohort.asked().keySet())), cohort, CohortPlan.Origin.REPORTED);
    }

    private static List<ReportedMeasure> measures(Direction direction) {
        Scale scale = scale(direction);
        return List.of(ReportedMeasure.of(new Measure(new SourceId("survey"), scale.id()), scale));
    }

    private static Scale scale(Direction direction) {
        return new Scale(
                new ScaleId("tension"),
                "Tension",
                Theme.STRESS,
                List.of(new ItemKey("t1"), new ItemKey("t2")),
                Set.of(),
                new AnswerRange(0, 20),
                0,
                Aggregate.SUM,
                1,
                2,
                direction,
                "points",
                Optional.empty());
    }

    @Test
    void sentence_numbers_areThoseShown() {
        Release release = release(Direction.HIGHER_IS_WORSE, 10, 30);
        BigDecimal shown = release.shown(
                        FigureKind.MEAN,
                        measures(Direction.HIGHER_IS_WORSE).get(0).measure(),
                        SOUTH)
                .orElseThrow()
                .value();
        assertThat(Flags.of(ShownFigures.of(release), measures(Direction.HIGHER_IS_WORSE))
                        .get(0)
                        .sentence())
                .contains("tension " + shown.toPlainString() + " ");
    }
}
