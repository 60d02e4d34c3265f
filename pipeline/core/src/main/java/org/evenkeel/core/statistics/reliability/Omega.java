package org.evenkeel.core.statistics.reliability;

import static org.evenkeel.core.statistics.algebra.Cholesky.dot;
import static org.evenkeel.core.statistics.algebra.Cholesky.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.algebra.Cholesky;

/**
 * McDonald's omega total of a scale with one factor, over complete answer sheets.
 *
 * <p>ω = (Σλ)²/((Σλ)² + Σθ), with loadings λ and unique variances θ by maximum likelihood: Fisher scoring on the correlations,
 * brought back to the items' own scale. Interval: ω's logit ± 1.96 standard errors by the delta method from the expected
 * information. Assumes one factor and sheets enough for a normal approximation: a hundred or more. Where an item's own variance
 * goes to nothing the model does not hold, and there is no omega. Sources: McDonald, Test Theory (1999); Jöreskog, Psychometrika 32
 * (1967).
 *
 * @param value ω, from 0 to 1
 * @param interval its 95% interval
 * @param loadings in points of each item
 * @param uniqueVariances in squared points of each item
 */
public record Omega(double value, Interval interval, List<Double> loadings, List<Double> uniqueVariances) {
    /** Fewer sheets leave a factor model to chance. */
    public static final long FEWEST_SHEETS = 100;

    private static final double SMALLEST_UNIQUENESS = 0.005;
    private static final double SETTLED = 1e-12;
    private static final int STEPS = 500;
    private static final int HALVINGS = 30;
    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    public Omega {
        loadings = List.copyOf(loadings);
        uniqueVariances = List.copyOf(uniqueVariances);
        Require.that(value >= 0 && value <= 1, "omega must be 0..1. Value given: %s", value);
        Require.that(
                loadings.size() == uniqueVariances.size(),
                "%s loadings need as many unique variances. Value given: %s",
                loadings.size(),
                uniqueVariances.size());
    }

