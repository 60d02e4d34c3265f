package org.evenkeel.core.statistics.pooling;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.evenkeel.core.problem.Require;

/**
 * How the true shares of exchangeable groups are spread: a beta distribution fitted to them.
 *
 * <p>Model: xᵢ ~ beta-binomial(nᵢ; α, β), by maximum likelihood over groups of ten or more respondents, in the mean
 * m = α/(α+β) and the looseness θ = 1/(α+β): the likelihood of a group is Πⱼ(m+jθ)·Πⱼ(1−m+jθ)/Πⱼ(1+jθ), which stays
 * regular where the groups do not differ (θ = 0). Two limits keep the prior usable: groups that do not differ keep the floor of
 * {@link PooledMeans#BETWEEN_FLOOR} (a between-group variance of 0.0025·m(1−m)), and no prior is looser than Jeffreys'. Where
 * nobody or everybody is at risk, m is (x+½)/(n+1). Fewer than two such groups leave Jeffreys' prior. Sources: Griffiths,
 * Biometrics 29 (1973); Skellam, JRSS B 10 (1948).
 *
 * @param alpha first parameter
 * @param beta second parameter
 * @param basis where they come from
 */
public record SharePrior(double alpha, double beta, Basis basis) {
    /** Groups of fewer respondents do not shape the prior. */
    public static final long FEWEST_RESPONDENTS = 10;

    private static final double LOOSEST = 1;
    private static final double TIGHTEST = 1e-9;
    private static final double FLOOR = PooledMeans.BETWEEN_FLOOR / (1 - PooledMeans.BETWEEN_FLOOR);
    private static final int GRID = 60;
    private static final int POLISHING_STEPS = 200;

    /** Where a prior comes from. */
    public enum Basis {
        /** From the groups. */
        FITTED,
        /** The groups differ by less than the floor. */
        FLOORED,
        /** Too few groups: Jeffreys' prior. */
        JEFFREYS
    }

    public SharePrior {
        Require.that(
                Double.isFinite(alpha) && Double.isFinite(beta) && alpha > 0 && beta > 0,
                "a prior needs parameters above 0. Value given: %s, %s",
                alpha,
                beta);
    }

    /** Jeffreys' prior: Beta(½, ½). */
    public static SharePrior jeffreys() {
        return new SharePrior(0.5, 0.5, Basis.JEFFREYS);
    }

    /** The prior that these groups fit best. */
    public static SharePrior of(List<GroupShare> groups) {
        List<GroupShare> large = groups.stream()
                .filter(group -> group.count() >= FEWEST_RESPONDENTS)
                .toList();
        if (large.size() < 2) {
            return jeffreys();
        }
        long atRisk = large.stream().mapToLong(GroupShare::atRisk).sum();
        long count = large.stream().mapToLong(GroupShare::count).sum();
        if (atRisk == 0 || atRisk == count) {
            return of((atRisk + 0.5) / (count + 1.0), FLOOR, Basis.FLOORED);
        }
        double loose = looseness(large);
        return loose <= FLOOR
                ? of(likeliestMean(large, FLOOR), FLOOR, Basis.FLOORED)
                : of(likeliestMean(large, loose), loose, Basis.FITTED);
    }

    /** The prior's mean share. */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** The number of respondents the prior counts for. */
    public double strength() {
        return alpha + beta;
    }

    /** What is known of one group after its answers. */
    public SharePosterior after(GroupShare group) {
        return new SharePosterior(group, this);
    }

    /** The log-likelihood of the groups, without its constant. */
    public double logLikelihood(List<GroupShare> groups) {
        return logLikelihood(groups, mean(), 1 / strength());
    }

    /** The distribution of the groups' true shares. */
    public BetaDistribution distribution() {
        return BetaDistribution.of(alpha, beta);
    }

    private static SharePrior of(double mean, double loose, Basis basis) {
        return new SharePrior(mean / loose, (1 - mean) / loose, basis);
    }

    /** The looseness of greatest profile likelihood: the best of a grid, then the root of its slope around that. */
    private static double looseness(List<GroupShare> groups) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double loose = onGrid(i);
            double likelihood = logLikelihood(groups, likeliestMean(groups, loose), loose);
            if (likelihood > highest) {
                highest = likelihood;
                best = i;
            }
        }
        if (best == 0 || best == GRID) {
            return onGrid(best);
        }
        double low = onGrid(best - 1);
        double high = onGrid(best + 1);
        for (int i = 0; i < POLISHING_STEPS; i++) {
            double middle = (low + high) / 2;
            if (slopeInLooseness(groups, likeliestMean(groups, middle), middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double onGrid(int i) {
        return TIGHTEST * Math.pow(LOOSEST / TIGHTEST, (double) i / GRID);
    }

    /** The mean of greatest likelihood at a given looseness: the likelihood is concave in it. */
    private static double likeliestMean(List<GroupShare> groups, double loose) {
        double low = 0;
        double high = 1;
        for (double middle = 0.5; low < middle && middle < high; middle = (low + high) / 2) {
            if (slopeInMean(groups, middle, loose) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double logLikelihood(List<GroupShare> groups, double mean, double loose) {
        double sum = 0;
        for (GroupShare group : groups) {
            for (long j = 0; j < group.atRisk(); j++) {
                sum += Math.log(mean + j * loose);
            }
            for (long j = 0; j < group.count() - group.atRisk(); j++) {
                sum += Math.log(1 - mean + j * loose);
            }
            for (long j = 0; j < group.count(); j++) {
                sum -= Math.log1p(j * loose);
            }
        }
        return sum;
    }

    private static double slopeInMean(List<GroupShare> groups, double mean, double loose) {
        double sum = 0;
        for (GroupShare group : groups) {
            for (long j = 0; j < group.atRisk(); j++) {
                sum += 1 / (mean + j * loose);
            }
            for (long j = 0; j < group.count() - group.atRisk(); j++) {
                sum -= 1 / (1 - mean + j * loose);
            }
        }
        return sum;
    }

    private static double slopeInLooseness(List<GroupShare> groups, double mean, double loose) {
        double sum = 0;
        for (GroupShare group : groups) {
            for (long j = 0; j < group.atRisk(); j++) {
                sum += j / (mean + j * loose);
            }
            for (long j = 0; j < group.count() - group.atRisk(); j++) {
                sum += j / (1 - mean + j * loose);
            }
            for (long j = 0; j < group.count(); j++) {
                sum -= j / (1 + j * loose);
            }
        }
        return sum;
    }
}
