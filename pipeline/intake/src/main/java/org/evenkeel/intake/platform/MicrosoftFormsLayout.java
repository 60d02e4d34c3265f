package org.evenkeel.intake.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;

/**
 * Microsoft Forms tables: id, start, completion, e-mail and name before the questions. A quiz adds points and feedback for
 * each question. In a tenant of another language the five have other names in the same order.
 */
final class MicrosoftFormsLayout {
    private static final Set<String> TECHNICAL = Set.of(
            "id",
            "starttime",
            "completiontime",
            "email",
            "name",
            "lastmodifiedtime",
            "totalpoints",
            "quizfeedback",
            "gradepostedtime",
            "language");
    private static final Set<String> EMAILS = Set.of(
            "email", "emailadresse", "adressedemessagerie", "correoelectr\u00f3nico", "emailadres", "postaelettronica");
    private static final Pattern QUIZ = Pattern.compile("(?i)(points|feedback) - .*", Pattern.DOTALL);
    private static final Pattern TIME = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[ ,T]+\\d{1,2}:\\d{2}.*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)anonym\\S*|\\S+@\\S+|");
    private static final int OWN = 5;
    private static final int OWN_AT_MOST = 9;

    private MicrosoftFormsLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.isEmpty()
                || head.get(0).cells() < OWN
                || !Column.fold(head.get(0).cell(0)).equals("id")) {
            return Optional.empty();
        }
        Row names = head.get(0);
        boolean english = Column.fold(names.cell(1)).equals("starttime")
                && Column.fold(names.cell(2)).equals("completiontime");
        if (!english && !isInTheirOrder(head)) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.cells(); i++) {
            Column column = new Column(i, names.cell(i), "", "", Column.Role.SURVEY);
            boolean technical = i < OWN - 1
                    || (i == OWN - 1 && (!english || TECHNICAL.contains(Column.fold(column.name()))))
                    || (i < OWN_AT_MOST && TECHNICAL.contains(Column.fold(column.name())))
                    || QUIZ.matcher(column.name()).matches();
            columns.add(technical ? column.as(Column.Role.TECHNICAL) : column);
        }
        return Optional.of(new Layout(
                Platform.MICROSOFT_FORMS,
                "one header row",
                english ? Certainty.CERTAIN : Certainty.LIKELY,
                english
                        ? "'" + columns.get(1).name() + "' and '"
                                + columns.get(2).name() + "' in row 1"
                        : "an id, two times and an address before the questions",
                1,
                columns,
                Optional.empty(),
                new SubmittedRows(2, 0, Convention.Numbering.WITHIN_SURVEY)));
    }

    private static boolean isInTheirOrder(List<Row> head) {
        boolean addresses = EMAILS.contains(Column.fold(head.get(0).cell(3)));
        boolean times = head.size() > 1
                && head.stream()
                        .skip(1)
                        .allMatch(row -> TIME.matcher(row.cell(1).strip()).matches()
                                && TIME.matcher(row.cell(2).strip()).matches()
                                && ADDRESS.matcher(row.cell(3).strip()).matches());
        return addresses && times;
    }
}
