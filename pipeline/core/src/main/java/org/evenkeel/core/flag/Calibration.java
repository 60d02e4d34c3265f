package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.pooling.GroupMean;
import org.evenkeel.core.statistics.pooling.PooledMeans;
import org.evenkeel.core.words.Messages;

/**
 * How often the flags of a publication would be wrong, and how often they would find what they look for.
 *
 * <p>The shown groups are simulated again and again from the model fitted to them, with as many respondents and the same
 * uncertainty of changes, but without any group that is materially worse: the variance between groups is fitted to those that are
 * more likely not materially worse, true means are drawn around the average of each comparison and drawn again where one would be
 * materially worse than their average; nothing truly changes; weeks are independent. Being truly beyond the reference is no false alarm. The cut-offs are the mildest of a fixed ladder with which at most 5 in 100 simulated publications hold a
 * new red flag, and at most one amber flag is expected. Then one group of each comparison is made worse to see how often it is
 * found. Comparisons of the same people on other measures are simulated independently, which makes a false flag anywhere look more
 * likely than it is. A group that was red and stays so is not counted: it was found before. Seeded, so that everyone who has the
 * shown figures comes to the same numbers.
 *
 * @param cutoffs the cut-offs that follow
 * @param groups how many groups are compared, counting each once for every measure
 * @param simulations how many publications were simulated
 * @param falseRed the share of them that held any new red flag
 * @param falseFlags how many flags, red or amber, each held on average
 * @param power how often a group that is worse would be found
 */
