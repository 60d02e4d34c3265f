package org.evenkeel.intake.platform;

import static org.evenkeel.intake.platform.ColumnSearch.NONE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evenkeel.intake.table.Row;

/**
 * The convention of platforms that export nothing but what was submitted: every row counts.
 *
 * @param time the column of the submission time, or {@code -1}
 * @param id the column of the submission's id, or {@code -1}
 * @param numbering how far these ids reach
 */
record SubmittedRows(int time, int id, Numbering numbering) implements Convention, Convention.Rules {
    /** A long number that a spreadsheet has rounded tells submissions no longer apart. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+\\d+");

    @Override
    public Rules rules(Set<Integer> items) {
        return new SubmittedRows(items.contains(time) ? NONE : time, items.contains(id) ? NONE : id, numbering);
    }

    @Override
    public Set<Integer> columns() {
        Set<Integer> columns = new LinkedHashSet<>(List.of(time));
        columns.add(id);
        columns.remove(NONE);
        return columns;
    }

    @Override
    public Standing standing(Row row) {
        return Standing.COUNTS;
    }

    @Override
    public String submitted(Row row) {
        return row.cell(time);
    }

    @Override
    public List<Integer> timeColumns() {
        return IntStream.of(time).filter(column -> column != NONE).boxed().toList();
    }

    @Override
    public String response(Row row) {
        String own = row.cell(id);
        return ROUNDED.matcher(own.strip()).matches() ? "" : own;
    }
}
