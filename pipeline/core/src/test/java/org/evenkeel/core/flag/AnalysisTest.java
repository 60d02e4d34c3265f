package org.evenkeel.core.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.words.Messages;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final Messages ENGLISH = Messages.of(Locale.UK);
    private static final List<ReportedMeasure> MEASURES = InventedFigures.measures(Direction.HIGHER_IS_WORSE);
    private static final Cohort SOUTH = InventedFigures.cohort("campus", "South");

    private static InventedFigures campuses(int others, double last) {
        InventedFigures figures = new InventedFigures("2026-autumn").school(20);
        for (int i = 0; i < others; i++) {
            figures.group("campus", "C" + i, 19.5 + i * 0.125, 50, 70);
        }
        return figures.group("campus", "South", last, 50, 70);
    }

    private static Analysis analysis(List<ReportedMeasure> measures, InventedFigures now, InventedFigures... before) {
        ShownSoFar figures = new ShownSoFar(now, List.of(before));
        return Analysis.of(figures, measures, Flags.of(figures, measures, ENGLISH), ENGLISH);
    }

    private static Analysis analysis(InventedFigures now, InventedFigures... before) {
        return analysis(MEASURES, now, before);
    }

    @Test
    void standings_worseGroup_isDrawnInRankedLastAndRed() {
        List<Standing> standings = analysis(campuses(9, 28)).standings();
        assertThat(standings).hasSize(10);
        assertThat(standings.get(9)).satisfies(south -> {
            assertThat(south.cohort()).isEqualTo(SOUTH);
            assertThat(south.groups()).isEqualTo(10);
            assertThat(south.pooled().value()).isBetween(new BigDecimal("25"), new BigDecimal("27.9"));
            assertThat(south.margin().value()).isEqualByComparingTo("2.4");
            assertThat(south.likelihoodWorse()).isEqualTo(95);
            assertThat(south.places()).contains(new Standing.Places(10, 10));
            assertThat(south.level()).contains(Flag.Level.RED);
        });
        assertThat(standings.get(0).level()).isEmpty();
        assertThat(standings.get(0).likelihoodWorse()).isZero();
    }

    @Test
    void standings_higherIsBetter_areTurnedBackToTheirOwnDirection() {
        Standing worst = analysis(InventedFigures.measures(Direction.HIGHER_IS_BETTER), campuses(9, 12))
                .standings()
                .get(9);
        assertThat(worst.pooled().value()).isBetween(new BigDecimal("12"), new BigDecimal("15"));
        assertThat(worst.pooled().range().orElseThrow().lower())
                .isLessThan(worst.pooled().value());
        assertThat(worst.places()).contains(new Standing.Places(10, 10));
    }

    @Test
    void standings_groupsThatAreAlike_haveNoPlaces() {
        assertThat(analysis(campuses(4, 19.7)).standings())
                .allSatisfy(standing -> assertThat(standing.places()).isEmpty());
    }

    @Test
    void standings_fewAnswered_areGrey() {
        List<Standing> standings =
                analysis(campuses(9, 20).group("campus", "Docks", 30, 20, 29)).standings();
        assertThat(standings.get(10).level()).contains(Flag.Level.GREY);
        assertThat(standings.get(10).places()).isEmpty();
    }

    @Test
    void funnels_fewerThanTenGroups_areNotWidened() {
        FunnelBounds few = analysis(campuses(5, 30)).funnels().get(0);
        assertThat(few.groups()).isEqualTo(6);
        assertThat(few.deviation()).isEqualByComparingTo("8");
        assertThat(few.overdispersion()).isZero();
        InventedFigures many = new InventedFigures("2026-autumn").school(20);
        for (int i = 0; i < 12; i++) {
            many.group("campus", "C" + i, 16 + i % 5 * 2, 100, 70);
        }
        FunnelBounds wide = analysis(many).funnels().get(0);
        assertThat(wide.overdispersion()).isGreaterThan(BigDecimal.ONE);
        assertThat(wide.centre()).isBetween(new BigDecimal("19"), new BigDecimal("20"));
    }

    @Test
    void bands_firstTermWithoutACut_areNotSaid() {
        assertThat(analysis(campuses(2, 30)).bands()).isEmpty();
    }

    @Test
    void bands_laterTerm_countStepsFromTheSchoolsFirstTermWhateverOthersDo() {
        InventedFigures now = new InventedFigures("2026-autumn").school(20);
        List<Double> means = List.of(12.0, 12.1, 16.0, 16.1, 20.0, 23.9, 24.0, 27.9, 28.0);
        for (int i = 0; i < means.size(); i++) {
            now.group("campus", "C" + i, means.get(i), 50, 70);
        }
        List<AbsoluteBand> bands =
                analysis(now, new InventedFigures("2025-autumn").school(20)).bands();
        assertThat(bands).extracting(AbsoluteBand::band).containsExactly(0, -2, -1, -1, 0, 0, 0, 1, 1, 2);
        assertThat(bands).allSatisfy(band -> {
            assertThat(band.basis()).isEqualTo("the school's mean in term 2025-autumn");
            assertThat(band.reference()).isEqualByComparingTo("20");
            assertThat(band.step()).isEqualByComparingTo("4");
        });
    }

    @Test
    void bands_publishedCut_countFromTheCutAtOnce() {
        InventedFigures now = new InventedFigures("2026-autumn").school(20);
        List<Double> means = List.of(11.9, 12.0, 15.9, 16.0, 19.9, 20.0, 23.9, 24.0);
        for (int i = 0; i < means.size(); i++) {
            now.group("campus", "C" + i, means.get(i), 50, 70);
        }
        ReportedMeasure tension = MEASURES.get(0);
        ReportedMeasure cut = new ReportedMeasure(
                tension.measure(),
                tension.title(),
                tension.theme(),
                tension.direction(),
                tension.lowest(),
                tension.highest(),
                Optional.of(BigDecimal.valueOf(20)),
                tension.importantDifference());
        assertThat(analysis(List.of(cut), now).bands())
                .extracting(AbsoluteBand::band)
                .containsExactly(1, -2, -1, -1, 0, 0, 1, 1, 2);
    }

    /** Sixteen weeks of a school and its South, which lies higher by so much in the last four. */
    private static InventedFigures weekly(double higher) {
        InventedFigures figures = campuses(9, 20);
        for (int week = 0; week < 16; week++) {
            double usual = 5 + (week % 3 - 1) * 0.2;
            figures.week(36 + week, 5 + week % 2, SOUTH, usual + week % 2 + (week < 12 ? 0 : higher));
        }
        return figures;
    }

    private static List<ExpectedWeek> of(Analysis analysis, Cohort cohort) {
        return analysis.weeks().stream()
                .filter(week -> week.cohort().equals(cohort))
                .toList();
    }

    @Test
    void weeks_ofAGroup_followTheSchoolsOwnWeeks() {
        List<ExpectedWeek> weeks = of(analysis(weekly(0)), SOUTH);
        assertThat(weeks).hasSize(16);
        assertThat(weeks).extracting(ExpectedWeek::expected).startsWith(new BigDecimal("5.0"), new BigDecimal("6.0"));
        assertThat(weeks.subList(0, 12)).extracting(ExpectedWeek::phase).containsOnly(ExpectedWeek.Phase.BASELINE);
        assertThat(weeks.subList(12, 16)).extracting(ExpectedWeek::phase).containsOnly(ExpectedWeek.Phase.WATCHED);
        assertThat(weeks).extracting(ExpectedWeek::signal).containsOnly(ExpectedWeek.Signal.USUAL);
    }

    @Test
    void weeks_thatSignal_areThoseThatAFlagRestsOn() {
        for (double higher : List.of(-1.5, 0.0, 0.2, 0.4, 0.6, 0.8, 1.5)) {
            InventedFigures figures = weekly(higher);
            ShownSoFar shown = ShownSoFar.first(figures);
            List<ExpectedWeek> last = of(analysis(figures), SOUTH).subList(12, 16);
            long worse = last.stream()
                    .filter(week -> week.signal() == ExpectedWeek.Signal.UNUSUAL)
                    .filter(week -> shown.weeks(InventedFigures.STRAIN, SOUTH).stream()
                            .anyMatch(mean -> mean.period().equals(week.week())
                                    && mean.mean().value().compareTo(week.expected()) > 0))
                    .count();
            boolean reason = Flags.of(shown, MEASURES, ENGLISH).flags().stream()
                    .anyMatch(flag -> flag.sentence().contains("its last weeks were worse"));
            assertThat(reason).as("higher by %s", higher).isEqualTo(worse >= 2);
        }
    }

    @Test
    void weeks_ofEarlierReleases_areNotSaidAgain() {
        InventedFigures later = new InventedFigures("2027-spring").school(20);
        later.week(2, 5, Cohort.SCHOOL, 5);
        List<ExpectedWeek> weeks = analysis(later, weekly(0)).weeks();
        assertThat(weeks).singleElement().satisfies(week -> {
            assertThat(week.phase()).isEqualTo(ExpectedWeek.Phase.WATCHED);
            assertThat(week.limits()).isPresent();
        });
    }

    /** A term of the school: 12 teaching weeks around 5 and an exam week. */
    private static InventedFigures term(String name, double inExams) {
        InventedFigures figures = new InventedFigures(name).school(20);
        for (int week = 0; week < 13; week++) {
            figures.week(10 + week, week == 12 ? inExams : 5 + (week % 3 - 1) * 0.1);
        }
        return figures.exams(new DateRange(LocalDate.of(2026, 5, 25), LocalDate.of(2026, 5, 29)));
    }

    @Test
    void weeks_ofTheSchoolInExams_areMarkedUntilTwoTermsHaveShownThem() {
        InventedFigures first = term("2025-autumn", 7);
        InventedFigures second = term("2026-spring", 6.8);
        ExpectedWeek marked = last(analysis(second, first));
        assertThat(marked.limits()).isEmpty();
        assertThat(marked.signal()).isEqualTo(ExpectedWeek.Signal.USUAL);
        ExpectedWeek asBefore = last(analysis(term("2026-autumn", 6.9), first, second));
        assertThat(asBefore.expected()).isEqualByComparingTo("6.9");
        assertThat(asBefore.signal()).isEqualTo(ExpectedWeek.Signal.USUAL);
        assertThat(last(analysis(term("2026-autumn", 9), first, second)).signal())
                .isEqualTo(ExpectedWeek.Signal.UNUSUAL);
    }

    private static ExpectedWeek last(Analysis analysis) {
        List<ExpectedWeek> weeks = of(analysis, Cohort.SCHOOL);
        return weeks.get(weeks.size() - 1);
    }

    private static InventedFigures wholeTerm(String name, double level) {
        InventedFigures figures = new InventedFigures(name).school(20);
        for (int week = 0; week < 6; week++) {
            figures.weekOf(figures.begins().plusWeeks(week), level + week * 0.3, 0.2, 200);
        }
        return figures;
    }

    @Test
    void findings_sameWeeksAYearBefore_areHeldAgainstEachOther() {
        ShownSoFar figures = new ShownSoFar(
                wholeTerm("2026-autumn", 5.5), List.of(wholeTerm("2025-autumn", 5), wholeTerm("2026-spring", 7)));
        assertThat(Findings.of(figures, MEASURES, ENGLISH)).anySatisfy(finding -> {
            assertThat(finding.sentence())
                    .startsWith(
                            "Strain, week by week: worse than in the same weeks of term 2025-autumn, by +0.5 points")
                    .endsWith("worse in 6 of 6 weeks.");
            assertThat(finding.certainty()).isEqualTo(Finding.Certainty.CLEAR);
            assertThat(finding.evidence()).hasSize(6);
        });
        assertThat(Findings.of(
                        new ShownSoFar(wholeTerm("2026-autumn", 5.1), List.of(wholeTerm("2025-autumn", 5))),
                        MEASURES,
                        ENGLISH))
                .noneMatch(finding -> finding.sentence().contains("week by week"));
    }

    @Test
    void flags_lackOfSupport_isAReasonThatRaisesNothing() {
        ReportedMeasure support = new ReportedMeasure(
                InventedFigures.STRAIN,
                "Felt supported",
                Theme.PEER_SUPPORT,
                Direction.HIGHER_IS_BETTER,
                BigDecimal.ZERO,
                BigDecimal.TEN,
                Optional.empty(),
                Optional.empty());
        List<ReportedMeasure> measures = List.of(MEASURES.get(0), support);
        InventedFigures worse = campuses(9, 24.6);
        InventedFigures even = campuses(9, 20);
        for (InventedFigures figures : List.of(worse, even)) {
            figures.also(support.measure(), Cohort.SCHOOL, 6, 600);
            for (int i = 0; i < 9; i++) {
                figures.also(support.measure(), InventedFigures.cohort("campus", "C" + i), 6 + i % 3 * 0.1, 50);
            }
            figures.also(support.measure(), SOUTH, 3, 50);
        }
        List<Flag> flags = Flags.of(ShownSoFar.first(worse), measures, ENGLISH).flags();
        List<Flag> alone =
                Flags.of(ShownSoFar.first(campuses(9, 24.6)), measures, ENGLISH).flags();
        Flag stress = onTension(flags).findFirst().orElseThrow();
        assertThat(stress.sentence())
                .contains("felt supported 3", "% likely materially worse than the groups beside it");
        assertThat(stress.evidence())
                .contains(ShownSoFar.key(
                        FigureKind.MEAN,
                        support.measure(),
                        stress.evidence().get(0).period(),
                        SOUTH));
        assertThat(stress.level())
                .isEqualTo(onTension(alone).findFirst().orElseThrow().level());
        assertThat(onTension(Flags.of(ShownSoFar.first(even), measures, ENGLISH).flags()))
                .isEmpty();
    }

    private static Stream<Flag> onTension(List<Flag> flags) {
        return flags.stream().filter(flag -> flag.measure().equals(InventedFigures.TENSION));
    }

    @Test
    void flags_evidence_holdsEveryFigureOfThisReleaseThatTheSentenceNames() {
        Flag flag = Flags.of(ShownSoFar.first(weekly(1.5)), MEASURES, ENGLISH)
                .flags()
                .get(0);
        assertThat(flag.evidence())
                .anyMatch(key -> key.kind().equals(FigureKind.RESPONSE_RATE.code()))
                .anyMatch(key -> key.kind().equals(FigureKind.RESPONDENTS.code()));
        assertThat(flag.evidence().stream().filter(key -> key.period().week().isPresent()))
                .hasSize(8);
    }
}
