package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * The values behind a chart, one figure a row.
 *
 * @param id number of the table that prints these values, such as {@code T7}; charts of one measure may share it
 * @param title what the values are
 * @param rows one row a figure, in the chart's order
 */
public record DataTable(String id, String title, List<Row> rows) {
    public DataTable {
        rows = List.copyOf(rows);
    }

    /**
     * One figure.
     *
     * @param cohort the group's name
     * @param period the period's label
     * @param reading the figure
     * @param respondents how many answered, where that is a figure too
     */
    public record Row(String cohort, String period, Reading reading, Optional<Reading> respondents) {}
}
