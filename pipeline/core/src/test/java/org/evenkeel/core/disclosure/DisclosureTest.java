package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.problem.NothingToPublish;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Remark;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class DisclosureTest {
    private static final TermId TERM = new TermId("2026-autumn");
    private static final Scale SCALE = new Scale(
            new ScaleId("tension"),
            new Title("Tension"),
            Theme.STRESS,
            List.of(new ItemKey("t1"), new ItemKey("t2")),
            Set.of(),
            new AnswerRange(0, 4),
            0,
            Aggregate.SUM,
            1,
            2,
            Direction.HIGHER_IS_WORSE,
            "points",
            Optional.of(new AtRiskRule(
                    AtRiskRule.Comparison.AT_LEAST, BigDecimal.valueOf(6), AtRiskRule.Basis.CONVENTION, "test")),
            Optional.empty());
    private static final Measure MEASURE = new Measure(new SourceId("survey"), SCALE.id());

    @Test
    void release_groupBelowTheThreshold_isWithheldInEveryKind() {
        Release release = release(group(Cohort.SCHOOL, 60, 20, 60), group(year("1"), 9, 4, 40));
        for (FigureKind kind : FigureKind.STANDARD) {
            release.figure(key(kind, year("1")))
                    .ifPresent(figure -> assertThat(figure.figure())
                            .as(kind.code())
                            .satisfiesAnyOf(
                                    withheld -> assertThat(withheld).isEqualTo(Figure.withheld()),
                                    structural -> assertThat(structural).isInstanceOf(Figure.Structural.class)));
        }
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("1"))).isEmpty();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, Cohort.SCHOOL)).isPresent();
    }

    @Test
    void release_withheldFigures_allLookTheSame() {
        Release release = release(
                group(Cohort.SCHOOL, 60, 20, 60),
                group(year("1"), 9, 4, 40), // too few respondents
                group(year("2"), 12, 4, 90)); // too few of those asked
        Figure tooFew =
                release.figure(key(FigureKind.MEAN, year("1"))).orElseThrow().figure();
        Figure tooRare =
                release.figure(key(FigureKind.MEAN, year("2"))).orElseThrow().figure();
        assertThat(tooFew).isEqualTo(tooRare).hasToString(tooRare.toString());
    }

    @Property
    void release_anyThreshold_showsNothingBelowIt(
            @ForAll @IntRange(min = 10, max = 60) int threshold, @ForAll @IntRange(min = 0, max = 80) int respondents) {
        List<GroupData> groups = List.of(group(Cohort.SCHOOL, 200, 50, 300), group(year("1"), respondents, 0, 100));
        Release release = new Disclosure(threshold, FigureKind.STANDARD)
                .release(ReleaseSubject.of(TERM), groups, CrowdsOfTest.of(groups));
        boolean shown = release.shown(FigureKind.MEAN, MEASURE, year("1")).isPresent();
        assertThat(shown).isEqualTo(respondents >= threshold && respondents >= 20);
    }

    @Test
    void threshold_belowTen_isRefused() {
        assertThatThrownBy(() -> new Disclosure(9, FigureKind.STANDARD)).hasMessageContaining("never lowered");
    }

    @Test
    void release_nothingReachesTheThreshold_isRefused() {
        assertThatThrownBy(() -> release(group(Cohort.SCHOOL, 9, 2, 20)))
                .isInstanceOf(NothingToPublish.class)
                .hasMessageContaining("2026-autumn")
                .hasMessageContaining("10 respondents");
    }

    @Test
    void release_rollUp_isOfferedOnlyWhereAGroupItJoinsCannotBeShown() {
        Cohort both = Cohort.of(Map.of(new AttributeId("year"), Set.of("1", "2")));
        GroupData rolledUp = rollUp(both, 60);
        Release needless = release(source(Cohort.SCHOOL, 60), source(year("1"), 30), source(year("2"), 30), rolledUp);
        Release needed = release(source(Cohort.SCHOOL, 60), source(year("1"), 54), source(year("2"), 6), rolledUp);
        assertThat(needless.cohorts()).extracting(PlannedCohort::cohort).doesNotContain(both);
        assertThat(needed.shown(FigureKind.RESPONDENTS, MEASURE.source(), Cohort.SCHOOL))
                .isPresent();
        assertThat(needed.shown(FigureKind.RESPONDENTS, MEASURE.source(), both)).isPresent();
        assertThat(needed.shown(FigureKind.RESPONDENTS, MEASURE.source(), year("2")))
                .isEmpty();
    }

    @Test
    void share_tenToNineteen_isABand() {
        assertThat(share(16, 5)).isEqualTo(band("25", "50"));
        assertThat(share(16, 13)).isEqualTo(band("75", "open"));
        assertThat(share(13, 3)).isEqualTo(band("open", "25"));
    }

    @Test
    void share_nearNoneOrAll_isATailBand() {
        assertThat(share(40, 0)).isEqualTo(band("open", "10"));
        assertThat(share(40, 2)).isEqualTo(band("open", "10"));
        assertThat(share(40, 38)).isEqualTo(band("90", "open"));
        assertThat(share(12, 12)).isEqualTo(band("75", "open"));
    }

    @Property
    void share_anyGroup_isNeverNoneOrAll(
            @ForAll @IntRange(min = 10, max = 300) int respondents, @ForAll @IntRange(min = 0, max = 300) int risk) {
        Figure figure = share(respondents, Math.min(risk, respondents));
        figure.shown().ifPresent(shown -> {
            assertThat(shown.value()).isBetween(BigDecimal.ONE, BigDecimal.valueOf(99));
            int step = respondents < 100 ? 5 : 1;
            assertThat(shown.value().intValueExact() % step).isZero();
            assertThat(respondents).isGreaterThanOrEqualTo(20);
        });
    }

    @Test
    void kind_ofItsOwn_needsNothingButAGrid() {
        FigureKind doubled = new FigureKind(
                "respondents-doubled",
                "Respondents, doubled",
                FigureKind.Unit.RESPONDENTS,
                FigureKind.Scope.SOURCE_TERMS,
                0,
                FigureKind.Answers.OF_THIS_TERM,
                FigureKind::undivided,
                group -> Estimate.exactly(2.0 * group.respondents()),
                DisplayGrid.COUNT);
        GroupData whole = new GroupData(
                MEASURE.source(),
                Period.of(TERM),
                planned(Cohort.SCHOOL),
                30,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
        Release release = new Disclosure(10, List.of(FigureKind.RESPONDENTS, doubled))
                .release(ReleaseSubject.of(TERM), List.of(whole), CrowdsOfTest.of(List.of(whole)));
        assertThat(release.shown(doubled, MEASURE.source(), Cohort.SCHOOL)
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("60");
    }

    @Test
    void change_earlierTermBelowTheThreshold_isWithheld() {
        GroupData thin = earlier(group(Cohort.SCHOOL, 60, 20, 60), moments(9, 2));
        GroupData thick = earlier(group(Cohort.SCHOOL, 60, 20, 60), moments(50, 10));
        assertThat(release(thin)
                        .figure(key(FigureKind.CHANGE, Cohort.SCHOOL))
                        .orElseThrow()
                        .figure())
                .isEqualTo(Figure.withheld());
        assertThat(release(thick).shown(FigureKind.CHANGE, MEASURE, Cohort.SCHOOL))
                .isPresent();
    }

    @Test
    void change_noEarlierTerm_saysSo() {
        assertThat(release(group(Cohort.SCHOOL, 60, 20, 60))
                        .figure(key(FigureKind.CHANGE, Cohort.SCHOOL))
                        .orElseThrow()
                        .figure())
                .isEqualTo(new Figure.Structural(Absence.NO_EARLIER_TERM));
    }

    @Test
    void structural_aReasonFromAnswers_cannotBeSaid() {
        assertThatThrownBy(() -> new Figure.Structural(Absence.NO_RESPONDENTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void release_constructor_isOutOfReach() {
        for (Constructor<?> constructor : Release.class.getDeclaredConstructors()) {
            assertThat(Modifier.isPublic(constructor.getModifiers())).isFalse();
        }
        assertThat(Modifier.isFinal(Release.class.getModifiers())).isTrue();
    }

    @Test
    void release_groupsThatLeaveFewOver_areNotAllShown() {
        Release release =
                release(source(Cohort.SCHOOL, 64), source(year("1"), 30), source(year("2"), 30), source(year("3"), 4));
        assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), Cohort.SCHOOL))
                .isPresent();
        assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), year("1")))
                .isPresent();
        assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), year("2")))
                .isEmpty();
    }

    private static Release release(GroupData... groups) {
        return new Disclosure(10, FigureKind.STANDARD)
                .release(ReleaseSubject.of(TERM), List.of(groups), CrowdsOfTest.of(List.of(groups)));
    }

    private static Figure share(int respondents, int atRisk) {
        GroupData group = group(Cohort.SCHOOL, respondents, atRisk, respondents * 2);
        return release(group)
                .figure(key(FigureKind.SHARE_AT_RISK, Cohort.SCHOOL))
                .orElseThrow()
                .figure();
    }

    private static Figure band(String lower, String upper) {
        return new Figure.Banded(end(lower), end(upper));
    }

    private static Optional<BigDecimal> end(String text) {
        return text.equals("open") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static FigureKey key(FigureKind kind, Cohort cohort) {
        return new FigureKey(kind.code(), MEASURE.source(), Optional.of(MEASURE), Period.of(TERM), cohort);
    }

    private static Cohort year(String value) {
        return Cohort.of(Map.of(new AttributeId("year"), Set.of(value)));
    }

    private static PlannedCohort planned(Cohort cohort) {
        Grouping grouping = new Grouping(List.copyOf(cohort.conditions().keySet()));
        return new PlannedCohort(grouping, cohort, CohortPlan.Origin.REPORTED);
    }

    private static GroupData source(Cohort cohort, int respondents) {
        return whole(planned(cohort), respondents);
    }

    private static GroupData rollUp(Cohort cohort, int respondents) {
        return whole(new PlannedCohort(planned(cohort).grouping(), cohort, CohortPlan.Origin.ROLL_UP), respondents);
    }

    private static GroupData whole(PlannedCohort planned, int respondents) {
        return new GroupData(
                MEASURE.source(),
                Period.of(TERM),
                planned,
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static GroupData group(Cohort cohort, int respondents, int atRisk, int headcount) {
        return new GroupData(
                MEASURE.source(),
                Period.of(TERM),
                planned(cohort),
                respondents,
                OptionalLong.of(headcount),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        MEASURE,
                        SCALE,
                        SCALE.lattice(),
                        moments(respondents, atRisk),
                        ItemMoments.empty(2),
                        GroupData.Earlier.none(Absence.NO_EARLIER_TERM))));
    }

    private static GroupData earlier(GroupData group, Moments moments) {
        GroupData.Measured measured = group.measured().orElseThrow();
        return new GroupData(
                group.source(),
                group.period(),
                group.cohort(),
                group.respondents(),
                group.headcount(),
                group.population(),
                Optional.of(new GroupData.Measured(
                        measured.measure(),
                        measured.scale(),
                        measured.lattice(),
                        measured.moments(),
                        measured.items(),
                        new GroupData.Earlier(
                                Optional.empty(),
                                GroupData.Earlier.Start.SHOWN,
                                moments,
                                Map.of(),
                                Optional.empty(),
                                Optional.of(Remark.CLASSES_MOVED)))));
    }

    private static Moments moments(int respondents, int atRisk) {
        Moments moments = Moments.EMPTY;
        for (int i = 0; i < respondents; i++) {
            moments = moments.plus(i < atRisk ? Moments.ofOne(6 + i % 3, 1) : Moments.ofOne(i % 6, 0));
        }
        return moments;
    }

    @Test
    void release_aFifthOfThoseAskedAndTenStudents_areEnough() {
        assertThat(isShown(group(year("1"), 20, 4, 100))).isTrue();
        assertThat(isShown(group(year("1"), 20, 4, 101))).isFalse();
        assertThat(isShown(group(year("1"), 10, 4, 10))).isTrue();
        assertThat(isShown(group(year("1"), 10, 4, 9))).isFalse();
    }

    @Test
    void release_weeks_needTwentyOrTheThreshold() {
        assertThat(weekIsShown(10, 19)).isFalse();
        assertThat(weekIsShown(10, 20)).isTrue();
        assertThat(weekIsShown(25, 24)).isFalse();
        assertThat(weekIsShown(25, 25)).isTrue();
    }

    /** Sixty now: five totals fit a step of 0.1. Twenty before: it takes a step of 0.5, because the two stand side by side. */
    @Test
    void release_gridOfAChange_isThatOfTheSmallerTerm() {
        assertThat(stepAfter(20)).isEqualByComparingTo("0.5");
        assertThat(stepAfter(10)).isEqualByComparingTo("0.5");
        assertThat(stepAfter(60)).isEqualByComparingTo("0.1");
        assertThat(stepAfter(9)).as("too few to be shown").isEqualByComparingTo("0.1");
    }

    @Test
    void release_groupsSideBySide_shareTheCoarsestGrid() {
        Release release = release(
                group(Cohort.SCHOOL, 500, 100, 600), group(year("1"), 300, 60, 300), group(year("2"), 25, 5, 30));
        assertThat(step(release, Cohort.SCHOOL)).isEqualByComparingTo("0.02");
        assertThat(step(release, year("1"))).isEqualByComparingTo("0.2");
        assertThat(step(release, year("2"))).isEqualByComparingTo("0.2");
    }

    @Test
    void release_measureFewerAnswered_isWithheldWhereItsSourceIsShown() {
        Release release = release(
                source(Cohort.SCHOOL, 60),
                source(year("1"), 30),
                group(Cohort.SCHOOL, 60, 20, 60),
                partly(year("1"), 30, 9));
        assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), year("1")))
                .isPresent();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("1"))).isEmpty();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, Cohort.SCHOOL)).isPresent();
    }

    @Test
    void release_measureOfAGroupWhoseSourceIsWithheld_isWithheldToo() {
        Release release = release(
                source(Cohort.SCHOOL, 64),
                source(year("1"), 30),
                source(year("2"), 30),
                source(year("3"), 4),
                group(Cohort.SCHOOL, 64, 20, 64),
                group(year("1"), 30, 10, 30),
                group(year("2"), 30, 10, 30));
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("1"))).isPresent();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("2"))).isEmpty();
    }

    @Test
    void release_rollUpOfAnotherSourceOrPeriodOrAttribute_isNoUse() {
        Cohort both = Cohort.of(Map.of(new AttributeId("year"), Set.of("1", "2")));
        Cohort campus = Cohort.of(Map.of(new AttributeId("campus"), Set.of("1", "2")));
        Release release = release(
                source(Cohort.SCHOOL, 60),
                source(year("1"), 54),
                source(year("2"), 6),
                rollUp(both, 60),
                rollUp(campus, 60));
        assertThat(release.cohorts())
                .extracting(PlannedCohort::cohort)
                .contains(both)
                .doesNotContain(campus);
    }

    @Test
    void release_noteOfAChange_standsOnlyWhereItIsShown() {
        assertThat(noteAfter(50)).contains(Remark.CLASSES_MOVED);
        assertThat(noteAfter(9)).isEmpty();
    }

    @Test
    void share_fromTwentyRespondentsOn_isAPercentageOnItsGrid() {
        assertThat(percent(20, 3)).isEqualTo(15);
        assertThat(percent(20, 17)).isEqualTo(85);
        assertThat(share(19, 3)).isEqualTo(band("open", "25"));
        assertThat(percent(99, 51)).isEqualTo(50);
        assertThat(percent(100, 51)).isEqualTo(51);
        assertThat(share(16, 12)).isEqualTo(band("75", "open"));
        assertThat(share(16, 8)).isEqualTo(band("50", "75"));
        assertThat(share(20, 18)).isEqualTo(band("85", "open"));
    }

    private static int percent(int respondents, int atRisk) {
        return share(respondents, atRisk).shown().orElseThrow().value().intValueExact();
    }

    private static boolean isShown(GroupData group) {
        return release(group(Cohort.SCHOOL, 200, 50, 300), group)
                .shown(FigureKind.MEAN, MEASURE, year("1"))
                .isPresent();
    }

    private static boolean weekIsShown(int threshold, int respondents) {
        Period week = Period.parse(TERM + "/2026-W40");
        GroupData term = group(Cohort.SCHOOL, 60, 20, 60);
        GroupData inWeek = new GroupData(
                term.source(),
                week,
                term.cohort(),
                respondents,
                OptionalLong.empty(),
                OptionalLong.empty(),
                group(Cohort.SCHOOL, respondents, 5, 60).measured());
        List<GroupData> groups = List.of(term.whole(), term, inWeek.whole(), inWeek);
        return new Disclosure(threshold, FigureKind.STANDARD)
                .release(ReleaseSubject.of(TERM), groups, CrowdsOfTest.of(groups))
                .figure(new FigureKey(
                        FigureKind.MEAN.code(), MEASURE.source(), Optional.of(MEASURE), week, Cohort.SCHOOL))
                .orElseThrow()
                .figure()
                .shown()
                .isPresent();
    }

    private static BigDecimal stepAfter(int respondentsBefore) {
        return step(release(earlier(group(Cohort.SCHOOL, 60, 20, 60), moments(respondentsBefore, 2))), Cohort.SCHOOL);
    }

    private static BigDecimal step(Release release, Cohort cohort) {
        return release.shown(FigureKind.MEAN, MEASURE, cohort).orElseThrow().step();
    }

    private static Optional<Remark> noteAfter(int respondentsBefore) {
        return release(earlier(group(Cohort.SCHOOL, 60, 20, 60), moments(respondentsBefore, 2)))
                .figure(key(FigureKind.CHANGE, Cohort.SCHOOL))
                .orElseThrow()
                .note();
    }

    /** A group of whose respondents only some have a value of the measure. */
    private static GroupData partly(Cohort cohort, int respondents, int measured) {
        GroupData whole = source(cohort, respondents);
        return new GroupData(
                whole.source(),
                whole.period(),
                whole.cohort(),
                whole.respondents(),
                whole.headcount(),
                whole.population(),
                group(cohort, measured, 0, respondents).measured());
    }

    @Test
    void release_rollUpBesideShownGroups_takesNothingFromThem() {
        Cohort both = Cohort.of(Map.of(new AttributeId("year"), Set.of("2", "3")));
        Release release = release(
                source(Cohort.SCHOOL, 60),
                source(year("1"), 30),
                source(year("2"), 24),
                source(year("3"), 6),
                rollUp(both, 30));
        assertThat(List.of(Cohort.SCHOOL, year("1"), both))
                .allSatisfy(cohort -> assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), cohort))
                        .isPresent());
        assertThat(List.of(year("2"), year("3")))
                .allSatisfy(cohort -> assertThat(release.shown(FigureKind.RESPONDENTS, MEASURE.source(), cohort))
                        .isEmpty());
    }

    /** The four of year 3 did not answer the measure: by itself it could show both years, but its source does not. */
    @Test
    void release_measureThatWouldBeSafeAlone_followsItsSource() {
        Release release = release(
                source(Cohort.SCHOOL, 64),
                source(year("1"), 30),
                source(year("2"), 30),
                source(year("3"), 4),
                partly(Cohort.SCHOOL, 64, 60),
                group(year("1"), 30, 10, 30),
                group(year("2"), 30, 10, 30));
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("1"))).isPresent();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("2"))).isEmpty();
    }

    @Test
    void release_saysWhatItIsAbout() {
        Release release = release(group(Cohort.SCHOOL, 60, 20, 60), group(year("1"), 30, 10, 40));
        assertThat(release.term()).isEqualTo(TERM);
        assertThat(release.subject()).isEqualTo(ReleaseSubject.of(TERM));
        assertThat(release.threshold()).isEqualTo(10);
        assertThat(release.kinds()).isEqualTo(FigureKind.STANDARD);
        assertThat(release.periods()).containsExactly(Period.of(TERM));
        assertThat(release.figures())
                .filteredOn(figure -> figure.key().kind().equals(FigureKind.MEAN.code()))
                .extracting(figure -> figure.key().cohort())
                .containsExactly(Cohort.SCHOOL, year("1"));
        assertThat(release.shown(FigureKind.RESPONSE_RATE, MEASURE.source(), Cohort.SCHOOL))
                .isEmpty();
        assertThat(release.shown(FigureKind.MEAN, MEASURE, year("9"))).isEmpty();
    }

    @Test
    void standard_deviationAndReliability_areThoseOfTheMeasure() {
        Release release = release(group(Cohort.SCHOOL, 60, 0, 60));
        // Ten each of 0 to 5: variance 35/12 · 60/59.
        assertThat(release.shown(FigureKind.STANDARD_DEVIATION, MEASURE, Cohort.SCHOOL)
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("1.7");
        assertThat(release.figure(key(FigureKind.RELIABILITY, Cohort.SCHOOL))
                        .orElseThrow()
                        .figure())
                .isEqualTo(Figure.withheld());
        assertThat(release.figure(key(FigureKind.RELIABILITY, year("1")))).isEmpty();
    }

    @Test
    void kind_codesAndFewest_areChecked() {
        assertThatThrownBy(() -> kind("Mean", 0)).hasMessageContaining("lower-case");
        assertThatThrownBy(() -> kind("mean", -1)).hasMessageContaining("0 or more");
        assertThat(kind("mean", 0).fewest()).isZero();
    }

    @Test
    void release_kindThatNeedsMoreRespondents_isWithheldBelowThem() {
        List<GroupData> whole = List.of(source(Cohort.SCHOOL, 30));
        for (long fewest : new long[] {30, 31}) {
            FigureKind kind = kind("twice", fewest);
            Release release = new Disclosure(10, List.of(FigureKind.RESPONDENTS, kind))
                    .release(ReleaseSubject.of(TERM), whole, CrowdsOfTest.of(whole));
            assertThat(release.shown(kind, MEASURE.source(), Cohort.SCHOOL).isPresent())
                    .isEqualTo(fewest == 30);
        }
    }

    private static FigureKind kind(String code, long fewest) {
        return new FigureKind(
                code,
                "A kind",
                FigureKind.Unit.RESPONDENTS,
                FigureKind.Scope.SOURCE_TERMS,
                fewest,
                FigureKind.Answers.OF_THIS_TERM,
                FigureKind::undivided,
                group -> Estimate.exactly((double) group.respondents()),
                DisplayGrid.COUNT);
    }
}
