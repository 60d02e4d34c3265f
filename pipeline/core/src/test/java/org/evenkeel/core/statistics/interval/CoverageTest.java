package org.evenkeel.core.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.core.Proof;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Means;
import org.evenkeel.core.statistics.Shares;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.change.EffectSizes;
import org.evenkeel.core.statistics.change.PairedChanges;
import org.evenkeel.core.statistics.change.ShareChanges;
import org.evenkeel.core.statistics.pooling.SharePrior;
import org.evenkeel.core.statistics.response.Margin;
import org.evenkeel.core.statistics.response.Raking;
import org.evenkeel.core.statistics.response.Sampling;
import org.evenkeel.core.statistics.response.WeightedEstimates;
import org.evenkeel.core.statistics.response.WeightingCell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often 95% intervals hold the truth, over seeded draws of small and near-census groups: 94–96%. Intervals of counts and
 * ranks, which cannot be hit in between, may cover more and must not cover less; the change of a few partly overlapping
 * respondents is cautious by design, since its degrees of freedom fall towards those of the pairs.
 */
@Tag("slow")
class CoverageTest {
    private static final int DRAWS = Proof.count(1_000, 10_000);
    private static final boolean FULL = DRAWS == 10_000;
    private static final Lattice FINE = new Lattice(1000, -1_000_000, 1_000_000, 1);

    /** Whether an interval may cover more than 96%. */
    private enum Kind {
        CONTINUOUS,
        CAUTIOUS,
        DISCRETE
    }

    /** One draw: whether the interval held the truth. */
    private interface Draw {
        boolean holds(Random random);
    }

    @ParameterizedTest
    @CsvSource({"30, 10", "30, 28", "60, 45", "200, 100"})
    void mean_ofAFinitePopulation(int people, int respondents) {
        covers("mean, " + respondents + " of " + people, Kind.CONTINUOUS, random -> {
            double[] scores = normal(random, people);
            Estimate mean =
                    Means.mean(moments(scores, sample(random, people, respondents)), FINE, OptionalLong.of(people));
            return interval(mean).contains(rounded(scores));
        });
    }

    @ParameterizedTest
    @CsvSource({"10", "25"})
    void mean_ofASample(int respondents) {
        covers(
                "mean, sample of " + respondents,
                Kind.CONTINUOUS,
                random -> interval(Means.mean(
                                moments(normal(random, respondents), all(respondents)), FINE, OptionalLong.empty()))
                        .contains(20));
    }

