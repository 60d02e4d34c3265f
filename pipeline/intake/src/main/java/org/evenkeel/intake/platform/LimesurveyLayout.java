package org.evenkeel.intake.platform;

import static org.evenkeel.intake.platform.ColumnSearch.NONE;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;

/** LimeSurvey tables: one header row of codes, of codes and texts, or of (English) texts; unfinished rows have no submission date. */
final class LimesurveyLayout {
    private static final Pattern CODE_AND_TEXT =
            Pattern.compile("([A-Za-z]\\w*+(?:\\[[^\\]]*+\\])*+(?:_\\w++)?+)\\. (.*+)", Pattern.DOTALL);
    private static final Pattern TIMING =
            Pattern.compile("(?i)(interviewtime|grouptime\\w*|\\w+time|total time|(group|question) time: .*)");
    private static final Set<String> TECHNICAL = Set.of(
            "id",
            "responseid",
            "submitdate",
            "datesubmitted",
            "lastpage",
            "startlanguage",
            "seed",
            "token",
            "accesscode",
            "startdate",
            "datestarted",
            "datestamp",
            "datelastaction",
            "ipaddr",
            "ipaddress",
            "refurl",
            "referrerurl");
    /** What LimeSurvey writes as submission date of every finished response when a survey keeps no dates. */
    private static final String NO_DATE = "1980-01-01";

    private LimesurveyLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Row names = head.get(0);
        List<Column> columns = new ArrayList<>();
        boolean coded = false;
        for (int i = 0; i < names.cells(); i++) {
            Matcher both = CODE_AND_TEXT.matcher(Column.tidy(names.cell(i)));
            coded |= both.matches() && both.group(1).equals("submitdate");
        }
        for (int i = 0; i < names.cells(); i++) {
            columns.add(column(i, names.cell(i), coded));
        }
        int id = ColumnSearch.first(columns, "id", "responseid");
        int submitted = ColumnSearch.first(columns, "submitdate", "datesubmitted");
        boolean texts =
                submitted != NONE && Column.fold(columns.get(submitted).name()).equals("datesubmitted");
        boolean page =
                ColumnSearch.first(columns, "lastpage", "startlanguage", "seed", "datestamp", "datelastaction") != NONE;
        if (id == NONE || submitted == NONE || (texts && !page)) {
            return Optional.empty();
        }
        String style = coded ? "codes and texts" : texts ? "full texts" : "codes";
        return Optional.of(new Layout(
                Platform.LIMESURVEY,
                "header of " + style,
                page ? Certainty.CERTAIN : Certainty.LIKELY,
                "'" + columns.get(id).name() + "' and '"
                        + columns.get(submitted).name() + "' in row 1",
                1,
                columns,
                Optional.empty(),
                new Reading(columns, id, submitted)));
    }

    private static Column column(int index, String header, boolean coded) {
        Matcher both = CODE_AND_TEXT.matcher(Column.tidy(header));
        Column column = coded && both.matches()
                ? new Column(index, both.group(1), both.group(2), header, Column.Role.SURVEY)
                : new Column(index, header, "", "", Column.Role.SURVEY);
        boolean technical = TECHNICAL.contains(Column.fold(column.name()))
                || TIMING.matcher(column.name()).matches();
        return technical ? column.as(Column.Role.TECHNICAL) : column;
    }

    private static final class Reading implements Convention, Convention.Rules {
        private final int id;
        private final int submitted;
        private final int lastAction;
        private final int begun;

        Reading(List<Column> columns, int id, int submitted) {
            this.id = id;
            this.submitted = submitted;
            int started = ColumnSearch.first(columns, "startdate", "datestarted");
            this.begun = started == NONE ? submitted : started;
            this.lastAction = ColumnSearch.first(columns, "datestamp", "datelastaction");
        }

        @Override
        public Rules rules(Set<Integer> items) {
            return this;
        }

        @Override
        public Set<Integer> columns() {
            Set<Integer> columns = new LinkedHashSet<>(List.of(id, submitted, lastAction, begun));
            columns.remove(NONE);
            return columns;
        }

        @Override
        public Standing standing(Row row) {
            String date = row.cell(submitted).strip();
            return date.isEmpty() || date.equalsIgnoreCase("n/a") ? Standing.UNFINISHED : Standing.COUNTS;
        }

        @Override
        public String submitted(Row row) {
            String date = row.cell(submitted);
            if (!date.strip().startsWith(NO_DATE)) {
                return date;
            }
            return row.cell(lastAction).strip().startsWith(NO_DATE) ? "" : row.cell(lastAction);
        }

        @Override
        public List<Integer> timeColumns() {
            return IntStream.of(submitted, lastAction)
                    .filter(column -> column != NONE)
                    .boxed()
                    .toList();
        }

        @Override
        public String response(Row row) {
            String number = row.cell(id).strip();
            return number.isEmpty() ? "" : String.join("\u001f", number, row.cell(begun));
        }

        @Override
        public Numbering numbering() {
            return Numbering.WITHIN_SURVEY;
        }
    }
}
