package org.evenkeel.intake.table;

import java.util.Arrays;

/** One record of a table: its cells, blank where the record is shorter than the header or the cell is not wanted. */
public final class Row {
    private final long line;
    private final int cells;
    private final String[] values;

    Row(long line, int cells, String[] values) {
        this.line = line;
        this.cells = cells;
        this.values = values;
    }

    /** A row of these cells. */
    public static Row of(long line, String... values) {
        return new Row(line, values.length, values.clone());
    }

    /** The line of the file it begins on, counted from 1. */
    public long line() {
        return line;
    }

    /** How many cells the record has in the file. */
    public int cells() {
        return cells;
    }

    /** The cell of a column; blank where there is none. */
    public String cell(int column) {
        return column >= 0 && column < values.length ? values[column] : "";
    }

    /** The same row with another value in one column. */
    public Row with(int column, String value) {
        String[] changed = Arrays.copyOf(values, Math.max(values.length, column + 1));
        Arrays.fill(changed, values.length, changed.length, "");
        changed[column] = value;
        return new Row(line, cells, changed);
    }

    /** Names the line and nothing that stands in it. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
