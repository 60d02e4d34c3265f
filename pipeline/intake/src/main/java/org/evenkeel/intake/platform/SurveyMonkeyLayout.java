package org.evenkeel.intake.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;

/**
 * SurveyMonkey tables: questions in the first header row, each over the first of its columns; rows, choices or the word
 * Response in the second. A question with one column per choice (expanded) is also one question: its first column stands
 * for all of them under the question's text.
 */
final class SurveyMonkeyLayout {
    private static final Set<String> TECHNICAL = Set.of(
            "respondentid",
            "collectorid",
            "startdate",
            "enddate",
            "datecreated",
            "datemodified",
            "ipaddress",
            "emailaddress",
            "firstname",
            "lastname");
    private static final Set<String> ANSWERS = Set.of("response", "openendedresponse", "responses");
    private static final String OTHER = "other";

    private SurveyMonkeyLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Headers.width(head, 1); i++) {
            first.add(Column.fold(head.get(0).cell(i)));
        }
        if (!first.contains("respondentid") || !first.contains("collectorid")) {
            return Optional.empty();
        }
        boolean two = head.size() > 1
                && head.get(1).cell(first.indexOf("respondentid")).isBlank();
        int headerRows = two ? 2 : 1;
        List<Column> columns = new ArrayList<>();
        Map<Integer, List<Integer>> spans = new LinkedHashMap<>();
        String question = "";
        int start = 0;
        for (int i = 0; i < Headers.width(head, headerRows); i++) {
            String text = Headers.plain(head.get(0).cell(i));
            if (!text.isEmpty()) {
                question = text;
                start = i;
            }
            spans.computeIfAbsent(start, begin -> new ArrayList<>()).add(i);
            String part = two ? Headers.plain(head.get(1).cell(i)) : "";
            columns.add(column(i, question, part, i == start));
        }
        Map<Integer, Span> expanded = new TreeMap<>();
        for (Map.Entry<Integer, List<Integer>> span :
                two ? spans.entrySet() : Set.<Map.Entry<Integer, List<Integer>>>of()) {
            List<Integer> choices = span.getValue().stream()
                    .filter(column -> !Column.fold(partOf(head, column)).startsWith(OTHER))
                    .toList();
            if (choices.size() > 1 && choices.get(0).equals(span.getKey()) && isChoice(head, choices)) {
                Column begin = columns.get(span.getKey());
                columns.set(
                        begin.index(),
                        new Column(
                                begin.index(),
                                questionOf(head, begin.index()),
                                partOf(head, begin.index()),
                                begin.name(),
                                begin.role()));
                expanded.put(span.getKey(), new Span(choices));
            }
        }
        int ended = ColumnSearch.first(columns, "enddate", "datemodified");
        int begun = ColumnSearch.first(columns, "startdate", "datecreated");
        return Optional.of(new Layout(
                Platform.SURVEYMONKEY,
                (two ? "two header rows" : "one header row, the second missing")
                        + (expanded.isEmpty() ? "" : ", a column for each choice"),
                two ? Certainty.CERTAIN : Certainty.LIKELY,
                "respondent and collector ids in row 1",
                headerRows,
                columns,
                Optional.empty(),
                new Reading(
                        new SubmittedRows(
                                ended == ColumnSearch.NONE ? begun : ended,
                                ColumnSearch.first(columns, "respondentid"),
                                Convention.Numbering.EVERYWHERE),
                        expanded)));
    }

    private static Column column(int index, String question, String part, boolean begins) {
        boolean plain = part.isEmpty() || ANSWERS.contains(Column.fold(part));
        boolean technical = begins && part.isEmpty() && TECHNICAL.contains(Column.fold(question));
        return new Column(
                index,
                plain ? question : question + " [" + part + "]",
                plain ? "" : question,
                plain ? "" : part,
                technical ? Column.Role.TECHNICAL : Column.Role.SURVEY);
    }

    private static String questionOf(List<Row> head, int column) {
        return Headers.plain(head.get(0).cell(column));
    }

    private static String partOf(List<Row> head, int column) {
        return Headers.plain(head.get(1).cell(column));
    }

    /** Whether each cell under the columns is blank or what its own header says, at most one of them in a row. */
    private static boolean isChoice(List<Row> head, List<Integer> columns) {
        boolean chosen = false;
        for (Row row : head.subList(2, head.size())) {
            int filled = 0;
            for (int column : columns) {
                String cell = Headers.plain(row.cell(column));
                if (!cell.isEmpty() && !Column.fold(cell).equals(Column.fold(partOf(head, column)))) {
                    return false;
                }
                filled += cell.isEmpty() ? 0 : 1;
            }
            if (filled > 1) {
                return false;
            }
            chosen |= filled == 1;
        }
        return chosen;
    }

    /** The columns of one question's choices. */
    private record Span(List<Integer> choices) {
        /** The row with what was chosen in the first of the columns; what contradicts itself stands there side by side. */
        Row merged(Row row) {
            List<String> chosen = choices.stream()
                    .map(row::cell)
                    .filter(cell -> !cell.isBlank())
                    .toList();
            return row.with(choices.get(0), String.join("; ", chosen));
        }
    }

    private record Reading(SubmittedRows submissions, Map<Integer, Span> expanded) implements Convention {
        @Override
        public Rules rules(Set<Integer> items) {
            Map<Integer, Span> read = new TreeMap<>(expanded);
            read.keySet().retainAll(items);
            return new SpanRules(submissions.rules(items), read);
        }
    }

    private record SpanRules(Convention.Rules submissions, Map<Integer, Span> read) implements Convention.Rules {
        @Override
        public Set<Integer> columns() {
            Set<Integer> columns = new LinkedHashSet<>(submissions.columns());
            read.values().forEach(span -> columns.addAll(span.choices()));
            return columns;
        }

        @Override
        public Convention.Standing standing(Row row) {
            return submissions.standing(row);
        }

        @Override
        public String submitted(Row row) {
            return submissions.submitted(row);
        }

        @Override
        public List<Integer> timeColumns() {
            return submissions.timeColumns();
        }

        @Override
        public String response(Row row) {
            return submissions.response(row);
        }

        @Override
        public Convention.Numbering numbering() {
            return submissions.numbering();
        }

        @Override
        public UnaryOperator<Row> completion(Set<Integer> shared) {
            return row -> {
                Row merged = row;
                for (Span span : read.values()) {
                    merged = span.merged(merged);
                }
                return merged;
            };
        }
    }
}
