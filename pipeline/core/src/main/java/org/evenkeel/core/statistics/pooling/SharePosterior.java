package org.evenkeel.core.statistics.pooling;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Interval;

/**
 * What is known of the share at risk of one group after its answers.
 *
 * <p>With a population of N of whom n answered and x are at risk, those who did not answer hold
 * U ~ beta-binomial(N−n; α+x, β+n−x) people at risk, and the share is (x+U)/N: full response leaves no doubt. Without a
 * population the share is Beta(α+x, β+n−x). Assumes that those who did not answer are like those who did.
 *
 * @param group what was answered
 * @param prior what the groups beside it say
 */
public record SharePosterior(GroupShare group, SharePrior prior) {
    private static final double TAIL = (1 - Interval.LEVEL) / 2;
    private static final double ROUNDING = 1e-9;

    /** The expected share. */
    public double mean() {
        double expected = first() / (first() + second());
        return group.population().isEmpty()
                ? expected
                : (group.atRisk() + unseen() * expected) / group.population().getAsLong();
    }

    /** The middle 95% of the distribution. */
    public Interval interval() {
        if (group.population().isEmpty()) {
            return new Interval(beta().inverseCumulativeProbability(TAIL), beta().inverseSurvivalProbability(TAIL));
        }
        double[] weights = unseenAtRisk();
        return new Interval(quantile(weights, TAIL), quantile(weights, 1 - TAIL));
    }

    /** The probability that more than this share is at risk. */
    public double probabilityAbove(double share) {
        Require.that(share >= 0 && share <= 1, "a share must be 0..1. Value given: %s", share);
        if (group.population().isEmpty()) {
            return beta().survivalProbability(share);
        }
        double[] weights = unseenAtRisk();
        double limit = share * group.population().getAsLong() + ROUNDING;
        double sum = 0;
        for (int u = weights.length - 1; u >= 0 && group.atRisk() + u > limit; u--) {
            sum += weights[u];
        }
        return Math.min(1, sum);
    }

    private double first() {
        return prior.alpha() + group.atRisk();
    }

    private double second() {
        return prior.beta() + group.count() - group.atRisk();
    }

    private BetaDistribution beta() {
        return BetaDistribution.of(first(), second());
    }

    private long unseen() {
        return group.population().orElseThrow() - group.count();
    }

    private double quantile(double[] weights, double probability) {
        double sum = 0;
        int u = 0;
        while (u < weights.length - 1 && (sum += weights[u]) < probability) {
            u++;
        }
        return (double) (group.atRisk() + u) / group.population().getAsLong();
    }

    /** The probabilities of 0, 1, … people at risk among those who did not answer. */
    private double[] unseenAtRisk() {
        int people = Math.toIntExact(unseen());
        double[] weights = new double[people + 1];
        double highest = 0;
        for (int u = 0; u < people; u++) {
            weights[u + 1] =
                    weights[u] + Math.log((people - u) / (u + 1.0) * (first() + u) / (second() + people - u - 1));
            highest = Math.max(highest, weights[u + 1]);
        }
        double total = 0;
        for (int u = 0; u <= people; u++) {
            weights[u] = Math.exp(weights[u] - highest);
            total += weights[u];
        }
        for (int u = 0; u <= people; u++) {
            weights[u] /= total;
        }
        return weights;
    }
}
