package org.evenkeel.core.statistics.control;

import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * What is usual: the frozen weeks that later weeks are held against. It is set once, and again only by a recorded decision.
 *
 * <p>The deviation is the mean moving range over 1.128, which a slow drift does not swell. The autocorrelation is that of lag 1.
 * Where it is above 0.3 the same people's answers make limits too narrow: individual values then have limits wider by
 * √((1+φ)/(1−φ)), and weighted means and cumulative sums run on what a week adds to the week before it,
 * (x_t−μ) − φ(x_{t−1}−μ), whose deviation is again its mean moving range over 1.128.
 *
 * @param weeks how many weeks it holds
 * @param mean their mean
 * @param movingRange the mean distance of neighbouring weeks
 * @param autocorrelation φ
 * @param deviation of one week
 * @param innovationDeviation of what one week adds to the week before it
 */
public record Baseline(
        int weeks,
        double mean,
        double movingRange,
        double autocorrelation,
        double deviation,
        double innovationDeviation) {
    /** A baseline of fewer weeks has no limits. */
    public static final int FEWEST_WEEKS = 12;

    /** Autocorrelation above this is allowed for. */
    public static final double NOTABLE_AUTOCORRELATION = 0.3;

    private static final double MOST_AUTOCORRELATION = 0.9;

    private static final double RANGE_OF_TWO = 1.128;

    public Baseline {
        Require.that(weeks >= FEWEST_WEEKS, "a baseline needs %s weeks or more. Value given: %s", FEWEST_WEEKS, weeks);
        Require.that(Double.isFinite(mean), "a mean must be a finite number. Value given: %s", mean);
        Require.that(
                movingRange > 0 && deviation > 0 && innovationDeviation > 0,
                "a baseline needs spread. Value given: %s, %s, %s",
                movingRange,
                deviation,
                innovationDeviation);
        Require.that(
                autocorrelation > -1 && autocorrelation < 1,
                "an autocorrelation must lie between -1 and 1. Value given: %s",
                autocorrelation);
    }

    /** The baseline of these teaching weeks, in order; absent for fewer than twelve or where all are the same. */
    public static Fit<Baseline> of(List<Double> teachingWeeks) {
        if (teachingWeeks.size() < FEWEST_WEEKS) {
            return Fit.absent(Absence.SHORT_BASELINE);
        }
        double mean = mean(teachingWeeks);
        double movingRange = movingRange(teachingWeeks);
        if (movingRange == 0) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        double autocorrelation = autocorrelation(teachingWeeks);
        List<Double> innovations = innovations(teachingWeeks, mean, autocorrelation);
        double innovationRange = movingRange(innovations.subList(1, innovations.size()));
        if (innovationRange == 0) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        return Fit.of(new Baseline(
                teachingWeeks.size(),
                mean,
                movingRange,
                autocorrelation,
                movingRange / RANGE_OF_TWO,
                innovationRange / RANGE_OF_TWO));
    }

    /**
     * The same weeks with their autocorrelation as it would be in many: from n weeks it comes out too small by about (1+3φ)/n
     * (Marriott and Pope, Biometrika 41 (1954)), which with twelve is most of what is to be allowed for.
     */
    public Baseline correctedForFewWeeks(List<Double> teachingWeeks) {
        double fewer = Math.max(0, (1 + 3 * autocorrelation) / weeks);
        double corrected = Math.max(autocorrelation, Math.min(MOST_AUTOCORRELATION, autocorrelation + fewer));
        List<Double> innovations = innovations(teachingWeeks, mean, corrected);
        double innovationRange = movingRange(innovations.subList(1, innovations.size()));
        return innovationRange == 0
                ? this
                : new Baseline(weeks, mean, movingRange, corrected, deviation, innovationRange / RANGE_OF_TWO);
    }

    /** Whether neighbouring weeks are so alike that charts allow for it. */
    boolean notable() {
        return autocorrelation > NOTABLE_AUTOCORRELATION;
    }

    /** How much wider the limits of single values are for the resemblance of neighbouring weeks. */
    double widening() {
        return notable() ? Math.sqrt((1 + autocorrelation) / (1 - autocorrelation)) : 1;
    }

    /** What each week adds to the week before it, in standard deviations; the first week stands for itself. */
    List<Double> standardised(List<Double> series) {
        if (!notable()) {
            return series.stream().map(value -> (value - mean) / deviation).toList();
        }
        List<Double> innovations = innovations(series, mean, autocorrelation);
        return innovations.stream().map(value -> value / innovationDeviation).toList();
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value - values.get(0);
        }
        return values.get(0) + sum / values.size();
    }

    private static double movingRange(List<Double> values) {
        double sum = 0;
        for (int i = 1; i < values.size(); i++) {
            sum += Math.abs(values.get(i) - values.get(i - 1));
        }
        return sum / (values.size() - 1);
    }

    private static double autocorrelation(List<Double> values) {
        double mean = mean(values);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.size(); i++) {
            double distance = values.get(i) - mean;
            squares += distance * distance;
            products += i == 0 ? 0 : distance * (values.get(i - 1) - mean);
        }
        return squares == 0 ? 0 : products / squares;
    }

    private static List<Double> innovations(List<Double> values, double mean, double autocorrelation) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> i == 0
                        ? (values.get(0) - mean) * Math.sqrt(1 - autocorrelation * autocorrelation)
                        : values.get(i) - mean - autocorrelation * (values.get(i - 1) - mean))
                .toList();
    }
}
