package org.evenkeel.intake.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.intake.platform.Layout.Certainty;
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
                Certainty.ASSUMED,
                "no platform's own columns",
                1,
                marked,
                Optional.empty(),
                new SubmittedRows(time, id, Convention.Numbering.WITHIN_SURVEY));
    }
}
