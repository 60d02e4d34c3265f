package org.evenkeel.core.statistics.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;

/**
 * How many students each respondent stands for. Everybody in a cell has the same weight.
 *
 * @param cells the cells with respondents
 * @param each a respondent's weight, by cell
 * @param margins the headcounts they agree with
 */
public record Weights(List<WeightingCell> cells, List<Double> each, List<Margin> margins) {
    /** A design effect above this earns a warning. */
    public static final double LARGEST_DESIGN_EFFECT = 1.5;

    /** A weight above this many medians earns a warning. */
    public static final double LARGEST_TO_MEDIAN = 5;

    public Weights {
        cells = List.copyOf(cells);
        each = List.copyOf(each);
        margins = List.copyOf(margins);
        Require.that(
                cells.size() == each.size(),
                "%s cells need as many weights. Value given: %s",
                cells.size(),
                each.size());
        Require.that(
                cells.stream().allMatch(cell -> cell.count() > 0), "a weighted cell needs at least %s respondent", 1);
        each.forEach(weight -> Require.that(
                Double.isFinite(weight) && weight > 0, "a weight must be above 0. Value given: %s", weight));
    }

    /** Respondents. */
    public long respondents() {
        return cells.stream().mapToLong(WeightingCell::count).sum();
    }

    /** The sum of all respondents' weights: the students they stand for. */
    public double sum() {
        return total(1);
    }

    /** Kish's design effect n·Σw²/(Σw)²: 1 where all weights are equal. Source: Kish, Survey Sampling (1965), 11.7. */
    public double designEffect() {
        double sum = sum();
        return respondents() * total(2) / (sum * sum);
    }

    /** The middle weight of all respondents; the mean of the two middle ones of an even number. */
    public double median() {
        return median(cells, each);
    }

    /** What is wrong with these weights. */
    public Set<WeightingWarning> warnings() {
        EnumSet<WeightingWarning> warnings = EnumSet.noneOf(WeightingWarning.class);
        if (designEffect() > LARGEST_DESIGN_EFFECT) {
            warnings.add(WeightingWarning.LARGE_DESIGN_EFFECT);
        }
        double limit = LARGEST_TO_MEDIAN * median();
        if (each.stream().anyMatch(weight -> weight > limit)) {
            warnings.add(WeightingWarning.EXTREME_WEIGHT);
        }
        return warnings;
    }

    static double median(List<WeightingCell> cells, List<Double> each) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, cells.size()).boxed().toList());
        order.sort(Comparator.comparing(each::get));
        long respondents = cells.stream().mapToLong(WeightingCell::count).sum();
        return (ranked(cells, each, order, (respondents + 1) / 2) + ranked(cells, each, order, respondents / 2 + 1))
                / 2;
    }

    private static double ranked(List<WeightingCell> cells, List<Double> each, List<Integer> order, long rank) {
        long before = 0;
        for (int cell : order) {
            before += cells.get(cell).count();
            if (before >= rank) {
                return each.get(cell);
            }
        }
        throw new IllegalArgumentException("no respondent of rank " + rank);
    }

    private double total(int power) {
        double total = 0;
        for (int cell = 0; cell < cells.size(); cell++) {
            total += cells.get(cell).count() * Math.pow(each.get(cell), power);
        }
        return total;
    }
}
