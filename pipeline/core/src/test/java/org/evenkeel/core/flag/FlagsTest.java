package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Language;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final TermId TERM = new TermId("2026-autumn");
    private static final Cohort SOUTH = Cohort.of(Map.of(new AttributeId("campus"), Set.of("South")));

    /** Ten campuses of 50 respondents, 70 of a hundred of those asked: nine around 20, and one that is given. */
    private static InventedFigures campuses(double tenth) {
        InventedFigures figures = new InventedFigures("2026-autumn").school(20);
        for (int i = 0; i < 9; i++) {
            figures.group("campus", "C" + i, 19.5 + i * 0.125, 50, 70);
        }
        return figures.group("campus", "South", tenth, 50, 70);
    }

    private static List<Flag> flags(InventedFigures figures, InventedFigures... before) {
        return Flags.of(
                        new ShownSoFar(figures, List.of(before)),
                        InventedFigures.measures(Direction.HIGHER_IS_WORSE),
                        ENGLISH)
                .flags();
    }

    @Test
    void of_groupFarWorseThanThoseBesideIt_isRedWithItsSentence() {
        assertThat(flags(campuses(28))).singleElement().satisfies(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.RED);
            assertThat(flag.cohort()).isEqualTo(SOUTH);
            assertThat(flag.sentence())
                    .startsWith("South: tension 28 (95% range ")
                    .contains(
                            "points above the average of the 10 groups by campus (20.",
                            "at least 95% likely worse by more than 2.4 points")
                    .endsWith("(response 70%).");
            assertThat(flag.evidence()).hasSize(12);
        });
    }

    @Test
    void of_sameGapOnTheBetterSide_hasNoFlag() {
        assertThat(flags(campuses(12))).isEmpty();
    }

    @Test
    void of_higherIsBetter_flagsTheLowGroupAndNotTheHighOne() {
        List<ReportedMeasure> measures = InventedFigures.measures(Direction.HIGHER_IS_BETTER);
        assertThat(Flags.of(ShownSoFar.first(campuses(12)), measures, ENGLISH).flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.sentence()).contains("points below the average"));
        assertThat(Flags.of(ShownSoFar.first(campuses(28)), measures, ENGLISH).flags())
                .isEmpty();
    }

    @Test
    void of_neutralMeasure_neverHasAFlag() {
        assertThat(Flags.of(ShownSoFar.first(campuses(28)), InventedFigures.measures(Direction.NEUTRAL), ENGLISH)
                        .flags())
                .isEmpty();
    }

    @Test
    void of_groupsThatAreAlike_haveNoFlagAlthoughSomebodyIsHighest() {
        assertThat(flags(campuses(21.5))).isEmpty();
    }

    @Test
    void of_fewAnswered_isGreyAndSaysSo() {
        assertThat(flags(campuses(20).group("campus", "Docks", 30, 20, 29)))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.level()).isEqualTo(Flag.Level.GREY);
                    assertThat(flag.sentence())
                            .isEqualTo("Docks: too few answered to say whether the group stands out (response 29%).");
                });
    }

    @Test
    void of_groupBeyondWhatMattersSinceTheFirstTerm_isAmberAndSaysSo() {
        InventedFigures first = new InventedFigures("2025-autumn").school(20);
        InventedFigures all = new InventedFigures("2026-autumn").school(28);
        for (int i = 0; i < 5; i++) {
            all.group("campus", "C" + i, 28, 80, 70);
        }
        assertThat(flags(all, first)).hasSize(5).allSatisfy(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.AMBER);
            assertThat(flag.sentence()).contains("likely beyond 24, the school's first term by more than what matters");
        });
        assertThat(flags(all)).isEmpty();
    }

    @Test
    void of_groupThatBecameWorse_isAmber() {
        assertThat(flags(campuses(20.5).change(SOUTH, 5, 2))).singleElement().satisfies(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.AMBER);
            assertThat(flag.sentence())
                    .contains("worse than in the term before by 5 points, at least 95% likely by more than 2");
        });
        assertThat(flags(campuses(20.5).change(SOUTH, 2, 2))).isEmpty();
    }

    @Test
    void of_likelyWorseAndBecomeWorse_isRedWhereEachAloneIsAmber() {
        InventedFigures level = campuses(24.6);
        assertThat(flags(level)).singleElement().extracting(Flag::level).isEqualTo(Flag.Level.AMBER);
        assertThat(flags(level.change(SOUTH, 5, 2)))
                .singleElement()
                .extracting(Flag::level)
                .isEqualTo(Flag.Level.RED);
    }

    @Test
    void of_groupThatWasRed_staysSoUntilItIsUnlikelyToBeWorse() {
        InventedFigures before = new InventedFigures("2026-spring").school(20).group("campus", "South", 28, 50, 70);
        before.flagged(SOUTH, Flag.Level.RED);
        assertThat(flags(campuses(23.8), before)).singleElement().satisfies(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.RED);
            assertThat(flag.sentence()).contains("it was flagged red before");
        });
        assertThat(flags(campuses(22), before)).isEmpty();
    }

    @Test
    void of_yearWhoseClassWasRedUnderItsFormerLabel_staysRed() {
        Cohort second = InventedFigures.cohort("year", "2");
        InventedFigures before = new InventedFigures("2026-spring")
                .school(20)
                .group("year", "2", 28, 50, 70)
                .group("year", "3", 20, 50, 70)
                .flagged(second, Flag.Level.RED);
        assertThat(flags(years(3, 24).labels(Map.of("2", "1", "3", "2", "4", "3")), before))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.cohort()).isEqualTo(InventedFigures.cohort("year", "3"));
                    assertThat(flag.level()).isEqualTo(Flag.Level.RED);
                    assertThat(flag.sentence()).contains("it was flagged red before");
                });
        assertThat(flags(years(2, 24).labels(Map.of("2", "1", "3", "2", "4", "3")), before))
                .as("those who carry the label now were not red")
                .noneMatch(flag -> flag.level() == Flag.Level.RED);
        assertThat(flags(years(2, 24).labels(Map.of("2", "2", "3", "3")), before))
                .as("within an academic year the label stays")
                .anyMatch(flag -> flag.level() == Flag.Level.RED);
    }

    @Test
    void of_weeksOfYears_followTheClassFromTermToTerm() {
        Cohort second = InventedFigures.cohort("year", "2");
        Cohort third = InventedFigures.cohort("year", "3");
        InventedFigures before = years(0, 20, "2026-spring");
        InventedFigures now = years(0, 20);
        for (int week = 1; week <= 12; week++) {
            before.week(week, 5, second, 5.5 + week % 2 * 0.2);
        }
        for (int week = 36; week <= 39; week++) {
            now.week(week, 5, third, 7.5);
        }
        assertThat(flags(now.labels(Map.of("3", "2")), before)).singleElement().satisfies(flag -> {
            assertThat(flag.cohort()).isEqualTo(third);
            assertThat(flag.level()).isEqualTo(Flag.Level.AMBER);
        });
        assertThat(flags(now.labels(Map.of("3", "1")), before)).isEmpty();
    }

    private static InventedFigures years(int one, double mean) {
        return years(one, mean, "2026-autumn");
    }

    private static InventedFigures years(int one, double mean, String term) {
        InventedFigures figures = new InventedFigures(term).school(20);
        for (int i = 1; i <= 6; i++) {
            figures.group("year", Integer.toString(i), i == one ? mean : 20, 50, 70);
        }
        return figures;
    }

    @Test
    void of_yearThatWasRed_isNotFollowedWhereNobodyKnowsItsFormerLabel() {
        Cohort third = InventedFigures.cohort("year", "3");
        InventedFigures before = new InventedFigures("2026-spring").school(20).group("year", "3", 28, 50, 70);
        before.flagged(third, Flag.Level.RED);
        InventedFigures now = new InventedFigures("2026-autumn").school(20);
        for (int i = 1; i <= 6; i++) {
            now.group("year", Integer.toString(i), i == 3 ? 24 : 20, 50, 70);
        }
        assertThat(flags(now, before)).noneMatch(flag -> flag.level() == Flag.Level.RED);
    }

    @Test
    void of_weeksWorseThanUsual_isAmber() {
        InventedFigures quiet = campuses(20);
        InventedFigures strained = campuses(20);
        for (int week = 0; week < 16; week++) {
            double usual = 5 + (week % 3 - 1) * 0.2;
            quiet.week(36 + week, 5, SOUTH, usual);
            strained.week(36 + week, 5, SOUTH, week < 12 ? usual : usual + 1.5);
        }
        assertThat(flags(quiet)).isEmpty();
        assertThat(flags(strained)).singleElement().satisfies(flag -> {
            assertThat(flag.level()).isEqualTo(Flag.Level.AMBER);
            assertThat(flag.sentence()).contains("its last weeks were worse than is usual for it");
        });
    }

    @Test
    void of_sameFigures_giveTheSameFlagsAndCalibration() {
        List<ReportedMeasure> measures = InventedFigures.measures(Direction.HIGHER_IS_WORSE);
        assertThat(Flags.of(ShownSoFar.first(campuses(25)), measures, ENGLISH))
                .isEqualTo(Flags.of(ShownSoFar.first(campuses(25)), measures, ENGLISH));
    }

    @Test
    void findings_noEarlierTerm_saySo() {
        assertThat(Findings.of(
                        figures(Direction.HIGHER_IS_WORSE, 10, 11), measures(Direction.HIGHER_IS_WORSE), ENGLISH))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Finding.Certainty.OPEN);
                    assertThat(finding.sentence())
                            .startsWith("Tension averages 10.")
                            .contains(
                                    "there is no earlier term to compare with. If those who did not answer were half a standard"
                                            + " deviation lower or higher than those who did, it would be 9.2 or 10.8.");
                });
    }

    @Test
    void findings_clearRise_isCalledWorseOnlyWhereHigherIsWorse() {
        assertThat(sentence(Direction.HIGHER_IS_WORSE)).contains("; worse since the term before: +");
        assertThat(sentence(Direction.HIGHER_IS_BETTER)).contains("; better since the term before: +");
        assertThat(sentence(Direction.NEUTRAL)).contains("; higher since the term before: +");
    }

    private static Finding said(InventedFigures figures) {
        return Findings.of(ShownSoFar.first(figures), InventedFigures.measures(Direction.HIGHER_IS_WORSE), ENGLISH)
                .get(0);
    }

    @Test
    void findings_changeOfThoseWhoAnsweredTwice_isSaidWhereItIsAnother() {
        assertThat(said(new InventedFigures("2026-autumn").school(20).changes(2.5, 0.5))
                        .sentence())
                .endsWith("The change is partly due to who answered: of those who answered both times it is +0.5.");
        assertThat(said(new InventedFigures("2026-autumn").school(20).changes(2.5, 1.5))
                        .sentence())
                .doesNotContain("partly");
    }

    @Test
    void findings_rangeWithinHalfOfWhatMatters_isLittleChangeAndClear() {
        Finding little = said(new InventedFigures("2026-autumn").school(20).change(Cohort.SCHOOL, 0.5, 1.5));
        assertThat(little.certainty()).isEqualTo(Finding.Certainty.CLEAR);
        assertThat(little.sentence())
                .contains("; little change since the term before: +0.5 points", "half of what matters (4)");
    }

    @Test
    void findings_rangeThatReachesBeyondHalfOfWhatMatters_saysWhatWouldHaveBeenSeen() {
        Finding open = said(new InventedFigures("2026-autumn").school(20).change(Cohort.SCHOOL, 0.5, 2));
        assertThat(open.certainty()).isEqualTo(Finding.Certainty.OPEN);
        assertThat(open.sentence())
                .contains("no clear change", "a change below 2.9 points would probably have gone unseen");
    }

    @Test
    void findings_direction_comesWithWhatWouldUndoIt() {
        Finding clear = said(new InventedFigures("2026-autumn").school(20).change(Cohort.SCHOOL, 3, 1));
        assertThat(clear.sentence())
                .contains("; worse since the term before: +3 points (95% range +2 to +4), less than what matters (4)")
                .endsWith("; it would vanish if those who did not answer were 12 points lower than those who did.");
    }

    @Test
    void findings_onePerTheme_leadingMeasureFirst() {
        List<ReportedMeasure> twice = new ArrayList<>(measures(Direction.HIGHER_IS_WORSE));
        twice.addAll(measures(Direction.HIGHER_IS_WORSE));
        assertThat(Findings.of(figures(Direction.HIGHER_IS_WORSE, 10, 11), twice, ENGLISH))
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
        return Findings.of(shown(release), measures(direction), ENGLISH).get(0).sentence();
    }

    private static ShownSoFar figures(Direction direction, int school, int south) {
        return shown(release(direction, school, south));
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
        return List.of(
                ReportedMeasure.of(new Measure(new SourceId("survey"), scale.id()), scale, Language.BRITISH_ENGLISH));
    }

    private static Scale scale(Direction direction) {
        return new Scale(
                new ScaleId("tension"),
                new Title("Tension"),
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
                Optional.empty(),
                Optional.empty());
    }

    private static ShownSoFar shown(Release release) {
        return ShownSoFar.first(ShownFigures.of(
                release,
                Coverage.CENSUS,
                new Term(
                        TERM,
                        new DateRange(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 12, 18)),
                        LocalDate.of(2027, 1, 8),
                        List.of()),
                YearLabels.UNKNOWN));
    }
}
