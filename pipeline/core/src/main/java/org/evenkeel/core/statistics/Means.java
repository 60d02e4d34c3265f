package org.evenkeel.core.statistics;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;

/**
 * The mean of a group and its t interval.
 *
 * <p>Estimate: ȳ. Interval: ȳ ± t(n−1, .975)·√((1−f)·s²/n), with f = n/N when the whole population of N was asked and
 * f = 0 otherwise, cut to the range of the score. Assumes that those who did not answer are like those who did; the
 * correction removes sampling error, never non-response bias. In points of the score. Source: Cochran, Sampling
 * Techniques, 3rd ed., ch. 2.
 */
public final class Means {
    private Means() {}

    /** The mean with its interval; the population is given only where it may be used. */
    public static Estimate mean(Moments moments, Lattice lattice, OptionalLong population) {
        OptionalDouble mean = Spread.mean(moments, lattice);
        if (mean.isEmpty()) {
            return Estimate.absent(Absence.NO_RESPONDENTS);
        }
        if (population.isPresent() && population.getAsLong() < moments.count()) {
            return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        OptionalDouble variance = Spread.variance(moments, lattice);
        Optional<Interval> interval = variance.isEmpty()
                ? Optional.empty()
                : Optional.of(interval(mean.getAsDouble(), variance.getAsDouble(), moments.count(), population)
                        .within(lattice.lowestPoints(), lattice.highestPoints()));
        return new Estimate.Present(mean.getAsDouble(), interval, target(population), Optional.empty());
    }

    /** The sample standard deviation, without an interval. */
    public static Estimate standardDeviation(Moments moments, Lattice lattice) {
        OptionalDouble variance = Spread.variance(moments, lattice);
        return variance.isEmpty()
                ? Estimate.absent(moments.count() == 0 ? Absence.NO_RESPONDENTS : Absence.ONE_RESPONDENT)
                : Estimate.exactly(Math.sqrt(variance.getAsDouble()));
    }

    static Target target(OptionalLong population) {
        return population.isPresent() ? Target.DESCRIPTIVE : Target.ANALYTIC;
    }

    /** The share of the population that is still uncertain: 1 − n/N, or 1 where the population is not used. */
    static double uncertainShare(long count, OptionalLong population) {
        return population.isPresent() ? Math.max(0, 1 - (double) count / population.getAsLong()) : 1;
    }

    private static Interval interval(double mean, double variance, long count, OptionalLong population) {
        double error = Math.sqrt(uncertainShare(count, population) * variance / count);
        double quantile = TDistribution.of(count - 1.0).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);
        return new Interval(mean - quantile * error, mean + quantile * error);
    }
}
