package org.evenkeel.core.statistics.pooling;

import java.util.List;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;

/**
 * Means of exchangeable groups, each drawn towards their common centre by as much as its own answers leave open.
 *
 * <p>Model: yᵢ ~ N(θᵢ, vᵢ), θᵢ ~ N(μ, τ²). τ² by Paule and Mandel: Σ(yᵢ−μ)²/(vᵢ+τ²) = k−1, or 0 where that has no root; never
 * below 0.0025 times the variance within groups, so that an estimate of 0 does not make all groups alike. With
 * wᵢ = 1/(vᵢ+τ²): μ = Σwᵢyᵢ/Σwᵢ, Bᵢ = τ²/(τ²+vᵢ), θᵢ has mean μ + Bᵢ(yᵢ−μ) and variance Bᵢvᵢ + (1−Bᵢ)²/Σwᵢ. The variance
 * takes τ² as known, which suits probabilities whose cut-offs are calibrated; {@link #interval} does not, since few groups
 * hardly tell τ. Sources: Paule and Mandel, J. Res. NBS 87 (1982); Morris, JASA 78 (1983).
 *
 * @param centre μ
 * @param centreVariance 1/Σw
 * @param betweenVariance τ² as used
 * @param estimatedBetweenVariance τ² before the floor
 * @param groups one posterior for each group, in the order given
 * @param observed the groups' own means
 * @param varianceWithin the variance within groups
 */
