package org.evenkeel.intake.platform;

import static org.evenkeel.intake.platform.ColumnSearch.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.evenkeel.intake.platform.Layout.Certainty;
import org.evenkeel.intake.table.Row;

/**
 * REDCap tables: one header row of field names, the fields of a form between its time stamp and its completion state. One
 * record may have many rows, one for each event and each repetition of a form; a form's cells are blank on rows of others.
 */
final class RedcapLayout {
    private static final String COMPLETE = "_complete";
    private static final String TIMESTAMP = "_timestamp";
    private static final String OPENED = "[not completed]";
    private static final Set<String> STATES = Set.of("", "0", "1", "2", "incomplete", "unverified", "complete");
    private static final List<String> EVENT = List.of("redcap_event_name", "Event Name");
    private static final List<String> INSTRUMENT = List.of("redcap_repeat_instrument", "Repeat Instrument");
    private static final List<String> INSTANCE = List.of("redcap_repeat_instance", "Repeat Instance");
    private static final Set<String> STRUCTURE = Set.of(
            "redcap_event_name",
            "redcap_repeat_instrument",
            "redcap_repeat_instance",
            "redcap_data_access_group",
            "redcap_survey_identifier");
    /** What REDCap calls its own columns where the header holds labels. */
    private static final Set<String> STRUCTURE_LABELS =
            Set.of("Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Identifier");

    private static final String COMPLETE_LABEL = "Complete?";
    private static final String TIMESTAMP_LABEL = "Survey Timestamp";

    private RedcapLayout() {}

    static Optional<Layout> of(List<Row> head) {
        if (head.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < head.get(0).cells(); i++) {
            names.add(Column.tidy(head.get(0).cell(i)));
        }
        boolean labelled = names.contains(COMPLETE_LABEL);
        List<Form> forms = labelled ? labelledForms(names, head) : forms(names, head);
        String sign = labelled ? labelledSign(names, forms) : sign(names, forms);
        if (sign.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean technical = i == 0 || name.startsWith("redcap_") || (labelled && STRUCTURE_LABELS.contains(name));
            for (Form form : forms) {
                technical |= i == form.complete() || i == form.timestamp();
            }
            columns.add(new Column(i, name, "", "", technical ? Column.Role.TECHNICAL : Column.Role.SURVEY));
        }
        boolean many = first(names, EVENT) != NONE;
        boolean repeating = first(names, INSTRUMENT) != NONE || first(names, INSTANCE) != NONE;
        String kind = (many ? "longitudinal" : "classic")
                + (repeating ? ", repeating" : "")
                + (labelled ? ", header of labels" : "");
        return Optional.of(new Layout(
                Platform.REDCAP,
                kind,
                many || repeating || names.stream().anyMatch(STRUCTURE::contains)
                        ? Certainty.CERTAIN
                        : Certainty.LIKELY,
                sign,
                1,
                columns,
                Optional.empty(),
                new Reading(
                        names,
                        forms,
                        labelled ? Naming.LABELS : Naming.CODES,
                        ColumnSearch.first(columns, PlainLayout.TIMES))));
    }

    /** What a header calls forms and fields. */
    private enum Naming {
        CODES,
        LABELS
    }

