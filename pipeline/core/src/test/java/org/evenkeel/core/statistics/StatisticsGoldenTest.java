package org.evenkeel.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.junit.jupiter.api.Test;

/** Against R; the script is src/test/r/statistics.R. */
class StatisticsGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final Lattice TOTALS = new Lattice(36, 0, 40 * 36, 36);
    private static final int[] X = {12, 18, 25, 7, 21, 16, 30, 14, 19, 22, 11, 17};
    private static final int[] Y = {15, 19, 27, 9, 20, 21, 33, 18};

    @Test
    void mean_sample_matchesTheTInterval() {
        assertEstimate(
                Means.mean(moments(X), TOTALS, OptionalLong.empty()),
                17.6666666666667,
                13.6269822760621,
                21.7063510572712);
    }

    @Test
    void mean_census_usesTheFinitePopulationCorrection() {
        Estimate estimate = Means.mean(moments(X), TOTALS, OptionalLong.of(20));
        assertEstimate(estimate, 17.6666666666667, 15.1117459261587, 20.2215874071746);
        assertThat(estimate.present().orElseThrow().target()).isEqualTo(Target.DESCRIPTIVE);
    }

    @Test
    void mean_everyoneAnswered_hasNoSamplingError() {
        Interval interval = Means.mean(moments(X), TOTALS, OptionalLong.of(12))
                .present()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(interval.lower()).isEqualTo(interval.upper());
    }

    @Test
    void mean_nearTheEndOfTheScale_isCutToIt() {
        Interval interval = Means.mean(moments(0, 0, 0, 1), TOTALS, OptionalLong.empty())
                .present()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(interval.lower()).isZero();
    }

    @Test
    void mean_nobody_isAbsentAndSaysWhy() {
        assertAbsent(Means.mean(Moments.EMPTY, TOTALS, OptionalLong.empty()), Absence.NO_RESPONDENTS);
    }

    @Test
    void mean_oneRespondent_hasNoInterval() {
        assertThat(Means.mean(moments(7), TOTALS, OptionalLong.empty())
                        .present()
                        .orElseThrow()
                        .interval())
                .isEmpty();
    }

    @Test
    void standardDeviation_sample_matches() {
        assertThat(Means.standardDeviation(moments(X), TOTALS)
                        .present()
                        .orElseThrow()
                        .value())
                .isCloseTo(6.3580061673643, within(DIGITS));
        assertAbsent(Means.standardDeviation(moments(3), TOTALS), Absence.ONE_RESPONDENT);
    }

    @Test
    void wilson_matchesPropTestWithoutCorrection() {
        assertInterval(Shares.wilson(3, 12), 0.0889416683940547, 0.532305334933566);
        assertInterval(Shares.wilson(0, 25), 0, 0.133192250939048);
        assertInterval(Shares.wilson(14, 45), 0.195286992636534, 0.456648055773668);
    }

    @Test
    void change_partlyTheSamePeople_matchesDerrick() {
        assertEstimate(
                Changes.change(moments(X), moments(Y), links(), TOTALS, Optional.empty()),
                2.58333333333333,
                -2.25033709852435,
                7.41700376519102);
    }

    @Test
    void change_censusOfTheSamePeople_usesBothCorrections() {
        assertEstimate(
                Changes.change(moments(X), moments(Y), links(), TOTALS, Optional.of(new Changes.SamePeople(20, 21))),
                2.58333333333333,
                -2.05493600170453,
                7.22160266837119);
    }

    @Test
    void change_nobodyLinked_isWelch() {
        assertEstimate(
                Changes.change(moments(X), moments(Y), Links.EMPTY, TOTALS, Optional.empty()),
                2.58333333333333,
                -4.20178993196183,
                9.36845659862849);
    }

    @Test
    void change_oneRespondentLinked_countsAsUnlinked() {
        Estimate one = Changes.change(moments(X), moments(Y), Links.ofOne(12 * 36, 15 * 36), TOTALS, Optional.empty());
        assertThat(one).isEqualTo(Changes.change(moments(X), moments(Y), Links.EMPTY, TOTALS, Optional.empty()));
    }

    @Test
    void change_everybodyTheSameAnswer_isExactlyThere() {
        Interval interval = Changes.change(moments(5, 5, 5), moments(6, 6, 6), Links.EMPTY, TOTALS, Optional.empty())
                .present()
                .orElseThrow()
                .interval()
                .orElseThrow();
        assertThat(interval).isEqualTo(new Interval(1, 1));
    }

    @Test
    void alpha_threeItems_matchesWithFeldtInterval() {
        int[][] items = {
            {1, 2, 2, 4, 3, 5, 1, 2, 4, 4, 3, 2},
            {2, 2, 3, 4, 3, 4, 1, 1, 5, 4, 2, 2},
            {1, 3, 2, 5, 4, 5, 2, 2, 4, 3, 3, 1}
        };
        ItemMoments moments = ItemMoments.empty(3);
        for (int person = 0; person < 12; person++) {
            long a = items[0][person];
            long b = items[1][person];
            long c = items[2][person];
            moments = moments.plus(
                    new ItemMoments(1, List.of(a, b, c), List.of(a * a, a * b, a * c, b * b, b * c, c * c)));
        }
        assertEstimate(Reliability.alpha(moments), 0.921656407386682, 0.7926360939974, 0.975495009437199);
    }

    @Test
    void alpha_whereItCannotBe_isAbsentAndSaysWhy() {
        assertAbsent(Reliability.alpha(ItemMoments.empty(0)), Absence.ITEMS_NOT_KEPT);
        assertAbsent(Reliability.alpha(ItemMoments.empty(1)), Absence.SINGLE_ITEM);
        assertAbsent(Reliability.alpha(ItemMoments.empty(4)), Absence.TOO_FEW_COMPLETE);
        ItemMoments same = new ItemMoments(5, List.of(10L, 10L), List.of(20L, 20L, 20L));
        assertAbsent(Reliability.alpha(same), Absence.NO_SPREAD);
    }

    @Test
    void rate_withoutHeadcount_isAbsentAndSaysWhy() {
        assertAbsent(Response.rate(5, OptionalLong.empty()), Absence.NO_HEADCOUNT);
        assertThat(Response.rate(5, OptionalLong.of(20)).present().orElseThrow().value())
                .isEqualTo(0.25);
    }

    private static Moments moments(int... points) {
        Moments moments = Moments.EMPTY;
        for (int value : points) {
            moments = moments.plus(Moments.ofOne(value * 36L, 0));
        }
        return moments;
    }

    private static Links links() {
        Links links = Links.EMPTY;
        for (int i = 0; i < 6; i++) {
            links = links.plus(Links.ofOne(X[i] * 36L, Y[i] * 36L));
        }
        assertThat(links.sumEarlier()).isEqualTo(BigInteger.valueOf(99 * 36));
        return links;
    }

    private static void assertEstimate(Estimate estimate, double value, double lower, double upper) {
        Estimate.Present present = estimate.present().orElseThrow();
        assertThat(present.value()).isCloseTo(value, within(DIGITS));
        assertInterval(present.interval().orElseThrow(), lower, upper);
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(upper, within(DIGITS));
    }

    private static void assertAbsent(Estimate estimate, Absence reason) {
        assertThat(estimate).isEqualTo(Estimate.absent(reason));
    }
}
