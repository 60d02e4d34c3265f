package org.evenkeel.core.statistics.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * Weights under which the respondents agree with the headcounts by each attribute (iterative proportional fitting).
 *
 * <p>All weights start equal; each margin in turn multiplies them by students over summed weights, until the largest
 * relative difference of any category is negligible. Weights outside 0.3 to 3 medians are then cut to that range and raked
 * once more. One margin alone is post-stratification. Assumes that within categories those who answered are like those who
 * did not, and that response depends on the attributes without interaction. Refused, never forced: headcounts with different
 * totals or below the respondents, a category with students and no respondents, no agreement after {@link #MOST_ROUNDS}
 * rounds, fewer than {@link #FEWEST_RESPONDENTS} respondents. Weights are students per respondent. Source: Deming and
 * Stephan, Annals of Mathematical Statistics 11 (1940) 427–444.
 */
public final class Raking {
    /** Fewer respondents are not weighted. */
    public static final long FEWEST_RESPONDENTS = 30;

    /** Weights that still disagree after this many rounds are refused. */
    public static final int MOST_ROUNDS = 200;

    /** Larger relative differences to a headcount count as disagreement. */
    public static final double AGREEMENT = 1e-6;

    private static final double LOWEST_TO_MEDIAN = 0.3;
    private static final double HIGHEST_TO_MEDIAN = 3;
    private static final double EXACT = 1e-13;
    private static final double SAME_TOTAL = 1e-9;

    private Raking() {}

    /** The weights of these cells, whose categories are in the order of the margins. */
    public static Fit<Weights> rake(List<WeightingCell> cells, List<Margin> margins) {
        Require.that(!margins.isEmpty(), "raking needs at least %s margin", 1);
        for (WeightingCell cell : cells) {
            Require.that(
                    cell.categories().size() == margins.size(),
                    "a cell needs a category of each of %s margins. Value given: %s",
                    margins.size(),
                    cell.categories().size());
        }
        List<WeightingCell> answered =
                cells.stream().filter(cell -> cell.count() > 0).toList();
        Optional<Absence> refusal = refusal(answered, margins);
        if (refusal.isPresent()) {
            return Fit.absent(refusal.get());
        }
        double[] weights = new double[answered.size()];
        long respondents = answered.stream().mapToLong(WeightingCell::count).sum();
        Arrays.fill(weights, margins.get(0).total() / respondents);
        List<int[]> places = new ArrayList<>();
        List<double[]> students = new ArrayList<>();
        index(answered, margins, places, students);
        if (!fit(answered, places, students, weights)) {
            return Fit.absent(Absence.NO_CONVERGENCE);
        }
        double median = Weights.median(answered, boxed(weights));
        if (trim(weights, median) && !fit(answered, places, students, weights)) {
            return Fit.absent(Absence.NO_CONVERGENCE);
        }
        return Fit.of(new Weights(answered, boxed(weights), margins));
    }

    private static Optional<Absence> refusal(List<WeightingCell> cells, List<Margin> margins) {
        long respondents = cells.stream().mapToLong(WeightingCell::count).sum();
        if (respondents == 0) {
            return Optional.of(Absence.NO_RESPONDENTS);
        }
        double total = margins.get(0).total();
        if (margins.stream().anyMatch(margin -> Math.abs(margin.total() - total) > SAME_TOTAL * total)) {
            return Optional.of(Absence.CONTRADICTORY_MARGINS);
        }
        for (int place = 0; place < margins.size(); place++) {
            Map<String, Long> answered = new TreeMap<>();
            for (WeightingCell cell : cells) {
                answered.merge(cell.categories().get(place), cell.count(), Long::sum);
            }
            Margin margin = margins.get(place);
            if (margin.students().entrySet().stream()
                    .anyMatch(entry -> entry.getValue() > 0 && !answered.containsKey(entry.getKey()))) {
                return Optional.of(Absence.NOBODY_IN_CATEGORY);
            }
            for (Map.Entry<String, Long> category : answered.entrySet()) {
                if (!margin.students().containsKey(category.getKey())) {
                    return Optional.of(Absence.NO_HEADCOUNT);
                }
                if (margin.of(category.getKey()) < category.getValue()) {
                    return Optional.of(Absence.HEADCOUNT_BELOW_RESPONDENTS);
                }
            }
        }
        return respondents < FEWEST_RESPONDENTS ? Optional.of(Absence.TOO_FEW_ANSWERS) : Optional.empty();
    }

    /** Numbers the categories of each margin that have students. */
    private static void index(
            List<WeightingCell> cells, List<Margin> margins, List<int[]> places, List<double[]> students) {
        for (int margin = 0; margin < margins.size(); margin++) {
            List<String> categories = margins.get(margin).students().entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            int at = margin;
            places.add(cells.stream()
                    .mapToInt(cell -> categories.indexOf(cell.categories().get(at)))
                    .toArray());
            students.add(categories.stream()
                    .mapToDouble(category -> margins.get(at).of(category))
                    .toArray());
        }
    }

    private static boolean fit(
            List<WeightingCell> cells, List<int[]> places, List<double[]> students, double[] weights) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int margin = 0; margin < places.size(); margin++) {
                double[] sums = sums(cells, places.get(margin), students.get(margin).length, weights);
                for (int cell = 0; cell < weights.length; cell++) {
                    int category = places.get(margin)[cell];
                    weights[cell] *= students.get(margin)[category] / sums[category];
                }
            }
            if (disagreement(cells, places, students, weights) < EXACT) {
                return true;
            }
        }
        return disagreement(cells, places, students, weights) < AGREEMENT;
    }

    private static double disagreement(
            List<WeightingCell> cells, List<int[]> places, List<double[]> students, double[] weights) {
        double largest = 0;
        for (int margin = 0; margin < places.size(); margin++) {
            double[] wanted = students.get(margin);
            double[] sums = sums(cells, places.get(margin), wanted.length, weights);
            for (int category = 0; category < wanted.length; category++) {
                largest = Math.max(largest, Math.abs(sums[category] / wanted[category] - 1));
            }
        }
        return Double.isFinite(largest) ? largest : Double.POSITIVE_INFINITY;
    }

    private static double[] sums(List<WeightingCell> cells, int[] places, int categories, double[] weights) {
        double[] sums = new double[categories];
        for (int cell = 0; cell < weights.length; cell++) {
            sums[places[cell]] += cells.get(cell).count() * weights[cell];
        }
        return sums;
    }

    private static boolean trim(double[] weights, double median) {
        boolean trimmed = false;
        for (int cell = 0; cell < weights.length; cell++) {
            double kept = Math.min(Math.max(weights[cell], LOWEST_TO_MEDIAN * median), HIGHEST_TO_MEDIAN * median);
            trimmed |= kept != weights[cell];
            weights[cell] = kept;
        }
        return trimmed;
    }

    private static List<Double> boxed(double[] weights) {
        return Arrays.stream(weights).boxed().toList();
    }
}
