package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * Figures of every kind for one measure or source in one term: a row per cohort, a column per kind. A kind this program
 * has never heard of gets its column by its title and unit.
 *
 * @param id the table's number
 * @param title what it lists
 * @param columns the kinds, in the release's order
 * @param rows the cohorts, in the release's order
 */
public record FigureTable(String id, String title, List<Column> columns, List<Row> rows) {
    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            Require.that(
                    row.readings().size() == columns.size(),
                    "A row has one place per kind. Provided: %d places, %d kinds",
                    row.readings().size(),
                    columns.size());
        }
    }

    /** Whether there are figures here and every one of them is withheld. */
    public boolean isWithheld() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::isWithheld);
    }

    /** A kind of figure: its code, title and unit. */
    public record Column(String kind, String title, String unit) {}

    /** A cohort's figures, one place per kind; empty where the release has none. */
    public record Row(String cohort, List<Optional<Reading>> readings) {
        public Row {
            readings = List.copyOf(readings);
        }

        /** Whether the release has figures here and withholds every one of them. */
        public boolean isWithheld() {
            List<Reading> present = readings.stream().flatMap(Optional::stream).toList();
            return !present.isEmpty()
                    && present.stream()
                            .allMatch(reading ->
                                    reading.state() == org.evenkeel.sql.release.ReleaseFigure.State.WITHHELD);
        }
    }
}
