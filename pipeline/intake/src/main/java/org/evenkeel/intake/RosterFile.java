package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;

/**
 * A roster file, read whole: who had which attributes in which term, without any identifier. One entry stands for each
 * respondent and term; where a file says more than one thing, its last line counts.
 *
 * @param entries one entry per respondent and term, in the order of their first lines
 * @param rows rows in: entries + without respondent + repeated + superseded
 * @param withoutRespondent rows rejected because their id is empty
 * @param repeated rows that say again what an earlier row said
 * @param superseded rows whose attributes a later row of the same respondent and term changes
 */
public record RosterFile(List<RosterEntry> entries, long rows, long withoutRespondent, long repeated, long superseded) {
    private static final int SHOWN = 20;

    public RosterFile {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a roster: columns {@code respondent}, {@code term} and one per attribute, found whatever their case.
     *
     * @throws DataProblem naming every missing column, or every line whose term the study does not have
     */
    public static RosterFile read(
            Path file, List<AttributeId> attributes, String idSpace, SchoolCalendar calendar, PseudonymKey key) {
        return read(file, attributes, idSpace, calendar, key, Map.of());
    }

    /**
     * Reads a roster whose labels mean what the study says.
     *
     * @throws DataProblem naming every missing column, or every line whose term the study does not have
     */
    public static RosterFile read(
            Path file,
            List<AttributeId> attributes,
            String idSpace,
            SchoolCalendar calendar,
            PseudonymKey key,
            Map<AttributeId, SourcePlan.Labels> labels) {
        ListFile list = ListFile.open(file, "the roster");
        List<String> problems = new ArrayList<>();
        List<String> wanted = new ArrayList<>(List.of("respondent", "term"));
        attributes.forEach(attribute -> wanted.add(attribute.value()));
        Map<String, Integer> columns = list.find(wanted, problems);
        if (!problems.isEmpty()) {
            throw problem(file, problems);
        }
        Reading reading = new Reading(new Pseudonymiser(key), attributes, columns, idSpace, terms(calendar), labels);
        try (Rows rows = list.rows()) {
            while (rows.hasNext()) {
                reading.take(rows.next());
            }
        }
        if (!reading.problems.isEmpty()) {
            reading.problems.add("the study's terms are " + String.join(", ", reading.terms.keySet()));
            throw problem(file, reading.problems);
        }
        return reading.result();
    }

    private static DataProblem problem(Path file, List<String> problems) {
        return new DataProblem(String.format(
                "%s: the roster cannot be used:%n  - %s", file, String.join(String.format("%n  - "), problems)));
    }

    private static Map<String, TermId> terms(SchoolCalendar calendar) {
        Map<String, TermId> terms = new LinkedHashMap<>();
        calendar.terms().stream().map(Term::id).forEach(term -> terms.put(term.value(), term));
        return terms;
    }

    private static final class Reading {
        private final Pseudonymiser pseudonymiser;
        private final Map<String, Integer> columns;
        private final String idSpace;
        private final Map<String, TermId> terms;
        private final Map<AttributeId, LabelReader> readers = new HashMap<>();
        private final Map<Key, RosterEntry> entries = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();
        private long rows;
        private long withoutRespondent;
        private long repeated;
        private long superseded;

        private record Key(Pseudonym respondent, TermId term) {}

        Reading(
                Pseudonymiser pseudonymiser,
                List<AttributeId> attributes,
                Map<String, Integer> columns,
                String idSpace,
                Map<String, TermId> terms,
                Map<AttributeId, SourcePlan.Labels> labels) {
            this.pseudonymiser = pseudonymiser;
            this.columns = columns;
            this.idSpace = idSpace;
            this.terms = terms;
            MissingCodes missing = new MissingCodes(Platform.PLAIN, Set.of());
            attributes.forEach(attribute -> readers.put(
                    attribute, new LabelReader(labels.getOrDefault(attribute, SourcePlan.Labels.AS_WRITTEN), missing)));
        }

        void take(Row row) {
            rows++;
            String id = row.cell(columns.getOrDefault("respondent", Binding.NONE));
            if (!Pseudonymiser.identifies(id)) {
                withoutRespondent++;
                return;
            }
            TermId term = terms.get(Column.tidy(row.cell(columns.getOrDefault("term", Binding.NONE))));
            if (term == null) {
                if (problems.size() < SHOWN) {
                    problems.add(String.format("line %d: its term is not one of the study's", row.line()));
                }
                return;
            }
            Map<AttributeId, String> stated = new HashMap<>();
            readers.forEach((attribute, reader) -> {
                String label = reader.read(row.cell(columns.getOrDefault(attribute.value(), Binding.NONE)));
                if (!label.isEmpty()) {
                    stated.put(attribute, label);
                }
            });
            Pseudonym respondent = pseudonymiser.person(idSpace, id);
            RosterEntry entry = new RosterEntry(respondent.value(), respondent.check(), term, stated);
            RosterEntry earlier = entries.put(new Key(respondent, term), entry);
            if (earlier != null) {
                repeated += earlier.equals(entry) ? 1 : 0;
                superseded += earlier.equals(entry) ? 0 : 1;
            }
        }

        RosterFile result() {
            return new RosterFile(List.copyOf(entries.values()), rows, withoutRespondent, repeated, superseded);
        }
    }
}
