package org.evenkeel.core.statistics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Fit;

/**
 * Means under weights that agree with headcounts, with linearised standard errors.
 *
 * <p>Estimate: Σwy/Σw over the respondents. Variance: of the residuals e = w·(y − estimate)/Σw that the margins
 * leave unexplained (least squares on the categories of every margin), (1−f)·n/(n−1)·Σ(e−ē)² in each stratum, with f = n/N for
 * a descriptive target and 0 otherwise; degrees of freedom are respondents less strata. Intervals also pay for what the margins
 * explain: the error grows by √(ν/(ν−q)) on ν−q degrees of freedom, q being the categories of the margins beyond the first of
 * each and beyond the strata; without that, 50 respondents raked to 5 categories are covered too seldom.
 * Assumes response at random as the {@link Sampling} says. In points. Sources:
 * Deville and Särndal, JASA 87 (1992) 376–382; Binder, International Statistical Review 51 (1983) 279–292.
 */
public final class WeightedEstimates {
    private static final int MOST_SWEEPS = 1000;
    private static final double SWEPT = 1e-14;

    private final Weights weights;
    private final Sampling sampling;

    private WeightedEstimates(Weights weights, Sampling sampling) {
        this.weights = weights;
        this.sampling = sampling;
        Require.that(
                sampling.within().isEmpty()
                        || sampling.within().getAsInt() < weights.margins().size(),
                "a margin's place must be below %s. Value given: %s",
                weights.margins().size(),
                sampling.within());
    }

    /**
     * A weighted mean.
     *
     * @param estimate the mean and its standard error
     * @param designEffect its variance in units of that of as many respondents at random from all students
     * @param explained categories of the margins that cost degrees of freedom
     */
    public record Linearised(Difference estimate, double designEffect, long explained) {
        public Linearised {
            Require.that(
                    explained >= 0 && explained < estimate.degreesOfFreedom(),
                    "explained categories must be 0 or more and below %s. Value given: %s",
                    estimate.degreesOfFreedom(),
                    explained);
        }

        /** The estimate with the error that intervals are made of. */
        public Difference forIntervals() {
            double degrees = estimate.degreesOfFreedom();
            double left = degrees - explained;
            return new Difference(estimate.value(), estimate.standardError() * Math.sqrt(degrees / left), left);
        }
    }

    /** Estimates under these weights. */
    public static WeightedEstimates of(Weights weights, Sampling sampling) {
        return new WeightedEstimates(weights, sampling);
    }

    /** The weighted mean with its standard error. */
    public Fit<Linearised> mean() {
        List<WeightingCell> cells = weights.cells();
        int size = cells.size();
        double people = 0;
        double sum = 0;
        for (int c = 0; c < size; c++) {
            double heft = cells.get(c).count() * weights.each().get(c);
            people += heft;
            sum += heft * cells.get(c).mean();
        }
        double estimate = sum / people;
        double[] residuals = new double[size];
        double spread = 0;
        for (int c = 0; c < size; c++) {
            residuals[c] = cells.get(c).mean() - estimate;
            spread += weights.each().get(c)
                    * (squares(cells.get(c)) + cells.get(c).count() * residuals[c] * residuals[c]);
        }
        sweep(residuals);
        List<List<Integer>> strata = strata();
        long explained = explained();
        if (weights.respondents() - strata.size() <= explained) {
            return Fit.absent(Absence.TOO_FEW_ANSWERS);
        }
        double variance = 0;
        for (List<Integer> stratum : strata) {
            long count = stratum.stream().mapToLong(c -> cells.get(c).count()).sum();
            if (count < 2) {
                return Fit.absent(Absence.ONE_RESPONDENT);
            }
            variance += uncertainShare(stratum, count)
                    * count
                    / (count - 1.0)
                    * sumOfSquares(stratum, residuals, count)
                    / (people * people);
        }
        double n = weights.respondents();
        double population = weights.sum();
        double atRandom = spread / population * n / (n - 1) * (population - n) / (population * n);
        return Fit.of(new Linearised(
                new Difference(estimate, Math.sqrt(variance), n - strata.size()),
                atRandom > 0 ? variance / atRandom : 1,
                explained));
    }

    /** The weighted residuals' squares about their mean over the people of a stratum. */
    private double sumOfSquares(List<Integer> stratum, double[] residuals, long count) {
        double sum = 0;
        for (int c : stratum) {
            sum += weights.cells().get(c).count() * weights.each().get(c) * residuals[c];
        }
        double mean = sum / count;
        double squares = 0;
        for (int c : stratum) {
            double weight = weights.each().get(c);
            double distance = weight * residuals[c] - mean;
            squares += weight * weight * squares(weights.cells().get(c))
                    + weights.cells().get(c).count() * distance * distance;
        }
        return squares;
    }

    /** The squared distances of a cell's respondents from their mean. */
    private static double squares(WeightingCell cell) {
        return cell.variance() * (cell.count() - 1);
    }

    /** Takes out of the cells' residuals what the categories of the margins explain. */
    private void sweep(double[] residuals) {
        double scale = 0;
        for (double residual : residuals) {
            scale = Math.max(scale, Math.abs(residual));
        }
        double largest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_SWEEPS && largest > SWEPT * scale; round++) {
            largest = 0;
            for (int margin = 0; margin < weights.margins().size(); margin++) {
                for (List<Integer> category : categories(margin)) {
                    double sum = 0;
                    double count = 0;
                    for (int c : category) {
                        sum += weights.cells().get(c).count() * residuals[c];
                        count += weights.cells().get(c).count();
                    }
                    double mean = sum / count;
                    largest = Math.max(largest, Math.abs(mean));
                    category.forEach(c -> residuals[c] -= mean);
                }
            }
        }
    }

    private long explained() {
        long explained = 0;
        for (int margin = 0; margin < weights.margins().size(); margin++) {
            boolean stratum = sampling.within().isPresent() && sampling.within().getAsInt() == margin;
            explained += stratum ? 0 : categories(margin).size() - 1;
        }
        return explained;
    }

    private List<List<Integer>> strata() {
        return sampling.within().isPresent()
                ? categories(sampling.within().getAsInt())
                : List.of(IntStream.range(0, weights.cells().size()).boxed().toList());
    }

    private List<List<Integer>> categories(int margin) {
        List<List<Integer>> categories = new ArrayList<>();
        for (String category : weights.margins().get(margin).students().keySet()) {
            List<Integer> cells = new ArrayList<>();
            for (int c = 0; c < weights.cells().size(); c++) {
                if (weights.cells().get(c).categories().get(margin).equals(category)) {
                    cells.add(c);
                }
            }
            if (!cells.isEmpty()) {
                categories.add(cells);
            }
        }
        return categories;
    }

    private double uncertainShare(List<Integer> stratum, long count) {
        return switch (sampling.target()) {
            case ANALYTIC -> 1;
            case DESCRIPTIVE -> 1 - count / students(stratum);
        };
    }

    private double students(List<Integer> stratum) {
        if (sampling.within().isEmpty()) {
            return weights.margins().get(0).total();
        }
        int margin = sampling.within().getAsInt();
        return weights.margins()
                .get(margin)
                .of(weights.cells().get(stratum.get(0)).categories().get(margin));
    }
}