public record PooledMeans(
        double centre,
        double centreVariance,
        double betweenVariance,
        double estimatedBetweenVariance,
        List<Posterior> groups,
        List<GroupMean> observed,
        double varianceWithin) {
    /** The smallest variance between groups, as a share of the variance within. */
    public static final double BETWEEN_FLOOR = 0.0025;

    private static final int MOST_STEPS = 1_000;
    private static final int FEWEST_GROUPS = 2;
    private static final int STEPS = 80;
    private static final int HALVINGS = 40;
    private static final double REACH = 8;

    public PooledMeans {
        groups = List.copyOf(groups);
        observed = List.copyOf(observed);
        Require.that(
                groups.size() == observed.size(),
                "%s groups need as many posteriors. Value given: %s",
                observed.size(),
                groups.size());
        Require.that(
                betweenVariance >= estimatedBetweenVariance && estimatedBetweenVariance >= 0,
                "a variance between groups must be 0 or more and at least its estimate. Value given: %s, %s",
                betweenVariance,
                estimatedBetweenVariance);
        Require.that(centreVariance >= 0, "a variance must be 0 or more. Value given: %s", centreVariance);
    }

    /** Pools groups that share this variance within; absent for fewer than two groups or where nobody differs. */
    public static Fit<PooledMeans> of(List<GroupMean> groups, double varianceWithin) {
        Require.that(
                Double.isFinite(varianceWithin) && varianceWithin >= 0,
                "the variance within groups must be a finite number of 0 or more. Value given: %s",
                varianceWithin);
        if (groups.size() < FEWEST_GROUPS) {
            return Fit.absent(Absence.TOO_FEW_GROUPS);
        }
        if (varianceWithin == 0) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        double estimated = pauleMandel(groups);
        double between = Math.max(estimated, BETWEEN_FLOOR * varianceWithin);
        double weights = 0;
        for (GroupMean group : groups) {
            weights += 1 / (group.variance() + between);
        }
        double totalWeight = weights;
        double centre = centre(groups, between);
        return Fit.of(new PooledMeans(
                centre,
                1 / totalWeight,
                between,
                estimated,
                groups.stream()
                        .map(group -> posterior(group, centre, totalWeight, between))
                        .toList(),
                groups,
                varianceWithin));
    }

    /**
     * The 95% interval of a group's true mean, with τ unknown: the middle of the posterior mixed over τ, every value of τ from 0
     * to the deviation within groups (or three times its estimate, if that is more) being as likely beforehand.
     */
    public Interval interval(int group) {
        GroupMean own = observed.get(group);
        if (own.variance() == 0) {
            return new Interval(own.value(), own.value());
        }
        double widest = Math.max(Math.sqrt(varianceWithin), 3 * Math.sqrt(estimatedBetweenVariance));
        double[] evidence = new double[STEPS];
        double strongest = Double.NEGATIVE_INFINITY;
        Posterior[] given = new Posterior[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double deviation = widest * (step + 0.5) / STEPS;
            double between = deviation * deviation;
            double weights = 0;
            double logarithms = 0;
            for (GroupMean other : observed) {
                weights += 1 / (other.variance() + between);
                logarithms += Math.log(other.variance() + between);
            }
            evidence[step] = -(logarithms + Math.log(weights) + excess(observed, between)) / 2;
            strongest = Math.max(strongest, evidence[step]);
            given[step] = posterior(own, centre(observed, between), weights, between);
        }
        double tail = (1 - Interval.LEVEL) / 2;
        return new Interval(quantile(given, evidence, strongest, tail), quantile(given, evidence, strongest, 1 - tail));
    }

    /** The probability that a group's true mean is worse than the centre by more than a margin. */
    public double probabilityMateriallyWorse(int group, double margin, Direction direction) {
        Require.that(margin >= 0, "a margin must be 0 or more. Value given: %s", margin);
        double threshold = switch (direction) {
            case HIGHER_IS_WORSE -> centre + margin;
            case HIGHER_IS_BETTER -> centre - margin;
            case NEUTRAL -> throw new IllegalArgumentException("a neutral measure has no worse side");
        };
        return groups.get(group).probabilityWorse(threshold, direction);
    }

    /** Paule and Mandel's variance between groups, 0 or more. */
    public static double pauleMandel(List<GroupMean> groups) {
        double span = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (GroupMean group : groups) {
            span = Math.max(span, Math.abs(group.value() - groups.get(0).value()));
            smallest = Math.min(smallest, group.variance());
        }
        double freedom = groups.size() - 1.0;
        double high = span * span;
        double low = smallest > 0 ? 0 : high * 0x1p-60;
        if (high == 0 || excess(groups, low) <= freedom) {
            return 0;
        }
        // The excess falls and is convex in the variance, so Newton's steps rise to the root and never pass it.
        double variance = low;
        for (int step = 0; step < MOST_STEPS; step++) {
            double next = variance + (excess(groups, variance) - freedom) / slope(groups, variance);
            if (!(next > variance)) {
                return variance;
            }
            variance = next;
        }
        return variance;
    }

    private static double quantile(Posterior[] given, double[] evidence, double strongest, double probability) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int step = 0; step < STEPS; step++) {
            double reach = REACH * Math.sqrt(given[step].variance());
            low = Math.min(low, given[step].mean() - reach);
            high = Math.max(high, given[step].mean() + reach);
            total += Math.exp(evidence[step] - strongest);
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double above = 0;
            for (int step = 0; step < STEPS; step++) {
                above += Math.exp(evidence[step] - strongest) / total * given[step].probabilityAbove(middle);
            }
            if (above > 1 - probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static Posterior posterior(GroupMean group, double centre, double totalWeight, double between) {
        double own = between / (between + group.variance());
        return new Posterior(
                centre + own * (group.value() - centre),
                own * group.variance() + (1 - own) * (1 - own) / totalWeight,
                own);
    }

    private static double centre(List<GroupMean> groups, double between) {
        double first = groups.get(0).value();
        double sum = 0;
        double weights = 0;
        for (GroupMean group : groups) {
            double weight = 1 / (group.variance() + between);
            sum += weight * (group.value() - first);
            weights += weight;
        }
        return first + sum / weights;
    }

    /** By how much the excess falls for each unit of variance. */
    private static double slope(List<GroupMean> groups, double between) {
        double centre = centre(groups, between);
        double sum = 0;
        for (GroupMean group : groups) {
            double distance = (group.value() - centre) / (group.variance() + between);
            sum += distance * distance;
        }
        return sum;
    }

    private static double excess(List<GroupMean> groups, double between) {
        double centre = centre(groups, between);
        double sum = 0;
        for (GroupMean group : groups) {
            double distance = group.value() - centre;
            sum += distance * distance / (group.variance() + between);
        }
        return sum;
    }
}
