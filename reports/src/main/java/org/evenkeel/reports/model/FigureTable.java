package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFigure.State;

/**
 * Figures of every kind for one measure or source in one term: a row per cohort, a column per kind. A kind this program
 * has never heard of gets its column by its title and unit.
 *
 * @param id the table's number
 * @param title what it lists
 * @param columns the kinds, in the release's order
 * @param rows the cohorts, in the release's order
 * @param without what the table cannot give, and why: kinds that no cohort can have, then places where one cohort cannot
 */
public record FigureTable(String id, String title, List<Column> columns, List<Row> rows, Optional<String> without) {
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

    /** The table without the kinds that no cohort can have, all for one reason: its caption says so once. */
    static FigureTable of(String id, String title, List<Column> columns, List<Row> rows, Words words) {
        List<Integer> kept = new ArrayList<>();
        Map<String, List<String>> missing = new LinkedHashMap<>();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<String> reason = absence(rows, i);
            if (reason.isEmpty()) {
                kept.add(i);
            } else {
                missing.computeIfAbsent(reason.orElseThrow(), said -> new ArrayList<>())
                        .add(columns.get(i).title());
            }
        }
        List<String> said = missing.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? words.list(entry.getValue())
                        : words.text(
                                "model.figures.because",
                                words.list(entry.getValue()),
                                Words.inSentence(entry.getKey())))
                .toList();
        if (!said.isEmpty()) {
            sentences.add(words.text("model.figures.missing", words.list(said)));
        }
        for (int place : kept) {
            List<String> reasons = absences(rows, place);
            if (!reasons.isEmpty()) {
                sentences.add(words.text(
                        "model.figures.where-missing",
                        columns.get(place).title(),
                        reasons.stream()
                                .reduce((one, other) -> words.text("model.figures.or", one, other))
                                .orElseThrow()));
            }
        }
        return new FigureTable(
                id,
                title,
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.cohort(),
                                kept.stream().map(row.readings()::get).toList()))
                        .filter(row -> row.readings().stream().anyMatch(Optional::isPresent))
                        .toList(),
                sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences)));
    }

    /** Why a whole column is absent; empty where it is not, or not for one reason. */
    private static Optional<String> absence(List<Row> rows, int column) {
        List<Reading> present = rows.stream()
                .flatMap(row -> row.readings().get(column).stream())
                .toList();
        List<String> reasons = present.stream()
                .map(reading -> reading.note().map(FigureTable::withoutStop).orElse(""))
                .distinct()
                .toList();
        boolean absent = present.stream().allMatch(reading -> reading.state() == State.ABSENT);
        return absent && reasons.size() == 1 ? Optional.of(reasons.get(0)) : Optional.empty();
    }

    /** Why single places of a column are absent. */
    private static List<String> absences(List<Row> rows, int column) {
        return rows.stream()
                .flatMap(row -> row.readings().get(column).stream())
                .filter(reading -> reading.state() == State.ABSENT)
                .flatMap(reading -> reading.note().stream())
                .map(note -> Words.inSentence(withoutStop(note)))
                .distinct()
                .toList();
    }

    private static String withoutStop(String note) {
        return note.endsWith(".") ? note.substring(0, note.length() - 1) : note;
    }

    /** Chosen columns as a piece of this table, with the groups that have figures there. */
    public FigureTable columns(List<Integer> places, Piece piece, Words words) {
        return new FigureTable(
                id,
                piece == Piece.FIRST ? title : words.text("page.table.continued", title),
                places.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.cohort(),
                                places.stream().map(row.readings()::get).toList()))
                        .filter(row -> row.readings().stream().anyMatch(Optional::isPresent))
                        .toList(),
                piece == Piece.FIRST ? without : Optional.empty());
    }

    /** Which piece of a table one is: the first has its title and caption. */
    public enum Piece {
        FIRST,
        FURTHER
    }

    /** Places of the kinds that several groups have. */
    public List<Integer> ofMany() {
        return IntStream.range(0, columns.size())
                .filter(place -> groups(place) > 1)
                .boxed()
                .toList();
    }

    /** Places of the kinds that one group alone has, as a rule the school. */
    public List<Integer> ofOne() {
        return IntStream.range(0, columns.size())
                .filter(place -> groups(place) <= 1)
                .boxed()
                .toList();
    }

    private long groups(int place) {
        return rows.stream()
                .filter(row -> row.readings().get(place).isPresent())
                .count();
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
            return !present.isEmpty() && present.stream().allMatch(reading -> reading.state() == State.WITHHELD);
        }
    }
}
