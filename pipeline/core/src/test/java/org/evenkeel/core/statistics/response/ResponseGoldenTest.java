package org.evenkeel.core.statistics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Response;
import org.evenkeel.core.statistics.Target;
import org.junit.jupiter.api.Test;

/** Against R's survey package; the script is src/test/r/response.R. */
class ResponseGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final Lattice SCORES = new Lattice(4, 0, 28 * 4, 4);
    private static final String[] YEARS = {"Y1", "Y1", "Y1", "Y2", "Y2", "Y3", "Y3"};
    private static final Margin YEAR = margin("year", Map.of("Y1", 60L, "Y2", 50L, "Y3", 40L));
    private static final Margin SITE = margin("site", Map.of("north", 80L, "south", 70L));

    @Test
    void rake_twoMargins_givesSurveysWeights() {
        Weights weights = raked();
        assertThat(weights.respondents()).isEqualTo(48);
        assertThat(weights.sum()).isCloseTo(150, within(DIGITS));
        assertThat(weight(weights, "Y1", "north")).isCloseTo(2.96884070066043, within(DIGITS));
        assertThat(weight(weights, "Y2", "south")).isCloseTo(3.61259706542275, within(DIGITS));
        assertThat(weight(weights, "Y3", "north")).isCloseTo(2.82886646883682, within(DIGITS));
        assertThat(weights.designEffect()).isCloseTo(1.00889499488995, within(DIGITS));
        assertThat(weights.effectiveRespondents()).isCloseTo(48 / 1.00889499488995, within(1e-7));
        assertThat(weights.warnings()).isEmpty();
    }

    @Test
    void rakedMean_isLinearisedAsSurveyDoes() {
        assertLinearised(Sampling.simple(Target.ANALYTIC), 10.7913568034228, 0.98558626350867, 47, 1.40450748815742);
        assertLinearised(
                Sampling.simple(Target.DESCRIPTIVE), 10.7913568034228, 0.812735253520818, 47, 0.955065091947047);
        assertLinearised(
                Sampling.within(0, Target.DESCRIPTIVE), 10.7913568034228, 0.823882329521694, 45, 0.981443157913225);
    }

    @Test
    void rakedMean_ofOneYear_isADomainOfAll() {
        Difference year = WeightedEstimates.of(raked(), Sampling.within(0, Target.DESCRIPTIVE))
                .linearised(SCORES, cell -> cell.categories().get(0).equals("Y2"))
                .present()
                .orElseThrow()
                .estimate();
        assertThat(year.value()).isCloseTo(10.57636879070787, within(DIGITS));
        assertThat(year.standardError()).isCloseTo(1.04961516822462, within(DIGITS));
    }

    @Test
    void rakedShare_hasItsIntervalOnTheLogitScale() {
        WeightedEstimates estimates = WeightedEstimates.of(raked(), Sampling.within(0, Target.DESCRIPTIVE));
        Difference share = estimates.linearisedShare().present().orElseThrow().estimate();
        assertThat(share.value()).isCloseTo(0.118250398363591, within(DIGITS));
        assertThat(share.standardError()).isCloseTo(0.0365289054929512, within(DIGITS));
        Interval interval =
                estimates.shareAtRisk().present().orElseThrow().interval().orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.0616213924215667, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(0.214997073108178, within(DIGITS));
    }

    @Test
    void rakedShare_nobodyOrEverybodyAtRisk_hasNoInterval() {
        for (long atRisk : List.of(0L, 1L)) {
            List<WeightingCell> cells = new ArrayList<>();
            for (String category : List.of("a", "b")) {
                Moments moments = Moments.EMPTY;
                for (int i = 0; i < 20; i++) {
                    moments = moments.plus(Moments.ofOne(i, atRisk));
                }
                cells.add(new WeightingCell(List.of(category), moments));
            }
            Weights weights = present(Raking.rake(cells, List.of(margin("x", Map.of("a", 30L, "b", 60L)))));
            Estimate.Present share = WeightedEstimates.of(weights, Sampling.simple(Target.ANALYTIC))
                    .shareAtRisk()
                    .present()
                    .orElseThrow();
            assertThat(share.value()).isCloseTo((double) atRisk, within(DIGITS));
            assertThat(share.interval()).isEmpty();
        }
    }

    @Test
    void postStratification_census_isTheStratifiedMean() {
        PostStratification strata = present(PostStratification.of(strata()));
        Difference mean = present(strata.difference(SCORES, Target.DESCRIPTIVE));
        assertThat(mean.value()).isCloseTo(10.7942857142857, within(DIGITS));
        assertThat(mean.standardError()).isCloseTo(0.82389856553556, within(DIGITS));
        Interval interval = strata.mean(SCORES, Target.DESCRIPTIVE)
                .present()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(interval.lower()).isCloseTo(9.13486882134648, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(12.453702607225, within(DIGITS));
        assertThat(present(strata.difference(SCORES, Target.ANALYTIC)).standardError())
                .isGreaterThan(mean.standardError());
        assertThat(strata.weights().sum()).isCloseTo(150, within(DIGITS));
    }

    @Test
    void postStratification_everybodyAnswered_leavesNoDoubt() {
        List<Stratum> census = strata().stream()
                .map(stratum -> new Stratum(stratum.names(), stratum.moments(), stratum.count()))
                .toList();
        Difference mean = present(present(PostStratification.of(census)).difference(SCORES, Target.DESCRIPTIVE));
        assertThat(mean.standardError()).isZero();
    }

    @Test
    void postStratification_smallStrata_mergeWithTheNeighbourOfFewerRespondents() {
        List<Stratum> merged = present(PostStratification.of(List.of(
                        stratum("a", 20, 40),
                        stratum("b", 4, 10),
                        stratum("c", 8, 20),
                        stratum("d", 0, 5),
                        stratum("e", 0, 0),
                        stratum("f", 6, 9))))
                .strata();
        assertThat(merged)
                .extracting(Stratum::names)
                .containsExactly(List.of("a"), List.of("b", "c"), List.of("d", "f"));
        assertThat(merged).extracting(Stratum::students).containsExactly(40L, 30L, 14L);
        assertThat(present(PostStratification.of(List.of(stratum("a", 2, 4), stratum("b", 1, 3))))
                        .strata())
                .extracting(Stratum::count)
                .containsExactly(3L);
    }

    @Test
    void postStratification_thatCannotBe_saysWhy() {
        assertThat(PostStratification.of(List.of(stratum("a", 0, 4))).absence()).contains(Absence.NO_RESPONDENTS);
        assertThat(PostStratification.of(List.of(stratum("a", 9, 8))).absence())
                .contains(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        assertThat(present(PostStratification.of(List.of(stratum("a", 1, 8))))
                        .difference(SCORES, Target.DESCRIPTIVE)
                        .absence())
                .contains(Absence.ONE_RESPONDENT);
    }

    @Test
    void rake_contradictions_areRefusedWithTheirReason() {
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 80L, "south", 71L))))
                        .absence())
                .contains(Absence.CONTRADICTORY_MARGINS);
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 70L, "south", 70L, "east", 10L))))
                        .absence())
                .contains(Absence.NOBODY_IN_CATEGORY);
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 150L))))
                        .absence())
                .contains(Absence.NO_HEADCOUNT);
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 140L, "south", 10L))))
                        .absence())
                .contains(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        assertThat(Raking.rake(List.of(), List.of(YEAR)).absence()).contains(Absence.NO_RESPONDENTS);
        assertThat(Raking.rake(
                                List.of(new WeightingCell(List.of("a"), respondents(29))),
                                List.of(margin("x", Map.of("a", 40L))))
                        .absence())
                .contains(Absence.TOO_FEW_ANSWERS);
    }

    @Test
    void rake_marginsThatNoWeightsCanMeet_areRefused() {
        List<WeightingCell> cells = List.of(
                new WeightingCell(List.of("a", "x"), respondents(20)),
                new WeightingCell(List.of("b", "y"), respondents(20)));
        assertThat(Raking.rake(
                                cells,
                                List.of(
                                        margin("1", Map.of("a", 40L, "b", 60L)),
                                        margin("2", Map.of("x", 60L, "y", 40L))))
                        .absence())
                .contains(Absence.NO_CONVERGENCE);
    }

    @Test
    void rake_extremeWeights_areTrimmedRakedAgainAndWarnedOf() {
        List<WeightingCell> cells = List.of(
                new WeightingCell(List.of("a"), respondents(60)), new WeightingCell(List.of("b"), respondents(2)));
        Weights weights = present(Raking.rake(cells, List.of(margin("x", Map.of("a", 70L, "b", 30L)))));
        assertThat(weights.sum()).isCloseTo(100, within(DIGITS));
        assertThat(weights.warnings())
                .containsExactly(WeightingWarning.LARGE_DESIGN_EFFECT, WeightingWarning.EXTREME_WEIGHT);
        assertThat(weights.showing(10, 12, 5)).isEqualTo(Showing.UNWEIGHTED_WITH_WARNING);
        assertThat(weights.showing(10, 10.5, 5)).isEqualTo(Showing.UNWEIGHTED_ALONE);
        assertThat(raked().showing(10, 12, 5)).isEqualTo(Showing.BOTH);
    }

    @Test
    void rake_trimmedWeights_differFromUntrimmedWhereMarginsLeaveAChoice() {
        List<WeightingCell> cells = List.of(
                new WeightingCell(List.of("a", "x"), respondents(40)),
                new WeightingCell(List.of("a", "y"), respondents(4)),
                new WeightingCell(List.of("b", "x"), respondents(4)),
                new WeightingCell(List.of("b", "y"), respondents(4)));
        List<Margin> margins =
                List.of(margin("1", Map.of("a", 60L, "b", 60L)), margin("2", Map.of("x", 60L, "y", 60L)));
        Weights weights = present(Raking.rake(cells, margins));
        assertThat(weights.sum()).isCloseTo(120, within(DIGITS));
        double oddsRatio = weight(weights, "a", "x")
                * weight(weights, "b", "y")
                / (weight(weights, "a", "y") * weight(weights, "b", "x"));
        assertThat(oddsRatio).isNotCloseTo(1, within(0.01));
    }

    @Test
    void nonResponse_table_movesTheMeanByTheGapsOfThoseWhoAreSilent() {
        Moments moments = Moments.ofOne(40, 0).plus(Moments.ofOne(60, 0));
        NonResponse others = present(NonResponse.of(moments, SCORES, OptionalLong.of(8)));
        double deviation = Math.sqrt(12.5);
        assertThat(others.unanswered()).isEqualTo(0.75);
        assertThat(others.table()).extracting(NonResponse.Row::gap).containsExactly(-0.5, -0.25, 0.0, 0.25, 0.5);
        assertThat(others.table().get(4).mean()).isCloseTo(12.5 + 0.75 * 0.5 * deviation, within(DIGITS));
        assertThat(others.table().get(2).mean()).isEqualTo(12.5);
        assertThat(value(others.tippingGap(14))).isCloseTo(1.5 / 0.75 / deviation, within(DIGITS));
        assertThat(value(others.tippingGapOfChange(3))).isCloseTo(-3 / 0.75 / deviation, within(DIGITS));
        assertThat(others.tippingGap(27)).isEqualTo(Estimate.absent(Absence.NOTHING_TIPS));
    }

    @Test
    void nonResponse_whereThereIsNone_saysSo() {
        Moments moments = Moments.ofOne(40, 0).plus(Moments.ofOne(60, 0));
        NonResponse nobody = present(NonResponse.of(moments, SCORES, OptionalLong.of(2)));
        assertThat(nobody.tippingGap(14)).isEqualTo(Estimate.absent(Absence.EVERYBODY_ANSWERED));
        assertThat(nobody.table()).allSatisfy(row -> assertThat(row.mean()).isEqualTo(12.5));
        assertThat(NonResponse.of(moments, SCORES, OptionalLong.of(1)).absence())
                .contains(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        assertThat(NonResponse.of(moments, SCORES, OptionalLong.empty()).absence())
                .contains(Absence.NO_HEADCOUNT);
        assertThat(NonResponse.of(Moments.EMPTY, SCORES, OptionalLong.of(9)).absence())
                .contains(Absence.NO_RESPONDENTS);
        assertThat(NonResponse.of(Moments.ofOne(1, 0), SCORES, OptionalLong.of(9))
                        .absence())
                .contains(Absence.ONE_RESPONDENT);
        Moments alike = Moments.ofOne(40, 0).plus(Moments.ofOne(40, 0));
        assertThat(present(NonResponse.of(alike, SCORES, OptionalLong.of(9))).tippingGap(11))
                .isEqualTo(Estimate.absent(Absence.NO_SPREAD));
    }

    @Test
    void tippingShare_isTheShareOfTheSilentThatReachesALimit() {
        Moments moments = respondentsAtRisk(40, 10);
        assertThat(value(NonResponse.tippingShare(moments, 60, 0.3))).isCloseTo(0.4, within(DIGITS));
        assertThat(NonResponse.tippingShare(moments, 60, 0.6)).isEqualTo(Estimate.absent(Absence.NOTHING_TIPS));
        assertThat(NonResponse.tippingShare(moments, 60, 0.1)).isEqualTo(Estimate.absent(Absence.NOTHING_TIPS));
        assertThat(NonResponse.tippingShare(moments, 40, 0.3)).isEqualTo(Estimate.absent(Absence.EVERYBODY_ANSWERED));
        assertThat(NonResponse.tippingShare(moments, 39, 0.3))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
    }

    @Test
    void representativity_fallsWithUnequalRates() {
        assertThat(value(Representativity.indicator(strata()))).isCloseTo(0.941686644520375, within(DIGITS));
        assertThat(value(Representativity.indicator(
                        List.of(stratum("a", 5, 10), stratum("b", 10, 20), stratum("c", 0, 0)))))
                .isEqualTo(1);
        assertThat(Representativity.indicator(List.of(stratum("a", 5, 4))))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
        assertThat(Representativity.indicator(List.of())).isEqualTo(Estimate.absent(Absence.NO_HEADCOUNT));
    }

    @Test
    void itemNonResponse_countsIncompleteSheets() {
        ItemNonResponse scale = new ItemNonResponse(50, 36);
        assertThat(scale.incomplete()).isEqualTo(14);
        assertThat(value(scale.share())).isEqualTo(0.28);
        assertThat(new ItemNonResponse(0, 0).share()).isEqualTo(Estimate.absent(Absence.NO_RESPONDENTS));
    }

    @Test
    void rate_headcountBelowRespondents_isAbsent() {
        assertThat(Response.rate(21, OptionalLong.of(20)))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
    }

    private static void assertLinearised(
            Sampling sampling, double value, double error, double degrees, double designEffect) {
        WeightedEstimates.Linearised mean =
                present(WeightedEstimates.of(raked(), sampling).linearised(SCORES));
        assertThat(mean.estimate().value()).isCloseTo(value, within(DIGITS));
        assertThat(mean.estimate().standardError()).isCloseTo(error, within(DIGITS));
        assertThat(mean.estimate().degreesOfFreedom()).isEqualTo(degrees);
        assertThat(mean.designEffect()).isCloseTo(designEffect, within(1e-8));
    }

    private static Weights raked() {
        return present(Raking.rake(cells(), List.of(YEAR, SITE)));
    }

    private static double weight(Weights weights, String... categories) {
        for (int cell = 0; cell < weights.cells().size(); cell++) {
            if (weights.cells().get(cell).categories().equals(List.of(categories))) {
                return weights.each().get(cell);
            }
        }
        throw new AssertionError("no such cell");
    }

    private static List<WeightingCell> cells() {
        Map<String, Moments> sums = new TreeMap<>();
        for (int i = 1; i <= 48; i++) {
            sums.merge(YEARS[i % 7] + "/" + (5 * i % 11 < 6 ? "north" : "south"), person(i), Moments::plus);
        }
        List<WeightingCell> cells = new ArrayList<>();
        sums.forEach((key, moments) ->
                cells.add(new WeightingCell(List.of(key.substring(0, 2), key.substring(3)), moments)));
        return cells;
    }

    private static List<Stratum> strata() {
        Map<String, Moments> sums = new TreeMap<>();
        for (int i = 1; i <= 48; i++) {
            sums.merge(YEARS[i % 7], person(i), Moments::plus);
        }
        List<Stratum> strata = new ArrayList<>();
        sums.forEach((year, moments) -> strata.add(Stratum.of(year, moments, YEAR.of(year))));
        return strata;
    }

    private static Moments person(int i) {
        int score = (7 * i * i + 3 * i) % 29;
        return Moments.ofOne(score * 4L, score >= 20 ? 1 : 0);
    }

    private static Stratum stratum(String name, int respondents, long students) {
        return Stratum.of(name, respondents(respondents), students);
    }

    private static Moments respondents(int count) {
        return respondentsAtRisk(count, 0);
    }

    private static Moments respondentsAtRisk(int count, int atRisk) {
        Moments moments = Moments.EMPTY;
        for (int i = 0; i < count; i++) {
            moments = moments.plus(Moments.ofOne(i % 9, i < atRisk ? 1 : 0));
        }
        return moments;
    }

    private static Margin margin(String attribute, Map<String, Long> students) {
        return new Margin(attribute, new TreeMap<>(students));
    }

    private static double value(Estimate estimate) {
        return estimate.present().orElseThrow().value();
    }

    private static <T> T present(Fit<T> fit) {
        return fit.present().orElseThrow(() -> new AssertionError(fit.absence()));
    }
}
