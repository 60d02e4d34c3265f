package org.evenkeel.core.cell;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;

/**
 * How many respondents had each value, on the steps of the measure's lattice: a value falls on the nearest step, half up.
 *
 * @param counts respondents by step, counted from 0 at the lowest value
 */
public record Histogram(SortedMap<Integer, Long> counts) {
    /** Nobody. */
    public static final Histogram EMPTY = new Histogram(new TreeMap<>());

    public Histogram {
        counts.forEach((step, count) -> {
            Require.that(step >= 0, "a step must be 0 or more. Value given: %s", step);
            Require.that(count > 0, "a step is listed only with respondents on it. Value given: %s", count);
        });
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** These respondents and those. */
    public Histogram plus(Histogram other) {
        SortedMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((step, count) -> sum.merge(step, count, Long::sum));
        return new Histogram(sum);
    }
}