public record Calibration(
        Cutoffs cutoffs, int groups, int simulations, double falseRed, double falseFlags, List<Power> power) {
    /** At most this share of publications without a materially worse group may hold a new red flag. */
    public static final double MOST_FALSE_RED = 0.05;

    private static final double MOST_FALSE_FLAGS = 1;
    private static final int SIMULATIONS = 2_000;
    private static final int OF_POWER = 400;
    private static final int OF_WEEKS = 1_000;
    private static final long SEED = 20_260_901;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * How often a worse group would be found.
     *
     * @param worseBy by how many standard deviations within groups it is worse than the average
     * @param red the share of simulations in which it is red
     * @param flagged the share in which it is red or amber
     */
    public record Power(double worseBy, double red, double flagged) {}

    public Calibration {
        power = List.copyOf(power);
    }

    /** In words, from which probability on a flag is red. */
    public String redInWords(Messages messages) {
        return cutoffs.alone() > 1
                ? messages.text("flag.red.none")
                : messages.text(
                        "flag.red", percent(cutoffs.alone(), messages), percent(cutoffs.corroborated(), messages));
    }

    /** In words, from which probability on a flag is amber. */
    public String amberInWords(Messages messages) {
        return messages.text("flag.amber", percent(cutoffs.amber(), messages));
    }

    /** From which probability on a flag is amber, in percent. */
    public String amberPercent() {
        return percent(cutoffs.amber());
    }

    /** From which probability on a flag is red by that alone, in percent; absent where none would be trustworthy. */
    public Optional<String> redPercent() {
        return cutoffs.alone() > 1 ? Optional.empty() : Optional.of(percent(cutoffs.alone()));
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String percent(double share, Messages messages) {
        return messages.plain(BigDecimal.valueOf(share).movePointRight(2));
    }

    /** The calibration of what is shown. */
    static Calibration of(List<Comparison> comparisons) {
        List<Simulated> all = new ArrayList<>();
        Map<List<Boolean>, Double> quiet = new HashMap<>();
        for (Comparison comparison : comparisons) {
            comparison.pooled().ifPresent(pooled -> all.add(new Simulated(comparison, pooled, quiet)));
        }
        int[] red = new int[Cutoffs.FOR_RED.size()];
        int[] raised = new int[Cutoffs.FOR_AMBER.size()];
        for (int i = 0; i < SIMULATIONS; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            List<Evidence> evidence = new ArrayList<>();
            all.forEach(one -> evidence.addAll(one.unremarkable(random)));
            for (int step = 0; step < red.length; step++) {
                Cutoffs cutoffs = Cutoffs.FOR_RED.get(step);
                red[step] += evidence.stream().anyMatch(cutoffs::newlyRed) ? 1 : 0;
            }
            for (int step = 0; step < raised.length; step++) {
                Cutoffs cutoffs = Cutoffs.FOR_RED.get(0).withAmber(Cutoffs.FOR_AMBER.get(step));
                raised[step] += (int) evidence.stream()
                        .filter(one -> cutoffs.level(one).isPresent())
                        .count();
            }
        }
        int strict = IntStream.range(0, red.length)
                .filter(step -> red[step] <= MOST_FALSE_RED * SIMULATIONS)
                .findFirst()
                .orElse(red.length - 1);
        int amber = IntStream.range(0, raised.length)
                .filter(step -> raised[step] <= MOST_FALSE_FLAGS * SIMULATIONS)
                .findFirst()
                .orElse(raised.length - 1);
        Cutoffs cutoffs = Cutoffs.FOR_RED.get(strict).withAmber(Cutoffs.FOR_AMBER.get(amber));
        return new Calibration(
                cutoffs,
                all.stream().mapToInt(Simulated::groups).sum(),
                SIMULATIONS,
                (double) red[strict] / SIMULATIONS,
                (double) raised[amber] / SIMULATIONS,
                List.of(power(all, cutoffs, 0.5), power(all, cutoffs, 0.8)));
    }

    private static Power power(List<Simulated> all, Cutoffs cutoffs, double worseBy) {
        int groups = 0;
        int red = 0;
        int flagged = 0;
        for (int i = 0; i < OF_POWER; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            for (Simulated one : all) {
                Optional<Flag.Level> level = one.worse(i, worseBy, random).flatMap(cutoffs::level);
                groups++;
                red += level.filter(found -> found == Flag.Level.RED).isPresent() ? 1 : 0;
                flagged += level.isPresent() ? 1 : 0;
            }
        }
        return groups == 0
                ? new Power(worseBy, 0, 0)
                : new Power(worseBy, (double) red / groups, (double) flagged / groups);
    }

    private static double normal(SplittableRandom random) {
        return NORMAL.inverseCumulativeProbability(random.nextDouble(0x1p-53, 1));
    }

    /** One comparison as it might have come out. */
    private static final class Simulated {
        private static final int DRAWS = 100;

        private final Comparison comparison;
        private final PooledMeans pooled;
        private final List<Double> signals;

        Simulated(Comparison comparison, PooledMeans pooled, Map<List<Boolean>, Double> quiet) {
            this.comparison = comparison;
            this.pooled = unremarkable(comparison, pooled);
            this.signals = comparison.candidates().stream()
                    .map(candidate -> {
                        double none = 1;
                        for (Candidate.Series series : candidate.weeks()) {
                            none *= quiet.computeIfAbsent(
                                    series.weeks().stream()
                                            .map(ShownSoFar.Week::exams)
                                            .toList(),
                                    Simulated::quiet);
                        }
                        return 1 - none;
                    })
                    .toList();
        }

        int groups() {
            return comparison.candidates().size();
        }

        /** The probability that weeks without anything unusual do not signal. */
        private static double quiet(List<Boolean> exams) {
            SplittableRandom random = new SplittableRandom(SEED);
            int quiet = 0;
            for (int i = 0; i < OF_WEEKS; i++) {
                List<ShownSoFar.Week> weeks = exams.stream()
                        .map(exam -> new ShownSoFar.Week(normal(random), exam))
                        .toList();
                quiet += WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).worseLately() ? 0 : 1;
            }
            return (double) quiet / OF_WEEKS;
        }

        /** The model fitted to the groups that are more likely not materially worse, where they can be compared. */
        private static PooledMeans unremarkable(Comparison comparison, PooledMeans pooled) {
            List<GroupMean> means = IntStream.range(0, comparison.candidates().size())
                    .filter(i ->
                            pooled.probabilityMateriallyWorse(i, comparison.margin(), Direction.HIGHER_IS_WORSE) < 0.5)
                    .mapToObj(i -> comparison.candidates().get(i).mean())
                    .toList();
            return PooledMeans.of(means, comparison.within()).present().orElse(pooled);
        }

        /** The evidence where no group is materially worse. */
        List<Evidence> unremarkable(SplittableRandom random) {
            double[] distances = distances(random);
            List<Evidence> evidence = evidence(distances, random);
            return IntStream.range(0, evidence.size())
                    .filter(i -> !comparison.candidates().get(i).tooFewAnswered())
                    .mapToObj(i -> pooled.centre() + distances[i]
                                    > comparison.reference().orElse(Double.POSITIVE_INFINITY)
                            ? evidence.get(i).withoutReference()
                            : evidence.get(i))
                    .toList();
        }

        /** The evidence about one group that is worse than the average by so many standard deviations, if it is spoken of. */
        Optional<Evidence> worse(int turn, double by, SplittableRandom random) {
            int worse = turn % groups();
            double[] distances = distances(random);
            distances[worse] = by * Math.sqrt(comparison.within());
            List<Evidence> evidence = evidence(distances, random);
            return comparison.candidates().get(worse).tooFewAnswered() || evidence.isEmpty()
                    ? Optional.empty()
                    : Optional.of(evidence.get(worse));
        }

        /** True distances from their average, none of them material. */
        private double[] distances(SplittableRandom random) {
            double deviation = Math.sqrt(pooled.betweenVariance());
            double[] distances = new double[groups()];
            for (int draw = 0; draw < DRAWS; draw++) {
                double sum = 0;
                for (int i = 0; i < distances.length; i++) {
                    distances[i] = deviation * normal(random);
                    sum += distances[i];
                }
                double worst = 0;
                for (int i = 0; i < distances.length; i++) {
                    distances[i] -= sum / distances.length;
                    worst = Math.max(worst, distances[i]);
                }
                if (worst <= comparison.margin()) {
                    return distances;
                }
            }
            // Groups that differ so much that chance never leaves all of them within the margin are drawn in to it.
            for (int i = 0; i < distances.length; i++) {
                distances[i] = Math.min(distances[i], comparison.margin());
            }
            return distances;
        }

        private List<Evidence> evidence(double[] distances, SplittableRandom random) {
            List<GroupMean> means = new ArrayList<>();
            double[] changes = new double[distances.length];
            boolean[] weekly = new boolean[distances.length];
            for (int i = 0; i < distances.length; i++) {
                Candidate candidate = comparison.candidates().get(i);
                double variance = candidate.mean().variance();
                double error = Math.sqrt(variance) * normal(random);
                means.add(new GroupMean(pooled.centre() + distances[i] + error, variance));
                changes[i] = candidate
                        .change()
                        .map(change -> change(change.error(), variance, error, random))
                        .orElse(0.0);
                weekly[i] = random.nextDouble() < signals.get(i);
            }
            return comparison.evidence(means, new Comparison.Signals() {
                @Override
                public double change(int candidate, Candidate.Change shown) {
                    return changes[candidate];
                }

                @Override
                public boolean weekly(int candidate) {
                    return weekly[candidate];
                }
            });
        }

        /** An estimated change of nothing: it shares the error of the later mean, which makes half of its variance. */
        private static double change(double error, double variance, double ofMean, SplittableRandom random) {
            double own = error * error;
            double shared = own / 2 / variance;
            double left = own - own * own / 4 / variance;
            return left < 0 ? error * normal(random) : shared * ofMean + Math.sqrt(left) * normal(random);
        }
    }
}
