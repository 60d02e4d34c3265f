package org.evenkeel.core.statistics.change;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;

/**
 * Differences in standard deviations.
 *
 * <p>Hedges' g of two separate groups: J·(ȳ₂−ȳ₁)/s with s the pooled standard deviation on ν = n₁+n₂−2 degrees of freedom
 * and J(ν) = Γ(ν/2)/(√(ν/2)·Γ((ν−1)/2)); variance (n₁+n₂)/(n₁n₂) + g²/(2(n₁+n₂)), interval g ± 1.96·√variance. Assumes
 * about normal scores of about equal spread.
 * Sources: Hedges, Journal of Educational Statistics 6 (1981) 107–128; Cumming, Understanding the New Statistics (2012), ch. 11.
 */
public final class EffectSizes {
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    private EffectSizes() {}

    /**
     * Hedges' g.
     *
     * @param value g
     * @param variance of its error
     */
    public record Standardised(double value, double variance) {
        public Standardised {
            Require.that(Double.isFinite(value), "an effect size must be a finite number. Value given: %s", value);
            Require.that(variance >= 0, "a variance must be 0 or more. Value given: %s", variance);
        }

        /** Its 95% interval. */
        public Interval interval() {
            double half = Z * Math.sqrt(variance);
            return new Interval(value - half, value + half);
        }
    }

    /** By how many standard deviations the second of two separate groups is above the first. */
    public static Fit<Standardised> hedges(Moments first, Moments second, Lattice lattice) {
        if (first.count() == 0 || second.count() == 0) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        double n1 = first.count();
        double n2 = second.count();
        double degrees = n1 + n2 - 2;
        if (degrees < 2) {
            return Fit.absent(Absence.ONE_RESPONDENT);
        }
        double squares = Spread.variance(first, lattice).orElse(0) * (n1 - 1)
                + Spread.variance(second, lattice).orElse(0) * (n2 - 1);
        if (squares <= 0) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        double difference = Spread.mean(second, lattice).orElseThrow()
                - Spread.mean(first, lattice).orElseThrow();
        double g = correction(degrees) * difference / Math.sqrt(squares / degrees);
        return Fit.of(new Standardised(g, (n1 + n2) / (n1 * n2) + g * g / (2 * (n1 + n2))));
    }

    /**
     * What is known of the scores of a group.
     *
     * @param count how many there are
     * @param deviation their standard deviation
     */
    public record Scores(long count, double deviation) {
        public Scores {
            Require.that(count >= 1, "a spread needs 1 respondent or more. Value given: %s", count);
            Require.that(deviation >= 0, "a standard deviation must be 0 or more. Value given: %s", deviation);
        }

        private double squares() {
            return (count - 1) * deviation * deviation;
        }
    }

    /** The standard deviation within two groups together. */
    public static double pooled(Scores first, Scores second) {
        return Math.sqrt((first.squares() + second.squares()) / Math.max(1, first.count() + second.count() - 2));
    }

    /**
     * A difference between two groups, with its own interval, in standard deviations within them: J·d/s. Its interval is that of
     * the difference over s; what comes of other people also has the doubt about s itself, g²/(2(n₁+n₂)) as in Hedges' variance.
     * For separate groups with an interval of d ± 1.96·s·√(1/n₁+1/n₂) that is Hedges' interval.
     */
    public static Estimate standardised(
            double difference, Optional<Interval> interval, Scores first, Scores second, Target target) {
        double people = (double) first.count() + second.count();
        if (people < 4) {
            return Estimate.absent(Absence.ONE_RESPONDENT);
        }
        double deviation = pooled(first, second);
        if (deviation <= 0) {
            return Estimate.absent(Absence.NO_SPREAD);
        }
        double g = correction(people - 2) * difference / deviation;
        double ofSpread = switch (target) {
            case DESCRIPTIVE -> 0;
            case ANALYTIC -> Z * Z * g * g / (2 * people);
        };
        return new Estimate.Present(
                g,
                interval.map(ends -> new Interval(
                        g - half(difference - ends.lower(), deviation, ofSpread),
                        g + half(ends.upper() - difference, deviation, ofSpread))),
                target,
                Optional.empty());
    }

    private static double half(double half, double deviation, double ofSpread) {
        double own = half / deviation;
        return Math.sqrt(own * own + ofSpread);
    }

    /** Hedges' exact correction for small samples, by the height of the t density at 0, which is the same ratio of gammas. */
    public static double correction(double degreesOfFreedom) {
        Require.that(
                degreesOfFreedom > 1,
                "Hedges' correction needs more than 1 degree of freedom. Value given: %s",
                degreesOfFreedom);
        double others = degreesOfFreedom - 1;
        return TDistribution.of(others).density(0) * Math.sqrt(others * Math.PI) / Math.sqrt(degreesOfFreedom / 2);
    }
}
