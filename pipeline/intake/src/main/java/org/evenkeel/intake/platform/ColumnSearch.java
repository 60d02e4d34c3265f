package org.evenkeel.intake.platform;

import java.util.List;
import java.util.Set;

/** Finds a platform's own columns by any of their folded names. */
final class ColumnSearch {
    static final int NONE = -1;

    private ColumnSearch() {}

    /** The first column whose key, name or label is this, names in the order given. */
    static int first(List<Column> columns, String... names) {
        for (String name : names) {
            for (Column column : columns) {
                if (is(column, name)) {
                    return column.index();
                }
            }
        }
        return NONE;
    }

    /** Whether a column is called this, by key, name or label. */
    static boolean is(Column column, String folded) {
        return Column.fold(column.key()).equals(folded)
                || Column.fold(column.name()).equals(folded)
                || Column.fold(column.label()).equals(folded);
    }

    /** Whether a column is called one of these. */
    static boolean isOneOf(Column column, Set<String> folded) {
        return folded.contains(Column.fold(column.key()))
                || folded.contains(Column.fold(column.name()))
                || folded.contains(Column.fold(column.label()));
    }
}
