package org.evenkeel.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TermReportTest {
    private static final Words ENGLISH = Words.of(Locale.UK);
    private static final TermReport USUAL = TermReport.of(
            InventedSchool.usual().latest(), InventedSchool.usual().history());

    @Test
    void of_usualSchool_stressAndEngagementFirst() {
        assertThat(USUAL.themes()).extracting(ThemeSection::theme).startsWith("Stress", "Engagement");
        assertThat(USUAL.onePage().headlines().get(0).theme()).isEqualTo("Stress");
    }

    @Test
    void of_usualSchool_trendSpansEarlierReleasesWithTheirIds() {
        LineChart trend = (LineChart) USUAL.measures().get(0).charts().get(0);
        assertThat(trend.periods()).containsExactly("Spring 2026", "Summer 2026", "Autumn 2026");
        assertThat(trend.series().get(0).readings())
                .extracting(reading -> reading.orElseThrow().id().contains("/"))
                .containsExactly(true, true, false);
    }

    @Test
    void of_weeklyMeasure_examWeeksAreShaded() {
        LineChart weekly = (LineChart) USUAL.measures().stream()
                .filter(measure -> measure.key().equals("weekly-checkin/stress"))
                .findFirst()
                .orElseThrow()
                .charts()
                .get(1);
        assertThat(weekly.periods()).hasSize(15);
        assertThat(weekly.shades()).containsExactly(new LineChart.Shade(13, 14, "Exams"));
    }

    @Test
    void of_weeksOfAMonth_lastWeekLeadsAndWeeklyLinesGoOnFromTheMonthBefore() {
        InventedSchool school = InventedSchool.usual();
        YearMonth october = YearMonth.of(2026, 10);
        TermReport report = TermReport.of(school.weeks(october), List.of(school.weeks(october.minusMonths(1))));
        assertThat(report.cover().title()).isEqualTo("Weekly report");
        assertThat(report.cover().subject()).isEqualTo("October 2026");
        assertThat(report.measures())
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(measure.key()).startsWith("weekly-checkin/"));
        LineChart weekly = (LineChart) report.measures().get(0).charts().get(0);
        assertThat(weekly.periods())
                .containsExactly("7 Sep", "14 Sep", "21 Sep", "28 Sep", "5 Oct", "12 Oct", "19 Oct");
        assertThat(weekly.series().get(0).readings())
                .extracting(reading -> reading.orElseThrow().id().startsWith("2026-autumn-2026-09/"))
                .containsExactly(true, true, true, false, false, false, false);
        assertThat(report.onePage().headlines().get(0).mean())
                .isEqualTo(weekly.series().get(0).readings().get(6));
        assertThat(report.onePage().unsaid()).noneMatch(sentence -> sentence.contains("how many were asked"));
    }

    @Test
    void of_termWhoseWeeksWerePublishedMonthly_weeklyLinesAreWhole() {
        InventedSchool school = InventedSchool.usual();
        List<YearMonth> months = List.of(YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11));
        List<PublishedRelease> history = new ArrayList<>(school.history());
        months.forEach(month -> history.add(school.weeks(month)));
        TermReport report = TermReport.of(school.latestWithout(months), history);
        LineChart weekly = (LineChart) report.measures().stream()
                .filter(measure -> measure.key().equals("weekly-checkin/stress"))
                .findFirst()
                .orElseThrow()
                .charts()
                .get(1);
        LineChart whole = (LineChart) USUAL.measures().stream()
                .filter(measure -> measure.key().equals("weekly-checkin/stress"))
                .findFirst()
                .orElseThrow()
                .charts()
                .get(1);
        assertThat(weekly.periods()).isEqualTo(whole.periods());
        assertThat(weekly.series().get(0).readings())
                .extracting(reading -> reading.orElseThrow().text())
                .isEqualTo(whole.series().get(0).readings().stream()
                        .map(reading -> reading.orElseThrow().text())
                        .toList());
        assertThat(report.figures())
                .extracting(FigureLine::release)
                .contains(history.get(history.size() - 1).header().id());
    }

    @Test
    void of_withheldFigures_chartsHoldWordsOnly() {
        List<DotChart.Row> withheld = USUAL.charts().stream()
                .filter(DotChart.class::isInstance)
                .map(DotChart.class::cast)
                .map(TermReportTest::rows)
                .flatMap(List::stream)
                .filter(row -> row.reading().state() == State.WITHHELD)
                .toList();
        assertThat(withheld).isNotEmpty().allSatisfy(row -> {
            assertThat(row.reading().text()).isEqualTo("not shown, to protect respondents");
            assertThat(row.reading().textWithInterval()).isEqualTo("not shown, to protect respondents");
            assertThat(row.reading().value()).isEmpty();
        });
    }

    @Test
    void reading_withheldWithAValue_isRefused() {
        assertThatThrownBy(() -> new Reading(
                        "F0001",
                        "mean",
                        "points",
                        State.WITHHELD,
                        Optional.of(BigDecimal.ONE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        ENGLISH))
                .hasMessageContaining("F0001");
    }

    @Test
    void of_kindNobodyHasHeardOf_hasItsColumnByTitleAndUnit() {
        PublishedRelease usual = InventedSchool.usual().latest();
        List<ReleaseFigureKind> kinds = new ArrayList<>(usual.kinds());
        kinds.add(new ReleaseFigureKind("gini", 99, "Inequality", "coefficient"));
        List<ReleaseFigure> figures = new ArrayList<>(usual.figures());
        String measure = usual.measures().get(0).key();
        figures.add(new ReleaseFigure(
                "F9999",
                99_999,
                "gini",
                usual.measures().get(0).source(),
                Optional.of(measure),
                usual.header().term(),
                "school",
                State.SHOWN,
                Optional.of(new BigDecimal("0.31")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal("0.01")),
                2,
                Optional.empty(),
                Optional.empty()));
        TermReport report = TermReport.of(
                new PublishedRelease(
                        usual.header(),
                        usual.presentation(),
                        usual.terms(),
                        usual.exams(),
                        usual.periods(),
                        usual.sources(),
                        usual.measures(),
                        usual.cohorts(),
                        usual.conditions(),
                        kinds,
                        figures,
                        usual.flags(),
                        usual.findings(),
                        usual.analysis(),
                        usual.audits(),
                        usual.facts()),
                InventedSchool.usual().history());
        FigureTable table = report.measures().get(0).table();
        assertThat(table.columns()).contains(new FigureTable.Column("gini", "Inequality", "coefficient"));
        assertThat(table.rows()
                        .get(0)
                        .readings()
                        .get(table.columns().size() - 1)
                        .orElseThrow()
                        .text())
                .isEqualTo("0.31");
    }

    @Test
    void of_oneTermWithoutHeadcounts_saysWhatCannotBeSaid() {
        InventedSchool school = InventedSchool.openPoll();
        TermReport report = TermReport.of(school.latest(), school.history());
        assertThat(report.onePage().unsaid())
                .anyMatch(sentence -> sentence.contains("nothing can be said about change"))
                .anyMatch(sentence -> sentence.contains("how many were asked is not known"));
        assertThat(report.response().sources().get(0).charts()).isEmpty();
    }

    @Test
    void groups_severalMeasures_oneGroupWithItsStrongestLevelAndBothMeans() {
        OnePage page = new OnePage(
                OnePage.About.TERM,
                List.of(),
                List.of(),
                List.of(
                        flag(
                                OnePage.Level.AMBER,
                                "Year 3, South",
                                "Perceived stress",
                                mean("F1", "23.4"),
                                mean("F2", "17.1")),
                        flag(OnePage.Level.AMBER, "Year 1", "Energy", mean("F3", "2.8"), mean("F4", "3.46")),
                        flag(OnePage.Level.RED, "Year 3, South", "WHO-5", mean("F5", "46.0"), mean("F6", "54.0"))),
                List.of());
        assertThat(page.groups()).extracting(OnePage.Group::cohort).containsExactly("Year 3, South", "Year 1");
        OnePage.Group group = page.groups().get(0);
        assertThat(group.level()).isEqualTo(OnePage.Level.RED);
        assertThat(group.summary(ENGLISH)).isEqualTo("Perceived stress 23.4 (school 17.1), WHO-5 46.0 (54.0)");
        assertThat(group.evidence()).containsExactly("F1", "F2", "F5", "F6");
        assertThat(group.flags().get(0).reason()).isEqualTo("Perceived stress stands out.");
    }

    @Test
    void of_kindNoCohortCanHave_isLeftOutAndExplainedOnce() {
        FigureTable.Column mean = new FigureTable.Column("mean", "Mean", "points");
        FigureTable.Column share = new FigureTable.Column("share-at-risk", "Share at risk", "percent");
        FigureTable table = FigureTable.of(
                "T1",
                "All figures",
                List.of(mean, share),
                List.of(
                        row("Whole school", mean("F1", "17.1"), absent("F2", "the measure has no at-risk rule")),
                        row("Year 1", mean("F3", "17.2"), absent("F4", "the measure has no at-risk rule"))),
                ENGLISH);
        assertThat(table.columns()).containsExactly(mean);
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.readings()).hasSize(1));
        assertThat(table.without()).hasValue("Not available: Share at risk (the measure has no at-risk rule).");
    }

    @Test
    void of_kindSomeCohortsHave_keepsItsColumnAndSaysWhyOthersHaveNone() {
        FigureTable.Column change = new FigureTable.Column("change", "Change", "points");
        FigureTable table = FigureTable.of(
                "T1",
                "All figures",
                List.of(change),
                List.of(
                        row("Whole school", change("0.4")),
                        row("Year 1", absent("F4", "this class entered this term"))),
                ENGLISH);
        assertThat(table.columns()).containsExactly(change);
        assertThat(table.without()).hasValue("Change, where not available: this class entered this term.");
    }

    @Test
    void of_measureAskedForTheFirstTime_stripLeavesTheChangeOut() {
        MeasureSection fresh = USUAL.measures().stream()
                .filter(measure -> measure.key().equals("term-survey/ucla-3"))
                .findFirst()
                .orElseThrow();
        assertThat(fresh.keyFigures())
                .isNotEmpty()
                .noneMatch(figure -> figure.reading().state() == State.ABSENT);
        assertThat(fresh.notes()).contains("No change is given: it was asked for the first time.");
    }

    private static OnePage.Flag flag(OnePage.Level level, String cohort, String measure, Reading own, Reading school) {
        return new OnePage.Flag(
                level,
                cohort,
                measure,
                Optional.of(own),
                Optional.of(school),
                cohort + ": " + measure + " stands out.",
                List.of(own.id(), school.id()));
    }

    private static FigureTable.Row row(String cohort, Reading... readings) {
        return new FigureTable.Row(cohort, Stream.of(readings).map(Optional::of).toList());
    }

    private static Reading mean(String id, String value) {
        return new Reading(
                id,
                "mean",
                "points",
                State.SHOWN,
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                ENGLISH);
    }

    private static Reading absent(String id, String note) {
        return new Reading(
                id,
                "share-at-risk",
                "percent",
                State.ABSENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.of(note),
                Optional.empty(),
                ENGLISH);
    }

    @Test
    void of_nothingShown_hasNoChart() {
        InventedSchool school = InventedSchool.usual().withNothingShown();
        assertThat(TermReport.of(school.latest(), school.history()).charts()).isEmpty();
    }

    @Test
    void of_everyFigureOfTheRelease_isInTheTidyData() {
        PublishedRelease release = InventedSchool.usual().latest();
        assertThat(USUAL.figures())
                .filteredOn(line -> line.release().equals(release.header().id()))
                .extracting(line -> line.reading().id())
                .containsExactlyElementsOf(
                        release.figures().stream().map(ReleaseFigure::id).toList());
    }

    @Test
    void of_historyOfTheSameTerm_isRefused() {
        PublishedRelease release = InventedSchool.usual().latest();
        assertThatThrownBy(() -> TermReport.of(release, List.of(release))).hasMessageContaining("2026-autumn");
    }

    @Test
    void text_bandsAndDifferences_inWords() {
        assertThat(banded(null, 15).text()).isEqualTo("under 15%");
        assertThat(banded(25, 50).text()).isEqualTo("25–50%");
        assertThat(banded(85, null).text()).isEqualTo("over 85%");
        assertThat(change("-1.20").text()).isEqualTo("−1.2");
        assertThat(change("0.4").text()).isEqualTo("+0.4");
    }

    private static Reading change(String value) {
        return new Reading(
                "F0001",
                "change",
                "points",
                State.SHOWN,
                Optional.of(new BigDecimal(value)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                ENGLISH);
    }

    private static Reading banded(@Nullable Integer from, @Nullable Integer to) {
        return new Reading(
                "F0001",
                "share-at-risk",
                "percent",
                State.BANDED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from).map(BigDecimal::valueOf),
                Optional.ofNullable(to).map(BigDecimal::valueOf),
                0,
                Optional.empty(),
                Optional.empty(),
                ENGLISH);
    }

    private static List<DotChart.Row> rows(DotChart chart) {
        return chart.groups().stream().flatMap(group -> group.rows().stream()).toList();
    }
}