    /** The omega of the scale whose item moments these are, or why there is none. */
    public static Fit<Omega> of(ItemMoments moments) {
        int size = moments.sums().size();
        if (size == 0) {
            return Fit.absent(Absence.ITEMS_NOT_KEPT);
        }
        if (size < 3) {
            return Fit.absent(size == 1 ? Absence.SINGLE_ITEM : Absence.TOO_FEW_ITEMS);
        }
        if (moments.count() < FEWEST_SHEETS) {
            return Fit.absent(Absence.TOO_FEW_COMPLETE);
        }
        double[][] covariances = ItemCovariances.of(moments);
        double[] deviations = new double[size];
        double[][] correlations = new double[size][size];
        for (int i = 0; i < size; i++) {
            if (covariances[i][i] <= 0) {
                return Fit.absent(Absence.NO_SPREAD);
            }
            deviations[i] = Math.sqrt(covariances[i][i]);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                correlations[i][j] = covariances[i][j] / (deviations[i] * deviations[j]);
            }
        }
        return start(correlations)
                .map(start -> fit(correlations, start, deviations, moments.count()))
                .orElseGet(() -> Fit.absent(Absence.EFFECTS_NOT_SEPARABLE));
    }

    /** This omega as an estimate. */
    public Estimate estimate() {
        return new Estimate.Present(value, Optional.of(interval), Target.ANALYTIC, Optional.empty());
    }

    /** One factor: a loading and a unique variance for each item. */
    private static final class Factor {
        private final double[] loadings;
        private final double[] unique;

        Factor(double[] loadings, double[] unique) {
            this.loadings = loadings;
            this.unique = unique;
        }

        double[][] implied() {
            double[][] implied = new double[loadings.length][loadings.length];
            for (int i = 0; i < loadings.length; i++) {
                for (int j = 0; j < loadings.length; j++) {
                    implied[i][j] = loadings[i] * loadings[j] + (i == j ? unique[i] : 0);
                }
            }
            return implied;
        }

        Factor moved(double[] step, double length) {
            int size = loadings.length;
            double[] newLoadings = new double[size];
            double[] newUnique = new double[size];
            for (int i = 0; i < size; i++) {
                newLoadings[i] = loadings[i] - length * step[i];
                newUnique[i] = unique[i] * Math.exp(Math.max(-3, Math.min(3, -length * step[size + i])));
            }
            return new Factor(newLoadings, newUnique);
        }
    }

    private static Fit<Omega> fit(double[][] correlations, Factor start, double[] deviations, long count) {
        Factor factor = start;
        for (int i = 0; i < STEPS; i++) {
            double[][] precision = Cholesky.of(factor.implied()).orElseThrow().inverse();
            double[] gradient = gradient(factor, precision, correlations);
            double[][] information = information(factor, precision);
            Optional<Cholesky> curvature = Cholesky.of(information);
            if (curvature.isEmpty() || smallest(factor.unique) < SMALLEST_UNIQUENESS) {
                return Fit.absent(Absence.IMPROPER_FACTOR);
            }
            double[] step = curvature.get().solve(gradient);
            if (dot(step, gradient) < SETTLED * SETTLED) {
                return Fit.of(omega(factor, deviations, count));
            }
            Optional<Factor> next = improved(factor, step, correlations);
            if (next.isEmpty()) {
                return dot(step, gradient) < SETTLED
                        ? Fit.of(omega(factor, deviations, count))
                        : Fit.absent(Absence.NO_CONVERGENCE);
            }
            factor = next.get();
        }
        return Fit.absent(Absence.NO_CONVERGENCE);
    }

    private static Optional<Factor> improved(Factor factor, double[] step, double[][] correlations) {
        double now = discrepancy(factor, correlations);
        double length = 1;
        for (int i = 0; i < HALVINGS; i++) {
            Factor next = factor.moved(step, length);
            if (discrepancy(next, correlations) < now) {
                return Optional.of(next);
            }
            length /= 2;
        }
        return Optional.empty();
    }

    private static double discrepancy(Factor factor, double[][] correlations) {
        return Cholesky.of(factor.implied())
                .map(implied -> {
                    double sum = implied.logDeterminant();
                    double[][] inverse = implied.inverse();
                    for (int i = 0; i < inverse.length; i++) {
                        sum += dot(inverse[i], correlations[i]);
                    }
                    return sum;
                })
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The slopes of the discrepancy in each loading and in the logarithm of each unique variance. */
    private static double[] gradient(Factor factor, double[][] precision, double[][] correlations) {
        int size = precision.length;
        double[] slopes = new double[2 * size];
        double[] weighted = times(precision, factor.loadings);
        double[] back = times(precision, times(correlations, weighted));
        for (int i = 0; i < size; i++) {
            slopes[i] = 2 * (weighted[i] - back[i]);
            slopes[size + i] =
                    factor.unique[i] * (precision[i][i] - dot(precision[i], times(correlations, precision[i])));
        }
        return slopes;
    }

    private static double[][] information(Factor factor, double[][] precision) {
        int size = precision.length;
        double[] weighted = times(precision, factor.loadings);
        double length = dot(weighted, factor.loadings);
        double[][] information = new double[2 * size][2 * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double unique = factor.unique[j];
                double mixed = 2 * precision[i][j] * weighted[j] * unique;
                information[i][j] = 2 * (weighted[i] * weighted[j] + length * precision[i][j]);
                information[i][size + j] = mixed;
                information[size + j][i] = mixed;
                information[size + i][size + j] = precision[i][j] * precision[i][j] * factor.unique[i] * unique;
            }
        }
        return information;
    }

    private static Omega omega(Factor factor, double[] deviations, long count) {
        int size = deviations.length;
        double[] loadings = new double[size];
        double[] unique = new double[size];
        double sum = 0;
        double own = 0;
        for (int i = 0; i < size; i++) {
            loadings[i] = factor.loadings[i] * deviations[i];
            unique[i] = factor.unique[i] * deviations[i] * deviations[i];
            sum += loadings[i];
            own += unique[i];
        }
        double value = sum * sum / (sum * sum + own);
        double[] slopes = new double[2 * size];
        for (int i = 0; i < size; i++) {
            // The slopes of ω's logit, 2·log|Σλ| − log Σθ, in each loading and in the logarithm of each unique
            // variance.
            slopes[i] = 2 / sum;
            slopes[size + i] = -unique[i] / own;
        }
        Factor raw = new Factor(loadings, unique);
        double[][] precision = Cholesky.of(raw.implied()).orElseThrow().inverse();
        double variance = Cholesky.of(information(raw, precision))
                .map(information -> 2.0 / count * dot(slopes, information.solve(slopes)))
                .orElseThrow();
        double logit = Math.log(value / (1 - value));
        double half = Z * Math.sqrt(variance);
        double sign = sum < 0 ? -1 : 1;
        List<Double> shown = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            shown.add(sign * loadings[i]);
            variances.add(unique[i]);
        }
        return new Omega(value, new Interval(expit(logit - half), expit(logit + half)), shown, variances);
    }

    private static double expit(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private static double smallest(double[] values) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** Unique variances from each item's regression on the others, loadings from the first principal axis of what is left. */
    private static Optional<Factor> start(double[][] correlations) {
        return Cholesky.of(correlations).map(factor -> {
            int size = correlations.length;
            double[][] inverse = factor.inverse();
            double[] unique = new double[size];
            double[] axis = new double[size];
            for (int i = 0; i < size; i++) {
                unique[i] = (1 - 0.5 / size) / inverse[i][i];
                axis[i] = 1 / Math.sqrt(unique[i]);
            }
            double root = 1;
            for (int turn = 0; turn < 200; turn++) {
                double[] next = new double[size];
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        next[i] += correlations[i][j] / Math.sqrt(unique[i] * unique[j]) * axis[j];
                    }
                }
                root = Math.sqrt(dot(next, next));
                for (int i = 0; i < size; i++) {
                    axis[i] = next[i] / root;
                }
            }
            double[] loadings = new double[size];
            for (int i = 0; i < size; i++) {
                loadings[i] = axis[i] * Math.sqrt(unique[i] * Math.max(0.05, root - 1));
            }
            return new Factor(loadings, unique);
        });
    }
}
