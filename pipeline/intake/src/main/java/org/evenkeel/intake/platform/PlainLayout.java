package org.evenkeel.intake.platform;

import static org.evenkeel.intake.platform.ColumnSearch.NONE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenkeel.intake.table.Row;

/** A table with one header row that no platform is known by. Every row counts. */
final class PlainLayout {
    /** What people call the time of a submission, likeliest first. */
    static final String[] TIMES = {
        "submitted",
        "submittedat",
        "submitdate",
        "datesubmitted",
        "submissiontime",
        "submissiondate",
        "completed",
        "completedat",
        "completiontime",
        "enddate",
        "endtime",
        "recordeddate",
        "timestamp",
        "datetime",
        "createdat",
        "date",
        "time"
    };

    private static final String[] IDS = {"responseid", "submissionid", "response"};

    private PlainLayout() {}

    static Layout of(List<Row> head) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; !head.isEmpty() && i < head.get(0).cells(); i++) {
            columns.add(new Column(i, head.get(0).cell(i), "", "", Column.Role.SURVEY));
        }
        int time = ColumnSearch.first(columns, TIMES);
        int id = ColumnSearch.first(columns, IDS);
        List<Column> marked = columns.stream()
                .map(column ->
                        column.index() == time || column.index() == id ? column.as(Column.Role.TECHNICAL) : column)
                .toList();
        return new Layout(
                Platform.PLAIN,
                "one header row",
                "no platform's own columns",
                1,
                marked,
                Optional.empty(),
                new Reading(time, id));
    }

    private record Reading(int time, int id) implements Convention, Convention.Rules {
        @Override
        public Rules rules(Set<Integer> items) {
            return new Reading(items.contains(time) ? NONE : time, items.contains(id) ? NONE : id);
        }

        @Override
        public Set<Integer> columns() {
            Set<Integer> columns = new LinkedHashSet<>(List.of(time));
            columns.add(id);
            columns.remove(NONE);
            return columns;
        }

        @Override
        public Convention.Standing standing(Row row) {
            return Convention.Standing.COUNTS;
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
            return row.cell(id);
        }

        @Override
        public Numbering numbering() {
            return Numbering.WITHIN_SURVEY;
        }
    }
}
