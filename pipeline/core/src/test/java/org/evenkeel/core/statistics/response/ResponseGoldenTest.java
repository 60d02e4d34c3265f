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
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Response;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;
import org.junit.jupiter.api.Test;

/** Against R's survey package; the script is src/test/r/response.R. */
class ResponseGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final Lattice SCORES = new Lattice(4, 0, 28 * 4, 4);
    private static final String[] YEARS = {"Y1", "Y1", "Y1", "Y2", "Y2", "Y3", "Y3"};
    private static final Margin YEAR = margin("year", Map.of("Y1", 60.0, "Y2", 50.0, "Y3", 40.0));
    private static final Margin SITE = margin("site", Map.of("north", 80.0, "south", 70.0));

    @Test
    void rake_twoMargins_givesSurveysWeights() {
        Weights weights = raked();
        assertThat(weights.respondents()).isEqualTo(48);
        assertThat(weights.sum()).isCloseTo(150, within(DIGITS));
        assertThat(weight(weights, "Y1", "north")).isCloseTo(2.96884070066043, within(DIGITS));
        assertThat(weight(weights, "Y2", "south")).isCloseTo(3.61259706542275, within(DIGITS));
        assertThat(weight(weights, "Y3", "north")).isCloseTo(2.82886646883682, within(DIGITS));
        assertThat(weights.designEffect()).isCloseTo(1.00889499488995, within(DIGITS));
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
    void rake_contradictions_areRefusedWithTheirReason() {
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 80.0, "south", 71.0))))
                        .absence())
                .contains(Absence.CONTRADICTORY_MARGINS);
        assertThat(Raking.rake(
                                cells(),
                                List.of(YEAR, margin("site", Map.of("north", 70.0, "south", 70.0, "east", 10.0))))
                        .absence())
                .contains(Absence.NOBODY_IN_CATEGORY);
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 150.0))))
                        .absence())
                .contains(Absence.NO_HEADCOUNT);
        assertThat(Raking.rake(cells(), List.of(YEAR, margin("site", Map.of("north", 140.0, "south", 10.0))))
                        .absence())
                .contains(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        assertThat(Raking.rake(List.of(), List.of(YEAR)).absence()).contains(Absence.NO_RESPONDENTS);
        assertThat(Raking.rake(List.of(cell(List.of("a"), respondents(29))), List.of(margin("x", Map.of("a", 40.0))))
                        .absence())
                .contains(Absence.TOO_FEW_ANSWERS);
    }

    @Test
    void rake_marginsThatNoWeightsCanMeet_areRefused() {
        List<WeightingCell> cells =
                List.of(cell(List.of("a", "x"), respondents(20)), cell(List.of("b", "y"), respondents(20)));
        assertThat(Raking.rake(
                                cells,
                                List.of(
                                        margin("1", Map.of("a", 40.0, "b", 60.0)),
                                        margin("2", Map.of("x", 60.0, "y", 40.0))))
                        .absence())
                .contains(Absence.NO_CONVERGENCE);
    }

    @Test
    void rake_extremeWeights_areTrimmedRakedAgainAndWarnedOf() {
        List<WeightingCell> cells = List.of(cell(List.of("a"), respondents(60)), cell(List.of("b"), respondents(2)));
        Weights weights = present(Raking.rake(cells, List.of(margin("x", Map.of("a", 70.0, "b", 30.0)))));
        assertThat(weights.sum()).isCloseTo(100, within(DIGITS));
        assertThat(weights.warnings())
                .containsExactly(WeightingWarning.LARGE_DESIGN_EFFECT, WeightingWarning.EXTREME_WEIGHT);
    }

    @Test
    void rake_trimmedWeights_differFromUntrimmedWhereMarginsLeaveAChoice() {
        List<WeightingCell> cells = List.of(
                cell(List.of("a", "x"), respondents(40)),
                cell(List.of("a", "y"), respondents(4)),
                cell(List.of("b", "x"), respondents(4)),
                cell(List.of("b", "y"), respondents(4)));
        List<Margin> margins =
                List.of(margin("1", Map.of("a", 60.0, "b", 60.0)), margin("2", Map.of("x", 60.0, "y", 60.0)));
        Weights weights = present(Raking.rake(cells, margins));
        assertThat(weights.sum()).isCloseTo(120, within(DIGITS));
        double oddsRatio = weight(weights, "a", "x")
                * weight(weights, "b", "y")
                / (weight(weights, "a", "y") * weight(weights, "b", "x"));
        assertThat(oddsRatio).isNotCloseTo(1, within(0.01));
    }

    @Test
    void rakedToOneMargin_isSurveysPostStratification() {
        WeightedEstimates.Linearised census =
                present(WeightedEstimates.of(byYear(YEAR), Sampling.within(0, Target.DESCRIPTIVE))
                        .mean());
        assertThat(census.estimate().value()).isCloseTo(10.7942857142857, within(DIGITS));
        assertThat(census.estimate().standardError()).isCloseTo(0.82389856553556, within(DIGITS));
        Interval interval = census.forIntervals().interval(Interval.LEVEL);
        assertThat(interval.lower()).isCloseTo(9.13486882134648, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(12.453702607225, within(DIGITS));
        assertThat(present(WeightedEstimates.of(byYear(YEAR), Sampling.within(0, Target.ANALYTIC))
                                .mean())
                        .estimate()
                        .standardError())
                .isGreaterThan(census.estimate().standardError());
    }

    @Test
    void rakedToOneMargin_everybodyAnswered_leavesNoDoubt() {
        Map<String, Double> answered = new TreeMap<>();
        years().forEach(cell -> answered.put(cell.categories().get(0), (double) cell.count()));
        assertThat(present(WeightedEstimates.of(
                                        byYear(margin("year", answered)), Sampling.within(0, Target.DESCRIPTIVE))
                                .mean())
                        .estimate()
                        .standardError())
                .isZero();
    }

    @Test
    void nonResponse_table_movesTheMeanByTheGapsOfThoseWhoAreSilent() {
        NonResponse others = new NonResponse(12.5, 4, 0.75, 0, 28);
        assertThat(others.table()).extracting(NonResponse.Row::gap).containsExactly(-0.5, -0.25, 0.0, 0.25, 0.5);
        assertThat(others.table()).extracting(NonResponse.Row::mean).containsExactly(11.0, 11.75, 12.5, 13.25, 14.0);
        assertThat(value(others.tippingGap(14))).isCloseTo(2, within(DIGITS));
        assertThat(value(others.tippingGap(11))).isCloseTo(-2, within(DIGITS));
        assertThat(others.tippingGap(27)).isEqualTo(Estimate.absent(Absence.NOTHING_TIPS));
        assertThat(new NonResponse(1, 4, 0.5, 0, 28).table().get(0).mean())
                .as("nobody scores below the scale")
                .isEqualTo(0.5);
    }

    @Test
    void nonResponse_whereThereIsNone_saysSo() {
        NonResponse nobody = new NonResponse(12.5, 4, 0, 0, 28);
        assertThat(nobody.tippingGap(14)).isEqualTo(Estimate.absent(Absence.EVERYBODY_ANSWERED));
        assertThat(nobody.table()).allSatisfy(row -> assertThat(row.mean()).isEqualTo(12.5));
    }

    @Test
    void representativity_fallsWithUnequalRates() {
        Map<String, Double> answered = new TreeMap<>();
        years().forEach(cell -> answered.put(cell.categories().get(0), (double) cell.count()));
        assertThat(value(Representativity.indicator(YEAR, margin("year", answered))))
                .isCloseTo(0.941686644520375, within(DIGITS));
        assertThat(value(Representativity.indicator(
                        margin("x", Map.of("a", 10.0, "b", 20.0, "c", 0.0)), margin("x", Map.of("a", 5.0, "b", 10.0)))))
                .isEqualTo(1);
        assertThat(Representativity.indicator(margin("x", Map.of("a", 4.0)), margin("x", Map.of("a", 5.0))))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
        assertThat(Representativity.indicator(margin("x", Map.of("a", 0.0)), margin("x", Map.of("a", 0.0))))
                .isEqualTo(Estimate.absent(Absence.NO_HEADCOUNT));
    }

    @Test
    void rate_headcountBelowRespondents_isAbsent() {
        assertThat(Response.rate(21, OptionalLong.of(20)))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
    }

    private static void assertLinearised(
            Sampling sampling, double value, double error, double degrees, double designEffect) {
        WeightedEstimates.Linearised mean =
                present(WeightedEstimates.of(raked(), sampling).mean());
        assertThat(mean.estimate().value()).isCloseTo(value, within(DIGITS));
        assertThat(mean.estimate().standardError()).isCloseTo(error, within(DIGITS));
        assertThat(mean.estimate().degreesOfFreedom()).isEqualTo(degrees);
        assertThat(mean.designEffect()).isCloseTo(designEffect, within(1e-8));
    }

    private static Weights raked() {
        return present(Raking.rake(cells(), List.of(YEAR, SITE)));
    }

    private static List<WeightingCell> years() {
        Map<String, Moments> sums = new TreeMap<>();
        for (int i = 1; i <= 48; i++) {
            sums.merge(YEARS[i % 7], person(i), Moments::plus);
        }
        List<WeightingCell> cells = new ArrayList<>();
        sums.forEach((year, moments) -> cells.add(cell(List.of(year), moments)));
        return cells;
    }

    private static Weights byYear(Margin margin) {
        return present(Raking.rake(years(), List.of(margin)));
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
        sums.forEach((key, moments) -> cells.add(cell(List.of(key.substring(0, 2), key.substring(3)), moments)));
        return cells;
    }

    static WeightingCell cell(List<String> categories, Moments moments) {
        return new WeightingCell(
                categories,
                moments.count(),
                Spread.mean(moments, SCORES).orElseThrow(),
                Spread.variance(moments, SCORES).orElse(0));
    }

    private static Moments person(int i) {
        int score = (7 * i * i + 3 * i) % 29;
        return Moments.ofOne(score * 4L, score >= 20 ? 1 : 0);
    }

    private static Moments respondents(int count) {
        Moments moments = Moments.EMPTY;
        for (int i = 0; i < count; i++) {
            moments = moments.plus(Moments.ofOne(i % 9, 0));
        }
        return moments;
    }

    private static Margin margin(String attribute, Map<String, Double> students) {
        return new Margin(attribute, new TreeMap<>(students));
    }

    private static double value(Estimate estimate) {
        return estimate.present().orElseThrow().value();
    }

    private static <T> T present(Fit<T> fit) {
        return fit.present().orElseThrow(() -> new AssertionError(fit.absence()));
    }
}
