package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Headcounts;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;

/** Reads how many students there were: a CSV file with columns {@code term}, {@code students} and any of the attributes. */
public final class HeadcountFile {
    private HeadcountFile() {}

    /**
     * The headcounts in the file, distinguished by those of the attributes that it has columns for.
     *
     * @throws DataProblem naming everything that is wrong with it at once, by line
     */
    public static Headcounts read(Path file, List<AttributeId> attributes, SchoolCalendar calendar) {
        ListFile list = ListFile.open(file, "the headcount file");
        List<String> problems = new ArrayList<>();
        List<AttributeId> stated = attributes.stream()
                .filter(attribute -> list.has(attribute.value()))
                .toList();
        List<String> wanted = new ArrayList<>(List.of("term", "students"));
        stated.forEach(attribute -> wanted.add(attribute.value()));
        Map<String, Integer> columns = list.find(wanted, problems);
        unknownColumns(list, wanted, attributes, problems);
        List<Headcounts.Row> counts = new ArrayList<>();
        if (columns.size() == wanted.size()) {
            Lines lines = new Lines(columns, stated, calendar, problems);
            try (Rows rows = list.rows()) {
                while (rows.hasNext()) {
                    lines.take(rows.next(), counts);
                }
            }
        }
        if (problems.isEmpty() && counts.isEmpty()) {
            problems.add("it has a header and no line");
        }
        if (!problems.isEmpty()) {
            throw new DataProblem(String.format(
                    "%s: the headcounts cannot be used:%n  - %s",
                    file, String.join(String.format("%n  - "), problems)));
        }
        return new Headcounts(Set.copyOf(stated), counts);
    }

    private static void unknownColumns(
            ListFile list, List<String> wanted, List<AttributeId> attributes, List<String> problems) {
        for (Column column : list.columns()) {
            boolean known = wanted.stream().anyMatch(name -> name.equalsIgnoreCase(column.name()));
            if (!known && !column.name().isBlank()) {
                problems.add(String.format(
                        "line 1: column '%s' is neither term, students nor an attribute of the study (%s)%s",
                        ColumnFinder.quoted(column.name()),
                        attributes.stream().map(AttributeId::value).collect(Collectors.joining(", ")),
                        Suggestion.among(
                                attributes.stream().map(AttributeId::value).toList(), column.name())));
            }
        }
    }

    private static final class Lines {
        private final Map<String, Integer> columns;
        private final List<AttributeId> attributes;
        private final Map<String, TermId> terms = new LinkedHashMap<>();
        private final List<String> problems;
        private final Map<String, Long> seen = new HashMap<>();

        Lines(
                Map<String, Integer> columns,
                List<AttributeId> attributes,
                SchoolCalendar calendar,
                List<String> problems) {
            this.columns = columns;
            this.attributes = attributes;
            this.problems = problems;
            calendar.terms().stream().map(Term::id).forEach(term -> terms.put(term.value(), term));
        }

        void take(Row row, List<Headcounts.Row> counts) {
            int before = problems.size();
            String named = cell(row, "term");
            TermId term = terms.get(named);
            if (term == null) {
                add(
                        row,
                        String.format(
                                "there is no term '%s' in the study%s; it has %s",
                                ColumnFinder.quoted(named),
                                Suggestion.among(terms.keySet(), named),
                                String.join(", ", terms.keySet())));
            }
            String students = cell(row, "students");
            if (!students.matches("\\d{1,9}")) {
                add(
                        row,
                        String.format(
                                "students must be a whole number from 0. Value given: '%s'",
                                ColumnFinder.quoted(students)));
            }
            Map<AttributeId, String> values = new TreeMap<>();
            Set<String> blank = new TreeSet<>();
            for (AttributeId attribute : attributes) {
                String value = cell(row, attribute.value());
                values.put(attribute, value);
                if (value.isEmpty()) {
                    blank.add(attribute.value());
                }
            }
            if (!blank.isEmpty()) {
                add(row, "must state " + String.join(", ", blank));
            }
            if (term == null || problems.size() > before) {
                return;
            }
            Long earlier = seen.putIfAbsent(term + " " + values, row.line());
            if (earlier != null) {
                add(row, String.format("says again what line %d says: %s", earlier, described(term, values)));
                return;
            }
            counts.add(new Headcounts.Row(term, values, Long.parseLong(students)));
        }

        private String cell(Row row, String column) {
            return Column.tidy(row.cell(columns.getOrDefault(column, Binding.NONE)));
        }

        private void add(Row row, String problem) {
            problems.add("line " + row.line() + ": " + problem);
        }

        private static String described(TermId term, Map<AttributeId, String> values) {
            return values.entrySet().stream()
                    .map(value -> ", " + value.getKey() + " " + value.getValue())
                    .collect(Collectors.joining("", term.value(), ""));
        }
    }
}