    @ParameterizedTest
    @CsvSource({"60, 45", "120, 60"})
    void mean_ofSkewedScores(int people, int respondents) {
        covers("mean of skewed scores, " + respondents + " of " + people, Kind.CONTINUOUS, random -> {
            double[] scores = new double[people];
            for (int i = 0; i < people; i++) {
                scores[i] = -4 * (Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble()));
            }
            Estimate mean =
                    Means.mean(moments(scores, sample(random, people, respondents)), FINE, OptionalLong.of(people));
            return interval(mean).contains(rounded(scores));
        });
    }

    @ParameterizedTest
    @CsvSource({"10", "30", "80"})
    void wilson_ofASample(int respondents) {
        covers("share, Wilson, " + respondents, Kind.CONTINUOUS, random -> {
            double truth = 0.05 + 0.9 * random.nextDouble();
            return Shares.wilson(count(random, respondents, truth), respondents).contains(truth);
        });
    }

    @ParameterizedTest
    @CsvSource({"40, 12", "60, 45", "40, 38", "300, 150"})
    void betaBinomial_ofAFinitePopulation(int people, int respondents) {
        covers("share, beta-binomial, " + respondents + " of " + people, Kind.DISCRETE, random -> {
            double chance = 0.05 + 0.9 * random.nextDouble();
            int answered = count(random, respondents, chance);
            double truth = (answered + count(random, people - respondents, chance)) / (double) people;
            Moments moments = new Moments(respondents, BigInteger.ZERO, BigInteger.ZERO, answered);
            Interval interval = interval(FiniteShares.atRisk(moments, OptionalLong.of(people), SharePrior.jeffreys()));
            return interval.lower() <= truth + 1e-12 && truth <= interval.upper() + 1e-12;
        });
    }

    @ParameterizedTest
    @CsvSource({"30, 20, 22", "60, 45, 50", "60, 58, 57", "200, 90, 110"})
    void change_ofAFixedClass(int people, int first, int second) {
        covers("change of a class, " + first + " then " + second + " of " + people, Kind.CONTINUOUS, random -> {
            double[] earlier = normal(random, people);
            double[] later = following(random, earlier);
            int[] before = sample(random, people, first);
            int[] after = sample(random, people, second);
            Estimate change = Changes.change(
                    moments(earlier, before),
                    moments(later, after),
                    links(earlier, later, before, after),
                    FINE,
                    Optional.of(new Changes.SamePeople(people, people)));
            return interval(change).contains(rounded(later) - rounded(earlier));
        });
    }

    @ParameterizedTest
    @CsvSource({"8, 6, 10", "20, 25, 8", "30, 5, 60", "15, 15, 0"})
    void change_ofPartlyTheSamePeople(int onlyBefore, int onlyAfter, int both) {
        covers(
                "change, " + onlyBefore + " before, " + onlyAfter + " after, " + both + " both",
                Kind.CAUTIOUS,
                random -> {
                    int people = onlyBefore + onlyAfter + both;
                    double[] earlier = normal(random, people);
                    double[] later = following(random, earlier);
                    int[] before = IntStream.range(0, onlyBefore + both).toArray();
                    int[] after = IntStream.range(onlyBefore, people).toArray();
                    Estimate change = Changes.change(
                            moments(earlier, before),
                            moments(later, after),
                            links(earlier, later, before, after),
                            FINE,
                            Optional.empty());
                    return interval(change).contains(1);
                });
    }

    @ParameterizedTest
    @CsvSource({"6", "20"})
    void change_ofPairs(int pairs) {
        covers("paired change, " + pairs, Kind.CONTINUOUS, random -> {
            double[] earlier = normal(random, pairs);
            double[] later = following(random, earlier);
            return interval(PairedChanges.change(links(earlier, later, all(pairs), all(pairs)), FINE))
                    .contains(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 0", "12, 30, 0.5", "20, 20, 1", "100, 15, 0.2"})
    void hedges_ofTwoGroups(int first, int second, double effect) {
        covers(
                "Hedges' g, " + first + " and " + second + ", true " + effect,
                Kind.CONTINUOUS,
                random -> EffectSizes.hedges(
                                moments(normal(random, first, 20), all(first)),
                                moments(normal(random, second, 20 + 6 * effect), all(second)),
                                FINE)
                        .present()
                        .orElseThrow()
                        .interval()
                        .contains(effect));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 60, 0", "0.9, 120, 0", "0.25, 60, 80", "0.5, 100, 104"})
    void quantile_ofALargeGroup(double probability, int respondents, int people) {
        String whom = people == 0 ? "sample of " + respondents : respondents + " of " + people;
        Lattice lattice = new Lattice(1, 0, 100_000, 1);
        covers("quantile " + probability + ", " + whom, Kind.DISCRETE, random -> {
            int size = Math.max(people, respondents);
            int[] scores = random.ints(size, 0, 100_001).toArray();
            int[] sorted = IntStream.of(scores).sorted().toArray();
            double place = (size - 1) * probability;
            int below = (int) Math.floor(place);
            double truth = people == 0
                    ? 100_000 * probability
                    : sorted[below] + (place - below) * (sorted[Math.min(size - 1, below + 1)] - sorted[below]);
            SortedMap<Integer, Long> counts = new TreeMap<>();
            for (int i : sample(random, size, respondents)) {
                counts.merge(scores[i], 1L, Long::sum);
            }
            OptionalLong population = people == 0 ? OptionalLong.empty() : OptionalLong.of(people);
            return interval(Quantiles.quantile(new Histogram(counts), lattice, probability, population))
                    .contains(truth);
        });
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "140, 220"})
    void shareChange_ofDifferentPeople(int earlier, int later) {
        covers("change of a share, " + earlier + " and " + later, Kind.CONTINUOUS, random -> {
            double first = 0.1 + 0.5 * random.nextDouble();
            return ShareChanges.change(
                            share(count(random, earlier, first), earlier),
                            share(count(random, later, first + 0.1), later))
                    .interval()
                    .orElseThrow()
                    .contains(0.1);
        });
    }

    private static ShareChanges.Share share(long atRisk, long count) {
        return new ShareChanges.Share((double) atRisk / count, Shares.wilson(atRisk, count));
    }

    @ParameterizedTest
    @CsvSource({"12, 14, 16", "29, 27, 22"})
    void postStratifiedMean_ofUnequalResponse(int first, int second, int third) {
        int[] respondents = {first, second, third};
        covers(
                "post-stratified mean, " + first + ", " + second + ", " + third + " of 30 each",
                Kind.CONTINUOUS,
                random -> {
                    List<WeightingCell> cells = new ArrayList<>();
                    SortedMap<String, Double> students = new TreeMap<>();
                    double truth = 0;
                    for (int h = 0; h < 3; h++) {
                        double[] scores = normal(random, 30, 20 + 4 * h);
                        truth += rounded(scores) / 3;
                        cells.add(cell(List.of("h" + h), moments(scores, sample(random, 30, respondents[h]))));
                        students.put("h" + h, 30.0);
                    }
                    return weighted(cells, List.of(new Margin("h", students)), Sampling.within(0, Target.DESCRIPTIVE))
                            .contains(truth);
                });
    }

    @ParameterizedTest
    @CsvSource({"50", "75", "110"})
    void rakedMean_ofAFinitePopulation(int respondents) {
        covers("raked mean, " + respondents + " of 120", Kind.CONTINUOUS, random -> {
            double[] scores = normal(random, 120);
            for (int i = 0; i < 120; i++) {
                scores[i] += 3 * (i % 3) + 2 * (i / 3 % 2);
            }
            Map<List<String>, Moments> sums =
                    new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
            for (int i : sample(random, 120, respondents)) {
                sums.merge(List.of("y" + i % 3, "s" + i / 3 % 2), one(scores[i]), Moments::plus);
            }
            List<WeightingCell> cells = new ArrayList<>();
            sums.forEach((categories, moments) -> cells.add(cell(categories, moments)));
            List<Margin> margins = List.of(
                    new Margin("year", new TreeMap<>(Map.of("y0", 40.0, "y1", 40.0, "y2", 40.0))),
                    new Margin("site", new TreeMap<>(Map.of("s0", 60.0, "s1", 60.0))));
            return weighted(cells, margins, Sampling.simple(Target.DESCRIPTIVE)).contains(rounded(scores));
        });
    }

    private static Interval weighted(List<WeightingCell> cells, List<Margin> margins, Sampling sampling) {
        return Raking.rake(cells, margins)
                .then(weights -> WeightedEstimates.of(weights, sampling).mean())
                .present()
                .orElseThrow()
                .forIntervals()
                .interval(Interval.LEVEL);
    }

    private static WeightingCell cell(List<String> categories, Moments moments) {
        return new WeightingCell(
                categories,
                moments.count(),
                Spread.mean(moments, FINE).orElseThrow(),
                Spread.variance(moments, FINE).orElse(0));
    }

    private static void covers(String what, Kind kind, Draw draw) {
        Random random = new Random(what.hashCode());
        long held = 0;
        for (int i = 0; i < DRAWS; i++) {
            held += draw.holds(random) ? 1 : 0;
        }
        double coverage = (double) held / DRAWS;
        Proof.print(String.format(Locale.ROOT, "coverage of the %s: %.1f%%, draws", what, 100 * coverage), DRAWS);
        double slack = FULL ? 0.01 : 0.03;
        assertThat(coverage).isGreaterThanOrEqualTo(0.95 - slack);
        switch (kind) {
            case CONTINUOUS -> assertThat(coverage).isLessThanOrEqualTo(0.95 + slack);
            case CAUTIOUS -> assertThat(coverage).isLessThanOrEqualTo(0.955 + slack);
            case DISCRETE -> assertThat(coverage).isLessThanOrEqualTo(1);
        }
    }

    private static double[] normal(Random random, int people) {
        return normal(random, people, 20);
    }

    private static double[] normal(Random random, int people, double mean) {
        double[] scores = new double[people];
        for (int i = 0; i < people; i++) {
            scores[i] = mean + 6 * random.nextGaussian();
        }
        return scores;
    }

    /** Scores a term later: one point higher on average, correlated 0.6. */
    private static double[] following(Random random, double[] earlier) {
        double[] later = new double[earlier.length];
        for (int i = 0; i < earlier.length; i++) {
            later[i] = 21 + 0.6 * (earlier[i] - 20) + 4.8 * random.nextGaussian();
        }
        return later;
    }

    private static int count(Random random, int people, double chance) {
        int count = 0;
        for (int i = 0; i < people; i++) {
            count += random.nextDouble() < chance ? 1 : 0;
        }
        return count;
    }

    private static int[] all(int people) {
        return IntStream.range(0, people).toArray();
    }

    private static int[] sample(Random random, int people, int size) {
        int[] order = all(people);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(people - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return IntStream.of(order).limit(size).toArray();
    }

    private static double rounded(double[] scores) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.round(score * 1000);
        }
        return sum / 1000 / scores.length;
    }

    private static Moments one(double score) {
        return Moments.ofOne(Math.round(score * 1000), 0);
    }

    private static Moments moments(double[] scores, int[] whom) {
        long sum = 0;
        long squares = 0;
        for (int i : whom) {
            long units = Math.round(scores[i] * 1000);
            sum += units;
            squares += units * units;
        }
        return new Moments(whom.length, BigInteger.valueOf(sum), BigInteger.valueOf(squares), 0);
    }

    private static Links links(double[] earlier, double[] later, int[] before, int[] after) {
        boolean[] answered = new boolean[earlier.length];
        for (int i : before) {
            answered[i] = true;
        }
        Links links = Links.EMPTY;
        for (int i : after) {
            links = answered[i]
                    ? links.plus(Links.ofOne(Math.round(earlier[i] * 1000), Math.round(later[i] * 1000)))
                    : links;
        }
        return links;
    }

    private static Interval interval(Estimate estimate) {
        return estimate.present().orElseThrow().interval().orElseThrow();
    }
}
