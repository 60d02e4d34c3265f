package org.evenkeel.core.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.pooling.SharePrior;
import org.junit.jupiter.api.Test;

/** Against R; the script is src/test/r/response.R. */
class IntervalsGoldenTest {
    private static final double DIGITS = 1e-9;
    private static final Lattice STEPS = new Lattice(2, 0, 40, 2);
    private static final int[] COUNTS = {3, 5, 8, 6, 9, 12, 7, 9, 8, 6, 5, 7, 4, 6, 3, 4, 2, 3, 1, 1, 1};

    @Test
    void finiteShare_matchesTheBetaBinomial() {
        Estimate.Present share = share(14, 45, OptionalLong.of(60));
        assertThat(share.value()).isEqualTo(14 / 45.0);
        assertThat(share.target()).isEqualTo(Target.DESCRIPTIVE);
        assertInterval(share, 0.25, 0.383333333333333);
        Estimate prior =
                FiniteShares.atRisk(atRisk(14, 45), OptionalLong.of(60), new SharePrior(3, 9, SharePrior.Basis.FITTED));
        assertInterval(prior.present().orElseThrow(), 0.25, 0.383333333333333);
    }

    @Test
    void finiteShare_withoutHeadcount_isJeffreys() {
        Estimate.Present share = share(14, 45, OptionalLong.empty());
        assertThat(share.target()).isEqualTo(Target.ANALYTIC);
        assertInterval(share, 0.190789711092491, 0.454860928258274);
    }

    @Test
    void finiteShare_noneOrAllAtRisk_reachesTheEnd() {
        assertThat(interval(share(0, 20, OptionalLong.empty())).lower()).isZero();
        assertThat(interval(share(20, 20, OptionalLong.empty())).upper()).isEqualTo(1);
        assertThat(interval(share(0, 20, OptionalLong.of(25))).lower()).isZero();
        assertThat(interval(share(20, 20, OptionalLong.of(25))).upper()).isEqualTo(1);
        assertThat(FiniteShares.bounds(atRisk(14, 45), 60)).isEqualTo(new Interval(14 / 60.0, 29 / 60.0));
    }

    @Test
    void finiteShare_everybodyAnswered_isKnownExactly() {
        assertInterval(share(14, 45, OptionalLong.of(45)), 14 / 45.0, 14 / 45.0);
    }

    @Test
    void finiteShare_whereItCannotBe_saysWhy() {
        assertThat(FiniteShares.atRisk(Moments.EMPTY, OptionalLong.of(9), SharePrior.jeffreys()))
                .isEqualTo(Estimate.absent(Absence.NO_RESPONDENTS));
        assertThat(FiniteShares.atRisk(atRisk(1, 10), OptionalLong.of(9), SharePrior.jeffreys()))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
    }

    @Test
    void quantile_isTypeSevenWithOrderStatistics() {
        assertQuantile(0.25, 4, 3, 5);
        assertQuantile(0.5, 7, 6, 8);
        assertQuantile(0.9, 15, 13, 17);
    }

    @Test
    void quantile_census_liesBetweenItsTwoNeighbours() {
        Estimate.Present census = Quantiles.quantile(histogram(), STEPS, 0.5, OptionalLong.of(110))
                .present()
                .orElseThrow();
        assertInterval(census, 7, 7);
        assertThat(census.target()).isEqualTo(Target.DESCRIPTIVE);
    }

    @Test
    void quantile_nearTheEnd_usesTheEndOfTheScale() {
        Estimate.Present highest = Quantiles.quantile(histogram(), STEPS, 0.999, OptionalLong.empty())
                .present()
                .orElseThrow();
        assertThat(highest.interval().orElseThrow().upper()).isEqualTo(20);
    }

    @Test
    void quantile_whereItCannotBe_saysWhy() {
        SortedMap<Integer, Long> few = new TreeMap<>();
        few.put(3, 49L);
        assertThat(Quantiles.quantile(new Histogram(few), STEPS, 0.5, OptionalLong.empty()))
                .isEqualTo(Estimate.absent(Absence.TOO_FEW_ANSWERS));
        assertThat(Quantiles.quantile(Histogram.EMPTY, STEPS, 0.5, OptionalLong.empty()))
                .isEqualTo(Estimate.absent(Absence.NO_RESPONDENTS));
        assertThat(Quantiles.quantile(histogram(), STEPS, 0.5, OptionalLong.of(109)))
                .isEqualTo(Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS));
    }

    private static void assertQuantile(double probability, double value, double lower, double upper) {
        Estimate.Present quantile = Quantiles.quantile(histogram(), STEPS, probability, OptionalLong.empty())
                .present()
                .orElseThrow();
        assertThat(quantile.value()).isCloseTo(value, within(DIGITS));
        assertInterval(quantile, lower, upper);
    }

    private static Histogram histogram() {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int step = 0; step < COUNTS.length; step++) {
            counts.put(step, (long) COUNTS[step]);
        }
        return new Histogram(counts);
    }

    private static Estimate.Present share(long atRisk, long count, OptionalLong population) {
        return FiniteShares.atRisk(atRisk(atRisk, count), population, SharePrior.jeffreys())
                .present()
                .orElseThrow();
    }

    private static Moments atRisk(long atRisk, long count) {
        return new Moments(count, BigInteger.ZERO, BigInteger.ZERO, atRisk);
    }

    private static Interval interval(Estimate.Present estimate) {
        return estimate.interval().orElseThrow();
    }

    private static void assertInterval(Estimate.Present estimate, double lower, double upper) {
        assertThat(interval(estimate).lower()).isCloseTo(lower, within(DIGITS));
        assertThat(interval(estimate).upper()).isCloseTo(upper, within(DIGITS));
    }
}
