package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * The values behind a chart, one figure a row.
 *
 * @param id number of the table that prints these values, such as {@code T7}; charts of one measure may share it
 * @param title what the values are
 * @param layout how the table is printed
 * @param rows one row a figure, in the chart's order
 * @param notes numbers that belong to the table as a whole, in sentences with their ids
 */
public record DataTable(String id, String title, Layout layout, List<Row> rows, List<String> notes) {
    public DataTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** How a table is printed. */
    public enum Layout {
        /** A row per period, a column per group. */
        BY_PERIOD,
        /** A row per group, a column for each of its values. */
        BY_GROUP,
        /** The values stand in the table of all figures that has the same number. */
        AMONG_FIGURES
    }

    /**
     * One figure.
     *
     * @param cohort the group's name, or what else tells the lines of a chart apart
     * @param period the period's label, or what else tells the places of a line apart
     * @param reading the figure
     * @param respondents how many answered, where that is a figure too
     * @param derived what was made of shown figures and stands beside this one
     */
    public record Row(
            String cohort, String period, Reading reading, Optional<Reading> respondents, List<Derived> derived) {
        public Row {
            derived = List.copyOf(derived);
        }

        /** A figure with nothing beside it. */
        public Row(String cohort, String period, Reading reading, Optional<Reading> respondents) {
            this(cohort, period, reading, respondents, List.of());
        }
    }

    /**
     * Something made of shown figures, such as a pooled mean.
     *
     * @param name what it is
     * @param text its value in words and digits
     * @param id the number it is known by; empty where it is no number
     */
    public record Derived(String name, String text, String id) {}
}
