package org.evenkeel.intake.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.table.Row;

/**
 * Looks through an export for people, row by row and without keeping one: what columns are called, and what stands in them.
 * The declared id, the time of submission and a platform's own columns are not for it to judge.
 */
public final class IdentifierScan {
    private final List<Scanned> columns = new ArrayList<>();

    private record Scanned(int column, ColumnScan scan) {}

    /** Whether a column's name is judged. */
    public enum Naming {
        /** The name was not chosen by the study and tells what the column holds. */
        JUDGED,
        /** The study names the column for what it reads in it; only cells are judged. */
        DECLARED
    }

    /** A column to look through. */
    public record Searched(Column column, Naming naming) {}

    /** A scan of these columns. */
    public IdentifierScan(List<Searched> searched) {
        for (Searched one : searched) {
            Column column = one.column();
            Optional<ColumnNames.Told> told = switch (one.naming()) {
                case JUDGED ->
                    ColumnNames.of(column.name())
                            .or(() -> ColumnNames.of(column.label())
                                    .map(hint -> new ColumnNames.Told(hint.kind(), ColumnNames.Certainty.HINTED)));
                case DECLARED -> Optional.empty();
            };
            columns.add(new Scanned(column.index(), new ColumnScan(column, told)));
        }
    }

    /** Looks at a row. */
    public void look(Row row) {
        for (Scanned scanned : columns) {
            scanned.scan().look(row.cell(scanned.column()));
        }
    }

    /**
     * What identifies people, in the order of the columns.
     *
     * @param year the year of the newest answers
     */
    public List<Finding> findings(int year) {
        return columns.stream()
                .flatMap(scanned -> scanned.scan().findings(year).stream())
                .toList();
    }

    /** A column as a message may name it: by its place where its own header is a person's. */
    public static String named(Column column) {
        return !isHarmless(column.name()) || column.name().isBlank()
                ? "number " + (column.index() + 1)
                : "'" + quoted(column.name()) + "'";
    }

    /** Whether a header may stand in a message: it is no person's own data, as in a file that lost its header. */
    public static boolean isHarmless(String header) {
        return ValuePatterns.in(header).isEmpty()
                && ValuePatterns.yearOfDate(header).isEmpty();
    }

    private static String quoted(String name) {
        String line = name.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
