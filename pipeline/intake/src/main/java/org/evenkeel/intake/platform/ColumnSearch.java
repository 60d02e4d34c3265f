package org.evenkeel.intake.platform;

import java.util.List;

/** Finds a platform's own columns by any of their folded names. */
final class ColumnSearch {
    static final int NONE = -1;

    private ColumnSearch() {}

    /** The first column whose key, name or label is this, names in the order given. */
    static int first(List<Column> columns, String... names) {
        List<String> wanted = List.of(names);
        int best = wanted.size();
        int found = NONE;
        for (Column column : columns) {
            for (String called :
                    List.of(Column.fold(column.key()), Column.fold(column.name()), Column.fold(column.label()))) {
                int place = called.isEmpty() ? -1 : wanted.indexOf(called);
                if (place >= 0 && place < best) {
                    best = place;
                    found = column.index();
                }
            }
        }
        return found;
    }
}
