package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;
import org.evenkeel.intake.table.Table;
import org.evenkeel.intake.table.TableFile;

/** A list that people keep beside their study: one header row, and columns found by name. */
record ListFile(Path file, Table table, List<Column> columns) {
    static ListFile open(Path file, String what) {
        List<Table> tables = TableFile.tables(file).stream()
                .filter(table -> !table.head(1).isEmpty())
                .toList();
        if (tables.size() > 1) {
            throw new DataProblem(
                    String.format("%s: %s has %d sheets or entries; leave one.", file, what, tables.size()));
        }
        if (tables.isEmpty()) {
            throw new DataProblem(file + ": " + what + " is empty.");
        }
        Table table = tables.get(0);
        List<Row> head = table.head(1);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < head.get(0).cells(); i++) {
            columns.add(new Column(i, head.get(0).cell(i), "", "", Column.Role.SURVEY));
        }
        return new ListFile(file, table, columns);
    }

    /** Where each wanted column is; those that are missing or there twice are added to the problems. */
    Map<String, Integer> find(List<String> wanted, List<String> problems) {
        ColumnFinder finder = new ColumnFinder(columns);
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String name : wanted) {
            List<Column> called = finder.called(name);
            if (called.size() == 1) {
                found.put(name, called.get(0).index());
            } else {
                problems.add(
                        called.isEmpty()
                                ? String.format("line 1: there is no column '%s'%s", name, finder.suggestion(name))
                                : String.format("line 1: %d columns are called '%s'", called.size(), name));
            }
        }
        return found;
    }

    /** Whether there is a column of that name. */
    boolean has(String name) {
        return !new ColumnFinder(columns).called(name).isEmpty();
    }

    Rows rows() {
        BitSet all = new BitSet();
        all.set(0, columns.size());
        return table.rows(1, columns.size(), all);
    }
}
