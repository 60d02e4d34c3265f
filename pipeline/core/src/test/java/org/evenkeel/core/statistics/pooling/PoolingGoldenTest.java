package org.evenkeel.core.statistics.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Interval;
import org.junit.jupiter.api.Test;

/** Against R (metafor, base); the script is src/test/r/pooling.R. */
class PoolingGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final double[] Y = {17.2, 18.9, 16.4, 21.8, 18.1, 17.7};
    private static final long[] N = {34, 41, 18, 27, 60, 22};
    private static final long[] POPULATION = {50, 60, 40, 30, 60, 45};
    private static final double[] FUNNEL_Y = {17.2, 18.9, 16.4, 21.8, 18.1, 17.7, 15.2, 19.9, 20.4, 14.8, 18.6, 23.0};
    private static final long[] FUNNEL_N = {34, 41, 18, 27, 60, 22, 45, 31, 38, 52, 19, 44};
    private static final long[] FUNNEL_X = {9, 22, 12, 15, 5, 14, 8, 21, 17, 3, 11, 26};

    @Test
    void pooledMeans_matchPauleMandelAndTheirBestPrediction() {
        PooledMeans pooled =
                PooledMeans.of(means(OptionalLong.empty()), 36).present().orElseThrow();
        assertThat(pooled.estimatedBetweenVariance()).isCloseTo(2.1328748443256, within(DIGITS));
        assertThat(pooled.centre()).isCloseTo(18.3953365120672, within(DIGITS));
        assertThat(pooled.centreVariance()).isCloseTo(0.553366851425172, within(DIGITS));
        assertThat(pooled.groups().get(3).mean()).isCloseTo(20.4903408322377, within(DIGITS));
        assertThat(pooled.groups().get(3).variance()).isCloseTo(0.902325646471267, within(DIGITS));
        assertThat(pooled.groups().get(2).mean()).isCloseTo(17.3655925171829, within(DIGITS));
        assertThat(Math.sqrt(pooled.groups().get(2).variance())).isCloseTo(1.07784036425457, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(3, 1.8, Direction.HIGHER_IS_WORSE))
                .isCloseTo(0.621932758294663, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(0, 1.8, Direction.HIGHER_IS_WORSE))
                .isCloseTo(0.00151561746557366, within(DIGITS));
        assertThat(pooled.groups().get(3).probabilityWorse(20, Direction.HIGHER_IS_WORSE))
                .isCloseTo(0.697141974519817, within(DIGITS));
        Interval knowing = pooled.groups().get(3).interval();
        assertThat(pooled.interval(3).lower()).isLessThan(knowing.lower());
        assertThat(pooled.interval(3).upper()).isGreaterThan(knowing.upper());
    }

    @Test
    void pooledMeans_oneGroupComplete_keepsItsOwnMeanForCertain() {
        List<GroupMean> groups = IntStream.range(0, Y.length)
                .mapToObj(i -> GroupMean.of(Y[i], 36, N[i], OptionalLong.of(POPULATION[i])))
                .toList();
        PooledMeans pooled = PooledMeans.of(groups, 36).present().orElseThrow();
        assertThat(pooled.estimatedBetweenVariance()).isCloseTo(3.21509642758209, within(DIGITS));
        assertThat(pooled.groups().get(4)).isEqualTo(new Posterior(18.1, 0, 1));
        assertThat(pooled.groups().get(3).variance()).isCloseTo(0.1289815922239, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(1, 1.8, Direction.HIGHER_IS_WORSE))
                .isCloseTo(0.00318169426732649, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(4, 1.8, Direction.HIGHER_IS_WORSE))
                .isZero();
    }

    @Test
    void pooledMeans_groupsAlike_haveNoVarianceBetweenAndKeepTheFloor() {
        PooledMeans pooled = PooledMeans.of(
                        List.of(
                                new GroupMean(18, 1),
                                new GroupMean(18.2, 2),
                                new GroupMean(17.9, 1.5),
                                new GroupMean(18.1, 1)),
                        36)
                .present()
                .orElseThrow();
        assertThat(pooled.estimatedBetweenVariance()).isZero();
        assertThat(pooled.betweenVariance()).isEqualTo(0.09);
        assertThat(pooled.groups().get(1).mean()).isCloseTo(18.0491189220635, within(DIGITS));
        assertThat(pooled.groups().get(1).variance()).isCloseTo(0.397357704505789, within(DIGITS));
    }

    @Test
    void pooledMeans_twoGroups_arePooled() {
        PooledMeans pooled = PooledMeans.of(List.of(new GroupMean(16, 1), new GroupMean(20, 2)), 36)
                .present()
                .orElseThrow();
        assertThat(pooled.betweenVariance()).isCloseTo(6.5, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(1, 1.8, Direction.HIGHER_IS_WORSE))
                .isCloseTo(0.447378421094374, within(DIGITS));
        assertThat(pooled.probabilityMateriallyWorse(0, 1.625, Direction.HIGHER_IS_BETTER))
                .isCloseTo(0.5, within(DIGITS));
    }

    @Test
    void pooledMeans_oneGroup_isAbsentAndItsOwnAnswersStandAlone() {
        GroupMean only = new GroupMean(16, 4);
        assertThat(PooledMeans.of(List.of(only), 36).absence()).contains(Absence.TOO_FEW_GROUPS);
        assertThat(PooledMeans.of(List.of(), 36).absence()).contains(Absence.TOO_FEW_GROUPS);
        assertThat(only.alone().probabilityWorse(16, Direction.HIGHER_IS_WORSE)).isEqualTo(0.5);
        assertInterval(only.alone().interval(), 16 - 2 * 1.959963984540054, 16 + 2 * 1.959963984540054);
    }

    @Test
    void pooledMeans_noSpreadWithin_isAbsentAndSaysWhy() {
        assertThat(PooledMeans.of(List.of(new GroupMean(3, 0), new GroupMean(3, 0)), 0)
                        .absence())
                .contains(Absence.NO_SPREAD);
    }

    @Test
    void pooledMeans_everybodyAnsweredEverywhere_keepTheirOwnMeans() {
        PooledMeans pooled = PooledMeans.of(List.of(new GroupMean(3, 0), new GroupMean(5, 0), new GroupMean(10, 0)), 4)
                .present()
                .orElseThrow();
        assertThat(pooled.betweenVariance()).isCloseTo(13, within(DIGITS));
        assertThat(pooled.groups()).extracting(Posterior::mean).containsExactly(3.0, 5.0, 10.0);
        assertInterval(pooled.interval(2), 10, 10);
    }

    @Test
    void posterior_neutralMeasure_hasNoWorseSide() {
        assertThatThrownBy(() -> new Posterior(1, 1, 1).probabilityWorse(1, Direction.NEUTRAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupMean_populationBelowRespondents_isRefused() {
        assertThatThrownBy(() -> GroupMean.of(3, 1, 12, OptionalLong.of(11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
    }

    @Test
    void sharePrior_matchesMaximumLikelihood() {
        long[] x = {9, 22, 12, 30, 5, 14, 2};
        long[] n = {31, 52, 40, 48, 29, 33, 8};
        SharePrior prior = SharePrior.of(shares(x, n));
        assertThat(prior.basis()).isEqualTo(SharePrior.Basis.FITTED);
        assertThat(prior.alpha()).isCloseTo(6.06151130177405, within(1e-6));
        assertThat(prior.beta()).isCloseTo(9.90153523305994, within(1e-6));
        assertThat(prior.logLikelihood(shares(x, n).subList(0, 6))).isCloseTo(-152.763700964408, within(1e-9));
    }

    @Test
    void sharePrior_groupsAlike_keepsTheFloor() {
        SharePrior prior = SharePrior.of(shares(new long[] {10, 20, 15}, new long[] {40, 80, 60}));
        assertThat(prior.basis()).isEqualTo(SharePrior.Basis.FLOORED);
        assertThat(prior.mean()).isCloseTo(0.25, within(1e-3));
        assertThat(prior.strength()).isCloseTo(399, within(1e-9));
    }

    @Test
    void sharePrior_nobodyOrEverybodyAtRisk_isProper() {
        SharePrior nobody = SharePrior.of(shares(new long[] {0, 0, 0}, new long[] {20, 30, 49}));
        assertThat(nobody.mean()).isCloseTo(0.005, within(1e-12));
        SharePrior everybody = SharePrior.of(shares(new long[] {20, 30, 49}, new long[] {20, 30, 49}));
        assertThat(everybody.mean()).isCloseTo(0.995, within(1e-12));
        assertThat(nobody.after(new GroupShare(0, 20, OptionalLong.of(40))).probabilityAbove(0.1))
                .isLessThan(0.01);
    }

    @Test
    void sharePrior_oneGroupLargeEnough_isJeffreys() {
        assertThat(SharePrior.of(shares(new long[] {3, 1}, new long[] {20, 9}))).isEqualTo(SharePrior.jeffreys());
        assertThat(SharePrior.of(List.of())).isEqualTo(SharePrior.jeffreys());
    }

    @Test
    void sharePrior_oppositeGroups_isNoLooserThanJeffreys() {
        SharePrior prior = SharePrior.of(shares(new long[] {0, 20}, new long[] {20, 20}));
        assertThat(prior.strength()).isCloseTo(1, within(1e-9));
        assertThat(prior.mean()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void sharePosterior_finitePopulation_knowsTheAnswersItHas() {
        SharePrior prior = new SharePrior(3, 9, SharePrior.Basis.FITTED);
        SharePosterior near = prior.after(new GroupShare(14, 45, OptionalLong.of(60)));
        assertThat(near.mean()).isCloseTo(0.307894736842105, within(DIGITS));
        assertInterval(near.interval(), 0.25, 0.383333333333333);
        assertThat(near.probabilityAbove(0.35)).isCloseTo(0.0697411197888527, within(DIGITS));
        assertThat(near.probabilityAbove(0.4)).isCloseTo(0.00220830671484624, within(DIGITS));
        SharePosterior nobody = SharePrior.jeffreys().after(new GroupShare(0, 20, OptionalLong.of(40)));
        assertInterval(nobody.interval(), 0, 0.075);
        assertThat(nobody.probabilityAbove(0.1)).isCloseTo(0.00721875984881216, within(DIGITS));
    }

    @Test
    void sharePosterior_everybodyAnswered_isCertain() {
        SharePosterior census = SharePrior.jeffreys().after(new GroupShare(9, 20, OptionalLong.of(20)));
        assertInterval(census.interval(), 0.45, 0.45);
        assertThat(census.probabilityAbove(0.45)).isZero();
        assertThat(census.probabilityAbove(0.44)).isEqualTo(1);
    }

    @Test
    void sharePosterior_noPopulation_isBeta() {
        SharePosterior posterior =
                new SharePrior(3, 9, SharePrior.Basis.FITTED).after(new GroupShare(14, 45, OptionalLong.empty()));
        assertThat(posterior.mean()).isCloseTo(0.298245614035088, within(DIGITS));
        assertInterval(posterior.interval(), 0.187798729881535, 0.422098718959077);
        assertThat(posterior.probabilityAbove(0.35)).isCloseTo(0.193584496463231, within(DIGITS));
    }

    @Test
    void funnel_tenMeansOrMore_isWidenedByWhatGroupsDifferBeyondChance() {
        List<GroupMean> groups = IntStream.range(0, FUNNEL_Y.length)
                .mapToObj(i -> GroupMean.of(FUNNEL_Y[i], 36, FUNNEL_N[i], OptionalLong.empty()))
                .toList();
        Funnel funnel = Funnel.ofMeans(groups, 18.5).present().orElseThrow();
        assertThat(funnel.widening()).isEqualTo(Funnel.Widening.WIDENED);
        assertThat(funnel.overdispersion().factor()).isCloseTo(4.12744202743229, within(DIGITS));
        assertThat(funnel.overdispersion().rawFactor()).isCloseTo(6.37076388888889, within(DIGITS));
        assertThat(funnel.overdispersion().lowest()).isCloseTo(-3.46905337063636, within(DIGITS));
        assertThat(funnel.overdispersion().variance()).isCloseTo(3.55093187039175, within(DIGITS));
        assertInterval(funnel.points().get(0).inner(), 14.2918905026345, 22.7081094973655);
        assertInterval(funnel.points().get(0).outer(), 11.8651658809934, 25.1348341190066);
        assertThat(funnel.points().get(11).standing()).isEqualTo(Funnel.Standing.ABOVE);
        assertThat(funnel.points().get(0).standing()).isEqualTo(Funnel.Standing.INSIDE);
    }

    @Test
    void funnel_underTenGroups_isNotWidenedAndSaysSo() {
        Funnel funnel =
                Funnel.ofMeans(means(OptionalLong.empty()), 18.5).present().orElseThrow();
        assertThat(funnel.widening()).isEqualTo(Funnel.Widening.TOO_FEW_GROUPS);
        assertInterval(
                funnel.points().get(0).inner(),
                18.5 - 1.959963984540054 * 6 / Math.sqrt(34),
                18.5 + 1.959963984540054 * 6 / Math.sqrt(34));
        assertThat(funnel.points().get(3).standing()).isEqualTo(Funnel.Standing.ABOVE);
    }

    @Test
    void funnel_groupsAlike_needsNoWidening() {
        List<GroupMean> groups = IntStream.range(0, 12)
                .mapToObj(i -> new GroupMean(18 + 0.1 * (i % 3), 1))
                .toList();
        assertThat(Funnel.ofMeans(groups, 18).present().orElseThrow().widening())
                .isEqualTo(Funnel.Widening.NOT_NEEDED);
    }

    @Test
    void funnel_shares_matchOnBothScales() {
        Funnel arcsine = Funnel.ofShares(shares(FUNNEL_X, FUNNEL_N), ShareScale.ARCSINE)
                .present()
                .orElseThrow();
        assertThat(arcsine.overdispersion().variance()).isCloseTo(0.0635622734277849, within(DIGITS));
        assertInterval(arcsine.points().get(0).inner(), 0.0195867135230038, 0.857902867347134);
        Funnel logit = Funnel.ofShares(shares(FUNNEL_X, FUNNEL_N), ShareScale.LOGIT)
                .present()
                .orElseThrow();
        assertThat(logit.overdispersion().variance()).isCloseTo(1.43537664071248, within(DIGITS));
        assertInterval(logit.points().get(0).inner(), 0.0499457608114338, 0.875567395107638);
    }

    @Test
    void funnel_fewShares_haveExactLimits() {
        assertInterval(Funnel.binomialLimits(0.27, 33, 0.025), 0.108642724177939, 0.414108324069386);
        assertInterval(Funnel.binomialLimits(0.27, 33, 0.001), 0.0383496035899844, 0.510449629817935);
        Funnel funnel = Funnel.ofShares(shares(new long[] {2, 20}, new long[] {40, 40}), ShareScale.ARCSINE)
                .present()
                .orElseThrow();
        assertThat(funnel.points())
                .extracting(Funnel.Point::standing)
                .containsExactly(Funnel.Standing.FAR_BELOW, Funnel.Standing.FAR_ABOVE);
    }

    @Test
    void funnel_nobodyOrEverybodyAtRisk_isAbsentAndSaysWhy() {
        assertThat(Funnel.ofShares(shares(new long[] {0, 0}, new long[] {20, 30}), ShareScale.LOGIT)
                        .absence())
                .contains(Absence.NO_SPREAD);
        assertThat(Funnel.ofShares(shares(new long[] {20, 30}, new long[] {20, 30}), ShareScale.ARCSINE)
                        .absence())
                .contains(Absence.NO_SPREAD);
        assertThat(Funnel.ofMeans(List.of(), 3).absence()).contains(Absence.TOO_FEW_GROUPS);
    }

    @Test
    void rank_matchesAMillionDraws() {
        List<Posterior> groups = List.of(
                new Posterior(17.5, .8, 1),
                new Posterior(18.7, .7, 1),
                new Posterior(17.9, 1.1, 1),
                new Posterior(20.6, .9, 1));
        List<Rank> ranks = Rank.of(groups, Direction.HIGHER_IS_WORSE);
        double[] expected = {3.44141, 2.372543, 3.082154, 1.103893};
        for (int i = 0; i < 4; i++) {
            assertThat(ranks.get(i).expected()).isCloseTo(expected[i], within(0.004));
        }
        assertThat(ranks).extracting(Rank::lower).containsExactly(2, 1, 2, 1);
        assertThat(ranks).extracting(Rank::upper).containsExactly(4, 4, 4, 2);
        assertThat(Rank.of(groups, Direction.HIGHER_IS_BETTER).get(3).lower()).isEqualTo(3);
    }

    @Test
    void rank_ofCertainGroups_isCertain() {
        List<Rank> ranks = Rank.of(List.of(new Posterior(3, 0, 1), new Posterior(5, 0, 1)), Direction.HIGHER_IS_WORSE);
        assertThat(ranks).containsExactly(new Rank(2, 2, 2), new Rank(1, 1, 1));
    }

    private static List<GroupMean> means(OptionalLong population) {
        return IntStream.range(0, Y.length)
                .mapToObj(i -> GroupMean.of(Y[i], 36, N[i], population))
                .toList();
    }

    private static List<GroupShare> shares(long[] atRisk, long[] count) {
        return IntStream.range(0, atRisk.length)
                .mapToObj(i -> new GroupShare(atRisk[i], count[i], OptionalLong.empty()))
                .toList();
    }

    private static void assertInterval(Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, within(DIGITS));
        assertThat(interval.upper()).isCloseTo(upper, within(DIGITS));
    }
}
