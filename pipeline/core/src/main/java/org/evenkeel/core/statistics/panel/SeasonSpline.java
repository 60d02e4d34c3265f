package org.evenkeel.core.statistics.panel;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * A restricted cubic spline of the week of the year in whole numbers: with k knots it has k − 1 columns (the week and k − 2 cubic
 * ones) and is straight beyond the outer knots. Each cubic column is Harrell's, times the distance of the last two knots. Source:
 * Harrell, Regression Modeling Strategies, 2nd ed., 2.4.5.
 *
 * @param knots weeks of the year, ascending, three or more
 */
public record SeasonSpline(List<Integer> knots) {
    public SeasonSpline {
        knots = List.copyOf(knots);
        Require.that(knots.size() >= 3, "a spline needs 3 knots or more. Value given: %s", knots.size());
        for (int i = 1; i < knots.size(); i++) {
            Require.that(
                    knots.get(i - 1) < knots.get(i),
                    "knots must ascend. Value given: %s after %s",
                    knots.get(i),
                    knots.get(i - 1));
        }
    }

    /** Five knots over the weeks of a year, which gives four columns. */
    public static SeasonSpline ofTheYear() {
        return new SeasonSpline(List.of(4, 15, 27, 39, 49));
    }

    /** How many columns it has. */
    public int columns() {
        return knots.size() - 1;
    }

    /** The columns at a week of the year. */
    public List<Long> at(int week) {
        int last = knots.size() - 1;
        long end = knots.get(last);
        long before = knots.get(last - 1);
        List<Long> columns = new ArrayList<>();
        columns.add((long) week);
        for (int j = 0; j < last - 1; j++) {
            long knot = knots.get(j);
            columns.add((end - before) * cube(week - knot)
                    - (end - knot) * cube(week - before)
                    + (before - knot) * cube(week - end));
        }
        return columns;
    }

    private static long cube(long distance) {
        return distance <= 0 ? 0 : distance * distance * distance;
    }
}