    private static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(NONE);
    }

    private static String labelledSign(List<String> names, List<Form> forms) {
        Optional<String> structure =
                names.stream().filter(STRUCTURE_LABELS::contains).findFirst();
        boolean record =
                Column.fold(names.get(0)).matches("(record|study|participant|subject|patient|unique|response)id");
        boolean known = structure.isPresent() || record || names.contains(TIMESTAMP_LABEL);
        return forms.isEmpty() || !known
                ? ""
                : "'" + structure.orElse(names.get(0)) + "' and '" + COMPLETE_LABEL + "' in row 1";
    }

    /** The forms of a header of labels, in which no form is named. */
    private static List<Form> labelledForms(List<String> names, List<Row> head) {
        List<Form> forms = new ArrayList<>();
        int first = 1;
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).equals(COMPLETE_LABEL) && holdsStates(i, head)) {
                int stamp = names.subList(first, i).indexOf(TIMESTAMP_LABEL);
                forms.add(new Form(
                        String.format("form %04d", forms.size() + 1), first, stamp < 0 ? NONE : first + stamp, i));
                first = i + 1;
            }
        }
        return forms;
    }

    private static String sign(List<String> names, List<Form> forms) {
        Optional<String> structure = names.stream().filter(STRUCTURE::contains).findFirst();
        if (structure.isPresent()) {
            return "'" + structure.get() + "' in row 1";
        }
        if (forms.isEmpty() || names.get(0).endsWith(COMPLETE)) {
            return "";
        }
        String form = "'" + forms.get(0).name() + COMPLETE + "'";
        boolean checkBoxes = names.stream().anyMatch(name -> name.matches("\\w+___\\w+"));
        boolean stamped = forms.stream().anyMatch(one -> one.timestamp() != NONE);
        boolean record = names.get(0).matches("(record|study|participant|subject|patient|unique)_?id");
        return checkBoxes || stamped || record ? "'" + names.get(0) + "' and " + form + " in row 1" : "";
    }

    /** A form's columns: from {@code first} to {@code complete}. */
    private record Form(String name, int first, int timestamp, int complete) {
        boolean holds(int column) {
            return column >= first && column <= complete;
        }
    }

    private static List<Form> forms(List<String> names, List<Row> head) {
        List<Form> forms = new ArrayList<>();
        int first = 1;
        for (int i = 1; i < names.size(); i++) {
            String name = names.get(i);
            if (name.endsWith(COMPLETE) && name.length() > COMPLETE.length() && holdsStates(i, head)) {
                String form = name.substring(0, name.length() - COMPLETE.length());
                forms.add(new Form(form, first, names.indexOf(form + TIMESTAMP), i));
                first = i + 1;
            }
        }
        return forms;
    }

    private static boolean holdsStates(int column, List<Row> head) {
        return head.stream()
                .skip(1)
                .allMatch(row -> STATES.contains(row.cell(column).strip().toLowerCase(Locale.ROOT)));
    }

    private record Reading(List<String> names, List<Form> forms, Naming naming, int otherTime) implements Convention {
        @Override
        public Rules rules(Set<Integer> items) {
            Map<String, Form> asked = new TreeMap<>();
            for (Form form : forms) {
                if (items.stream().anyMatch(form::holds)) {
                    asked.put(form.name(), form);
                }
            }
            return new FormRules(
                    List.copyOf(asked.values()),
                    Set.copyOf(items),
                    naming,
                    first(names, EVENT),
                    first(names, INSTRUMENT),
                    first(names, INSTANCE),
                    items.contains(otherTime) ? NONE : otherTime);
        }
    }

    private record FormRules(
            List<Form> forms, Set<Integer> items, Naming naming, int event, int instrument, int instance, int otherTime)
            implements Convention.Rules {
        @Override
        public Set<Integer> columns() {
            Set<Integer> columns = new LinkedHashSet<>(List.of(0, event, instrument, instance, otherTime));
            forms.forEach(form -> {
                columns.add(form.timestamp());
                columns.add(form.complete());
            });
            columns.remove(NONE);
            return columns;
        }

        @Override
        public Convention.Standing standing(Row row) {
            String repeated = Column.fold(row.cell(instrument));
            if (naming == Naming.CODES
                    && !repeated.isEmpty()
                    && forms.stream().noneMatch(form -> Column.fold(form.name()).equals(repeated))) {
                return Convention.Standing.ELSEWHERE;
            }
            boolean stated = false;
            boolean open = false;
            for (Form form : forms) {
                String stamp = row.cell(form.timestamp()).strip();
                String state = row.cell(form.complete()).strip().toLowerCase(Locale.ROOT);
                stated |= !state.isEmpty() || !stamp.isEmpty();
                boolean submitted = !stamp.isEmpty() && !stamp.equalsIgnoreCase(OPENED);
                boolean incomplete = state.equals("0") || state.equals("incomplete") || stamp.equalsIgnoreCase(OPENED);
                open |= incomplete && !submitted;
            }
            if (!stated && items.stream().allMatch(item -> row.cell(item).isBlank())) {
                return Convention.Standing.ELSEWHERE;
            }
            return open ? Convention.Standing.UNFINISHED : Convention.Standing.COUNTS;
        }

        @Override
        public String submitted(Row row) {
            return forms.stream()
                    .map(form -> row.cell(form.timestamp()).strip())
                    .filter(stamp -> !stamp.isEmpty() && !stamp.equalsIgnoreCase(OPENED))
                    .max(String::compareTo)
                    .orElse(isStamped() ? "" : row.cell(otherTime));
        }

        @Override
        public List<Integer> timeColumns() {
            return isStamped()
                    ? forms.stream()
                            .map(Form::timestamp)
                            .filter(column -> column != NONE)
                            .toList()
                    : IntStream.of(otherTime)
                            .filter(column -> column != NONE)
                            .boxed()
                            .toList();
        }

        private boolean isStamped() {
            return forms.stream().anyMatch(form -> form.timestamp() != NONE);
        }

        @Override
        public String response(Row row) {
            String record = row.cell(0).strip();
            return record.isEmpty()
                    ? ""
                    : String.join("\u001f", record, row.cell(event), row.cell(instrument), row.cell(instance));
        }

        @Override
        public Convention.Numbering numbering() {
            return Convention.Numbering.WITHIN_SURVEY;
        }

        @Override
        public UnaryOperator<Row> completion(Set<Integer> shared) {
            return event == NONE && instrument == NONE && instance == NONE
                    ? UnaryOperator.identity()
                    : new RecordMemory(new TreeSet<>(shared));
        }
    }

    /** Remembers what the rows of the current record have said; REDCap writes a record's rows one after the other. */
    private static final class RecordMemory implements UnaryOperator<Row> {
        private final Set<Integer> shared;
        private final Map<Integer, String> said = new LinkedHashMap<>();
        private String record = "";

        RecordMemory(Set<Integer> shared) {
            this.shared = shared;
        }

        @Override
        public Row apply(Row row) {
            if (!row.cell(0).equals(record)) {
                record = row.cell(0);
                said.clear();
            }
            Row completed = row;
            for (int column : shared) {
                if (!row.cell(column).isBlank()) {
                    said.put(column, row.cell(column));
                } else if (said.containsKey(column)) {
                    completed = completed.with(column, said.getOrDefault(column, ""));
                }
            }
            return completed;
        }
    }
}
