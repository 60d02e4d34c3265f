package org.evenkeel.intake.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;

/**
 * Google Forms tables: one header row that begins with the time stamp, the questions' texts behind it. The form writes the
 * zone into each time, its linked sheet does not. Every row counts; there is no id.
 */
final class GoogleFormsLayout {
    /** The header of the first column in the languages whose word is known. */
    private static final Set<String> STAMPS = Set.of(
            "timestamp",
            "zeitstempel",
            "horodateur",
            "marcatemporal",
            "informazionicronologiche",
            "carimbodedatahora",
            "tijdstempel",
            "tidsst\u00e4mpel",
            "tidsstempel",
            "sygnaturaczasowa");

    private static final Pattern FORM =
            Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2} \\d{1,2}:\\d{2}:\\d{2} (?i:[ap])\\.?(?i:m)\\.? \\S+");
    private static final Pattern SHEET =
            Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[ ,T]+\\d{1,2}[:.]\\d{2}[:.]\\d{2}.*");
    private static final Set<String> TECHNICAL =
            Set.of("emailaddress", "username", "score", "totalscore", "email", "nutzername", "emailadresse");
    private static final int HEAD_OF_OWN = 3;

    private GoogleFormsLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.size() < 2 || !STAMPS.contains(Column.fold(head.get(0).cell(0)))) {
            return Optional.empty();
        }
        List<String> stamps = head.stream()
                .skip(1)
                .map(row -> Column.tidy(row.cell(0)))
                .filter(stamp -> !stamp.isEmpty())
                .toList();
        boolean form = !stamps.isEmpty()
                && stamps.stream().allMatch(stamp -> FORM.matcher(stamp).matches());
        boolean sheet = !stamps.isEmpty()
                && stamps.stream().allMatch(stamp -> SHEET.matcher(stamp).matches())
                && hasQuestions(head.get(0));
        if (!form && !sheet) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < head.get(0).cells(); i++) {
            Column column = new Column(i, head.get(0).cell(i), "", "", Column.Role.SURVEY);
            boolean technical = i == 0 || (i < HEAD_OF_OWN && TECHNICAL.contains(Column.fold(column.name())));
            columns.add(technical ? column.as(Column.Role.TECHNICAL) : column);
        }
        return Optional.of(new Layout(
                Platform.GOOGLE_FORMS,
                form ? "the form's own export" : "its linked sheet",
                form ? Certainty.CERTAIN : Certainty.LIKELY,
                "'" + columns.get(0).name() + "' before the questions"
                        + (form ? ", times with their zone" : ", times without a zone"),
                1,
                columns,
                Optional.empty(),
                new SubmittedRows(0, ColumnSearch.NONE, Convention.Numbering.WITHIN_SURVEY)));
    }

    /** Whether some header reads like a question and not like a name in a database. */
    private static boolean hasQuestions(Row header) {
        for (int i = 1; i < header.cells(); i++) {
            String text = Column.tidy(header.cell(i));
            if (text.indexOf(' ') > 0 || text.endsWith("]") || text.endsWith("?")) {
                return true;
            }
        }
        return false;
    }
}
