package org.evenkeel.core.statistics.interval;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;

/**
 * Quantiles of the scores of a large group.
 *
 * <p>Estimate: Hyndman and Fan's type 7, between the order statistics around rank (n−1)·p + 1. Interval: from one order
 * statistic to another, chosen by the number of respondents at or below the quantile: binomial, or hypergeometric where the
 * group is a finite population, with at most 2.5% beyond each end. No assumption about the distribution of scores; because
 * scores tie and ranks are whole numbers, it covers 95% or more. In points, on the steps of the score. Sources: Hyndman and
 * Fan, The American Statistician 50 (1996) 361–365; Conover, Practical Nonparametric Statistics, 3rd ed., 3.2.
 */
public final class Quantiles {
    /** Quantiles of fewer respondents are not given. */
    public static final long FEWEST_RESPONDENTS = 50;

    private static final double TAIL = (1 - Interval.LEVEL) / 2;

    private Quantiles() {}

    /** A quantile of a group; the population is given only where it may be used. */
    public static Estimate quantile(Histogram histogram, Lattice lattice, double probability, OptionalLong population) {
        Require.that(
                probability > 0 && probability < 1, "a quantile must be between 0 and 1. Value given: %s", probability);
        long n = histogram.counts().values().stream().mapToLong(Long::longValue).sum();
        if (n < FEWEST_RESPONDENTS) {
            return Estimate.absent(n == 0 ? Absence.NO_RESPONDENTS : Absence.TOO_FEW_ANSWERS);
        }
        if (population.isPresent() && population.getAsLong() < n) {
            return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        return new Estimate.Present(
                typeSeven(histogram, lattice, probability, n),
                Optional.of(interval(histogram, lattice, probability, n, population)),
                population.isPresent() ? Target.DESCRIPTIVE : Target.ANALYTIC,
                Optional.empty());
    }

    private static double typeSeven(Histogram histogram, Lattice lattice, double probability, long n) {
        double place = (n - 1) * probability;
        long below = (long) Math.floor(place);
        double lower = ranked(histogram, lattice, below + 1);
        double upper = ranked(histogram, lattice, Math.min(n, below + 2));
        return lower + (place - below) * (upper - lower);
    }

    private static Interval interval(
            Histogram histogram, Lattice lattice, double probability, long n, OptionalLong population) {
        long lower = first(atMost(n, probability, population, Neighbour.BELOW), n, TAIL);
        long upper = first(atMost(n, probability, population, Neighbour.ABOVE), n, 1 - TAIL) + 1;
        return new Interval(
                lower < 1 ? lattice.lowestPoints() : ranked(histogram, lattice, lower),
                upper > n ? lattice.highestPoints() : ranked(histogram, lattice, upper));
    }

    /** How likely at most so many respondents are at or below the quantile's lower, or below its upper neighbour. */
    private static LongToDoubleFunction atMost(
            long n, double probability, OptionalLong population, Neighbour neighbour) {
        int size = Math.toIntExact(n);
        if (population.isEmpty()) {
            BinomialDistribution below = BinomialDistribution.of(size, probability);
            return count -> below.cumulativeProbability((int) count);
        }
        int people = Math.toIntExact(population.getAsLong());
        double place = (people - 1) * probability;
        int counted = switch (neighbour) {
            case BELOW -> (int) Math.floor(place) + 1;
            case ABOVE -> (int) Math.ceil(place);
        };
        HypergeometricDistribution below = HypergeometricDistribution.of(people, counted, size);
        return count -> below.cumulativeProbability((int) count);
    }

    /** The two ordered scores of a population between which its quantile lies. */
    private enum Neighbour {
        BELOW,
        ABOVE
    }

    /** The fewest respondents whose probability of not being exceeded passes a limit. */
    private static long first(LongToDoubleFunction atMost, long n, double limit) {
        long low = 0;
        long high = n;
        while (low < high) {
            long middle = (low + high) / 2;
            if (atMost.applyAsDouble(middle) > limit) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The score of this rank, counted from 1 at the lowest. */
    private static double ranked(Histogram histogram, Lattice lattice, long rank) {
        long before = 0;
        for (Map.Entry<Integer, Long> step : histogram.counts().entrySet()) {
            before += step.getValue();
            if (before >= rank) {
                return lattice.points(lattice.lowest() + (double) step.getKey() * lattice.step());
            }
        }
        throw new IllegalArgumentException("no respondent of rank " + rank);
    }
}
