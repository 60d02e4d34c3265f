package org.evenkeel.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAnalysis;
import org.junit.jupiter.api.Test;

class TermReportChartsTest {
    private static final TermReport USUAL = report(InventedSchool.usual());

    private static TermReport report(InventedSchool school) {
        return TermReport.of(school.latest(), school.history());
    }

    private static <T extends ChartSpec> List<T> charts(TermReport report, Class<T> kind) {
        return report.charts().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void heatMap_usualSchool_bandsAreThoseOfTheReleaseAndWithheldPlacesHaveNone() {
        HeatMap map = charts(USUAL, HeatMap.class).get(0);
        assertThat(map.measures()).hasSize(9);
        List<HeatMap.Place> places = map.groups().stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.places().stream())
                .flatMap(Optional::stream)
                .toList();
        long banded = places.stream().filter(place -> place.band().isPresent()).count();
        assertThat(banded)
                .isEqualTo(InventedSchool.usual().latest().analysis().bands().size());
        assertThat(places)
                .filteredOn(place -> !place.reading().isShown())
                .isNotEmpty()
                .allMatch(place -> place.band().isEmpty());
    }

    @Test
    void distribution_whicheverWayTheScaleRuns_worseStandsAtTheLeft() {
        DistributionChart stress = of("term-survey/pss-10");
        DistributionChart wellbeing = of("term-survey/who-5");
        assertThat(stress.classes()).startsWith("Highest fifth");
        assertThat(wellbeing.classes()).startsWith("Lowest fifth");
        assertThat(stress.sides().left()).isEqualTo("Worse");
        assertThat(stress.bars()).hasSize(3).allMatch(DistributionChart.Bar::isWhole);
        assertThat(wellbeing.bars().get(2).shares().get(0).kind()).isEqualTo("share-lowest-fifth");
    }

    private static DistributionChart of(String measure) {
        return USUAL.measures().stream()
                .filter(section -> section.key().equals(measure))
                .flatMap(section -> section.charts().stream())
                .filter(DistributionChart.class::isInstance)
                .map(DistributionChart.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void control_usualSchool_weeksOfTwoTermsWithTheirSignals() {
        ControlChart chart = charts(USUAL, ControlChart.class).get(0);
        assertThat(chart.weeks()).hasSize(30);
        assertThat(chart.runs()).extracting(LineChart.Shade::label).containsExactly("Summer 2026", "Autumn 2026");
        assertThat(chart.weeks()).anyMatch(ControlChart.Week::isUnusual);
        assertThat(chart.table().rows().get(0).derived().get(0).id()).startsWith("2026-summer/W");
        assertThat(chart.title()).endsWith("out of the ordinary");
    }

    @Test
    void dots_usualSchool_pooledMeansStandBesideTheirOwnAndTheBenchmarkIsNamed() {
        DotChart dots = charts(USUAL, DotChart.class).get(0);
        assertThat(dots.isPooled()).isTrue();
        assertThat(dots.benchmark()).isPresent();
        assertThat(dots.groups().stream()
                        .flatMap(group -> group.rows().stream())
                        .filter(row -> !row.reading().isShown()))
                .isNotEmpty()
                .allMatch(row -> row.pooled().isEmpty());
        assertThat(dots.subtitle())
                .contains("open rings: pooled means", "Medical students of twelve invented schools, 2024");
    }

    @Test
    void sameWeeks_aYearOfTerms_comparesWithTheTermAYearBefore() {
        TermReport report = report(InventedSchool.usual().afterTerms(4));
        LineChart same = charts(report, LineChart.class).stream()
                .filter(chart -> chart.subtitle().contains("by week of term"))
                .findFirst()
                .orElseThrow();
        assertThat(same.series()).extracting(LineChart.Series::name).containsExactly("Autumn 2026", "Autumn 2025");
    }

    @Test
    void multiples_byYear_onePanelPerYearOnOneScale() {
        SmallMultiples panels = charts(USUAL, SmallMultiples.class).get(0);
        assertThat(panels.panels())
                .extracting(SmallMultiples.Panel::name)
                .containsExactly("Year 1", "Year 2", "Year 3", "Year 4");
        assertThat(panels.title()).contains("by year");
    }

    @Test
    void funnel_sixShownGroups_boundsNarrowWithRespondents() {
        FunnelChart funnel = charts(USUAL, FunnelChart.class).get(0);
        assertThat(funnel.points()).hasSize(6);
        assertThat(funnel.bounds().reach(100, FunnelChart.NEARLY_ALL))
                .isLessThan(funnel.bounds().reach(25, FunnelChart.NEARLY_ALL));
    }

    @Test
    void of_releaseWithoutAnalysis_sectionsFallAway() {
        PublishedRelease usual = InventedSchool.usual().latest();
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
                        usual.kinds(),
                        usual.figures(),
                        usual.flags(),
                        usual.findings(),
                        ReleaseAnalysis.NONE,
                        usual.audits(),
                        usual.facts()),
                InventedSchool.usual().history());
        assertThat(report.overview().isEmpty()).isTrue();
        assertThat(report.weeks().isEmpty()).isTrue();
        assertThat(charts(report, FunnelChart.class)).isEmpty();
        assertThat(charts(report, DotChart.class)).isNotEmpty().noneMatch(DotChart::isPooled);
    }

    @Test
    void charts_allOfThem_haveATableWithTheIdsOfTheirFigures() {
        assertThat(USUAL.charts()).allSatisfy(chart -> {
            assertThat(chart.table().rows()).isNotEmpty();
            assertThat(chart.alternative())
                    .contains(chart.title())
                    .contains(chart.table().id());
        });
    }
}
