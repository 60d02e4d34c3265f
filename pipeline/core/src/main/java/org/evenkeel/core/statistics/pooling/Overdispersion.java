package org.evenkeel.core.statistics.pooling;

import java.util.Arrays;
import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * By how much groups differ beyond what chance explains.
 *
 * <p>z = (y−θ₀)/s; φ is the mean of z² after values beyond the 10% and 90% quantiles (type 7) are drawn in to them. Where
 * kφ ≤ k−1 there is none; else the variance between groups is τ² = (kφ−(k−1))/(Σw−Σw²/Σw), w = 1/s², which without drawing in
 * is DerSimonian and Laird's. Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 *
 * @param factor φ after drawing in
 * @param rawFactor φ before
 * @param lowest values of z below this were drawn in to it
 * @param highest values of z above this were drawn in to it
 * @param variance τ², 0 or more, on the scale of the values
 */
public record Overdispersion(double factor, double rawFactor, double lowest, double highest, double variance) {
    private static final double DRAWN_IN = 0.1;

    public Overdispersion {
        Require.that(variance >= 0, "a variance must be 0 or more. Value given: %s", variance);
    }

    /** The overdispersion of values around a target, with their standard errors, all above 0. */
    public static Overdispersion of(List<Double> values, List<Double> errors, double target) {
        int k = values.size();
        double[] z = new double[k];
        double weights = 0;
        double squares = 0;
        for (int i = 0; i < k; i++) {
            double error = errors.get(i);
            Require.that(error > 0, "a standard error must be above 0. Value given: %s", error);
            z[i] = (values.get(i) - target) / error;
            double weight = 1 / (error * error);
            weights += weight;
            squares += weight * weight;
        }
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double lowest = quantile(sorted, DRAWN_IN);
        double highest = quantile(sorted, 1 - DRAWN_IN);
        double raw = 0;
        double drawnIn = 0;
        for (double value : z) {
            double inside = Math.max(lowest, Math.min(highest, value));
            raw += value * value / k;
            drawnIn += inside * inside / k;
        }
        double excess = k * drawnIn - (k - 1);
        double variance = excess <= 0 ? 0 : excess / (weights - squares / weights);
        return new Overdispersion(drawnIn, raw, lowest, highest, variance);
    }

    private static double quantile(double[] sorted, double probability) {
        double place = (sorted.length - 1) * probability;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
