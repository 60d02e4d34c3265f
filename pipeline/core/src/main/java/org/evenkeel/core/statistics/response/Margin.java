package org.evenkeel.core.statistics.response;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;

/**
 * The headcount by one attribute. Headcounts that follow from rounded figures need not be whole.
 *
 * @param attribute its name
 * @param students students by category
 */
public record Margin(String attribute, SortedMap<String, Double> students) {
    public Margin {
        students = Collections.unmodifiableSortedMap(new TreeMap<>(students));
        Require.that(!students.isEmpty(), "the headcount by %s needs categories", attribute);
        students.forEach((category, count) -> Require.that(
                Double.isFinite(count) && count >= 0,
                "the headcount of %s %s must be 0 or more. Value given: %s",
                attribute,
                category,
                count));
    }

    /** Students of all categories. */
    public double total() {
        return students.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Students of one category; 0 where none is listed. */
    public double of(String category) {
        return students.getOrDefault(category, 0.0);
    }
}
