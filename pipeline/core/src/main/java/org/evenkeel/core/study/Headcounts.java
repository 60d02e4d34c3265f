package org.evenkeel.core.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.evenkeel.core.problem.Require;

/**
 * How many students there were, from the registrar: one row per term and combination of the attributes the file names.
 *
 * @param attributes the attributes the file distinguishes
 * @param rows the counts
 */
public record Headcounts(Set<AttributeId> attributes, List<Row> rows) {
    /** The study gave no headcounts. */
    public static final Headcounts NONE = new Headcounts(Set.of(), List.of());

    /** One line of the headcount file. */
    public record Row(TermId term, Map<AttributeId, String> values, long students) {
        public Row {
            values = Map.copyOf(values);
            Require.that(students >= 0, "students must be 0 or more. Value given: %s", students);
        }
    }

    public Headcounts {
        attributes = Set.copyOf(attributes);
        rows = List.copyOf(rows);
        List<String> seen = new ArrayList<>();
        for (Row row : rows) {
            Require.that(
                    row.values().keySet().equals(attributes),
                    "every headcount row must state %s. Value given: %s",
                    attributes,
                    row.values().keySet());
            String key = row.term() + " " + new java.util.TreeMap<>(row.values());
            Require.that(!seen.contains(key), "a headcount is given twice: %s", key);
            seen.add(key);
        }
    }

    /**
     * Students in the term for whom each of these attributes has one of the values given. Absent when the file does not
     * say: no row for the term, or an attribute it does not distinguish.
     */
    public OptionalLong students(TermId term, Map<AttributeId, Set<String>> conditions) {
        if (!attributes.containsAll(conditions.keySet())) {
            return OptionalLong.empty();
        }
        long students = 0;
        boolean stated = false;
        for (Row row : rows) {
            if (row.term().equals(term)) {
                stated = true;
                boolean inside = conditions.entrySet().stream()
                        .allMatch(condition ->
                                condition.getValue().contains(row.values().get(condition.getKey())));
                students += inside ? row.students() : 0;
            }
        }
        return stated ? OptionalLong.of(students) : OptionalLong.empty();
    }
}
