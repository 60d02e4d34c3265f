package org.evenkeel.intake;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.intake.AnswerReader.ListCodes;
import org.evenkeel.intake.Binding.ItemColumn;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Layout;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;
import org.evenkeel.intake.table.Table;

/**
 * An export that has been recognised and brought together with its source's plan, before a row is decoded.
 *
 * @param plan the source's plan
 * @param table its records
 * @param layout what it is
 * @param binding which column is what
 * @param zone the zone of its times
 * @param zoneKnown how the zone is known
 * @param order the order of day and month in its dates
 * @param listCodes how each questionnaire's LimeSurvey codes are numbered
 * @param notes what a person should know, in sentences
 */
record Export(
        SourcePlan plan,
        Table table,
        Layout layout,
        Binding binding,
        ZoneId zone,
        String zoneKnown,
        TimeReader.Order order,
        Map<String, ListCodes> listCodes,
        List<String> notes) {

    /** Recognises the file and finds the plan's columns in it. */
    static Export open(Path file, SourcePlan plan) {
        List<String> notes = new ArrayList<>();
        ExportTable found = ExportTable.in(file, notes);
        Layout layout = found.layout();
        requireDeclared(file, plan, layout);
        Binding binding = Binding.of(plan, layout, file);
        Table table = WordedAnswers.of(found.table(), plan, binding, notes);
        repeatedNames(layout, notes);
        boolean declared = !plan.reading().zone().isEmpty();
        ZoneId zone =
                declared ? ZoneId.of(plan.reading().zone()) : plan.calendar().zone();
        String whose = declared ? "declared for the source" : "the study's";
        String zoneKnown = zone + " (" + whose + "; the export names none)";
        if (layout.zone().isPresent()) {
            try {
                zone = ZoneId.of(layout.zone().get());
                zoneKnown = zone + " (the export's header)";
            } catch (DateTimeException e) {
                zoneKnown = zone + " (" + whose + "; the export names a zone that does not exist)";
            }
        }
        Probe probe = new Probe(file, plan, table, layout, binding, zone);
        return new Export(
                plan, table, layout, binding, zone, zoneKnown, probe.order(notes), probe.listCodes(notes), notes);
    }

    /** The records that are responses, with the cells of the columns that are read. */
    Rows rows() {
        return rows(binding.read());
    }

    /** The records that are responses, with the cells of these columns. */
    Rows rows(BitSet columns) {
        return table.rows(layout.headerRows(), layout.columns().size(), columns);
    }

    /** Names of the columns that are read, in file order. */
    List<String> mapped() {
        BitSet read = binding.read();
        return layout.columns().stream()
                .filter(column -> read.get(column.index()))
                .map(Column::name)
                .toList();
    }

    /** Names of the platform's own columns that are not read, in file order. */
    List<String> dropped() {
        BitSet read = binding.read();
        return layout.columns().stream()
                .filter(column -> !read.get(column.index()))
                .filter(column ->
                        column.role() == Column.Role.TECHNICAL && !column.name().isBlank())
                .map(Column::name)
                .toList();
    }

    /** Names of the survey's columns that are not read, in file order. */
    List<String> unmapped() {
        BitSet read = binding.read();
        return layout.columns().stream()
                .filter(column -> !read.get(column.index()))
                .filter(column ->
                        column.role() == Column.Role.SURVEY && !column.name().isBlank())
                .map(Column::name)
                .toList();
    }

    private static void requireDeclared(Path file, SourcePlan plan, Layout layout) {
        Platform.named(plan.platform())
                .filter(declared -> declared != layout.platform())
                .ifPresent(declared -> {
                    throw new DataProblem(String.format(
                            "%s: source %s declares %s, but this file is %s (%s, told by %s). Put the right file there or"
                                    + " change the source's platform.",
                            file,
                            plan.source(),
                            declared.label(),
                            layout.platform().label(),
                            layout.format(),
                            layout.recognisedBy()));
                });
    }

    private static void repeatedNames(Layout layout, List<String> notes) {
        Set<String> seen = new TreeSet<>();
        long repeated = layout.columns().stream()
                .filter(column -> !column.name().isBlank() && !seen.add(column.name()))
                .count();
        if (repeated > 0) {
            notes.add(repeated + " column names occur more than once");
        }
    }

    /** What only a look through all rows can tell: made only where the first rows leave it open. */
    private record Probe(Path file, SourcePlan plan, Table table, Layout layout, Binding binding, ZoneId zone) {
        private static final int LOOKED_AT = 50;

        TimeReader.Order order(List<String> notes) {
            int declared = binding.time();
            List<Integer> columns = declared == Binding.NONE ? binding.rules().timeColumns() : List.of(declared);
            DateForm form = plan.reading().dates();
            if (form == DateForm.DAY_FIRST || form == DateForm.MONTH_FIRST || !mayBeOpen(columns)) {
                return TimeReader.Order.UNKNOWN;
            }
            Map<TimeReader.Order, Long> proofs = new LinkedHashMap<>();
            Map<TimeReader.Order, Long> inTerm = new LinkedHashMap<>();
            long open = 0;
            try (Rows rows = rows(columns)) {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    for (int column : columns) {
                        String cell = row.cell(column);
                        if (TimeReader.leavesOrderOpen(cell)) {
                            open++;
                            proofs.merge(TimeReader.proof(cell), 1L, Long::sum);
                            for (var order : List.of(TimeReader.Order.DAY_FIRST, TimeReader.Order.MONTH_FIRST)) {
                                new TimeReader(zone, order)
                                        .read(cell)
                                        .flatMap(plan.calendar()::termOf)
                                        .ifPresent(term -> inTerm.merge(order, 1L, Long::sum));
                            }
                        }
                    }
                }
            }
            return open == 0 ? TimeReader.Order.UNKNOWN : decide(proofs, inTerm, open, notes);
        }

        private TimeReader.Order decide(
                Map<TimeReader.Order, Long> proofs, Map<TimeReader.Order, Long> inTerm, long open, List<String> notes) {
            long dayFirst = proofs.getOrDefault(TimeReader.Order.DAY_FIRST, 0L);
            long monthFirst = proofs.getOrDefault(TimeReader.Order.MONTH_FIRST, 0L);
            if (dayFirst > 0 && monthFirst > 0) {
                throw new DataProblem(String.format(
                        "%s: %d times can only be day/month/year and %d only month/day/year. Export it again with one form of"
                                + " date.",
                        file, dayFirst, monthFirst));
            }
            if (dayFirst + monthFirst > 0) {
                notes.add(String.format(
                        "dates are read as %s: %d of %d can be nothing else",
                        dayFirst > 0 ? "day/month/year" : "month/day/year", dayFirst + monthFirst, open));
                return dayFirst > 0 ? TimeReader.Order.DAY_FIRST : TimeReader.Order.MONTH_FIRST;
            }
            long daysInTerm = inTerm.getOrDefault(TimeReader.Order.DAY_FIRST, 0L);
            long monthsInTerm = inTerm.getOrDefault(TimeReader.Order.MONTH_FIRST, 0L);
            if ((daysInTerm == open) == (monthsInTerm == open)) {
                throw new DataProblem(String.format(
                        "%s: its dates can be day/month/year or month/day/year, and nothing in the file says which. Declare"
                                + " time: { dates: day-first } or month-first under the source, or export it from the"
                                + " platform again without opening it in a spreadsheet.",
                        file));
            }
            boolean dayIsFirst = daysInTerm == open;
            notes.add(String.format(
                    "dates are read as %s: only so do all %d lie in the study's terms",
                    dayIsFirst ? "day/month/year" : "month/day/year", open));
            return dayIsFirst ? TimeReader.Order.DAY_FIRST : TimeReader.Order.MONTH_FIRST;
        }

        private boolean mayBeOpen(List<Integer> columns) {
            try (Rows rows = rows(columns)) {
                for (int i = 0; i < LOOKED_AT && rows.hasNext(); i++) {
                    Row row = rows.next();
                    if (columns.stream().anyMatch(column -> TimeReader.leavesOrderOpen(row.cell(column)))) {
                        return true;
                    }
                }
            }
            return false;
        }

        Map<String, ListCodes> listCodes(List<String> notes) {
            Map<String, ListCodes> codes = new LinkedHashMap<>();
            for (Questionnaire questionnaire : plan.questionnaires()) {
                codes.put(questionnaire.name(), ListCodes.NONE);
                if (layout.platform() == Platform.LIMESURVEY) {
                    codes.put(
                            questionnaire.name(),
                            questionnaire.range().lowest() == 1 ? ListCodes.VALUES : numbering(questionnaire, notes));
                }
            }
            return codes;
        }

        private ListCodes numbering(Questionnaire questionnaire, List<String> notes) {
            List<Integer> columns = binding.items().stream()
                    .filter(item -> item.questionnaire().equals(questionnaire))
                    .map(ItemColumn::column)
                    .toList();
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            try (Rows rows = rows(columns)) {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    for (int column : columns) {
                        Matcher code =
                                AnswerReader.LIST_CODE.matcher(row.cell(column).strip());
                        if (code.matches()
                                && !questionnaire
                                        .answers()
                                        .containsKey(row.cell(column).strip())) {
                            lowest = Math.min(lowest, Integer.parseInt(code.group(1)));
                            highest = Math.max(highest, Integer.parseInt(code.group(1)));
                        }
                    }
                }
            }
            if (highest < lowest) {
                return ListCodes.NONE;
            }
            int options =
                    questionnaire.range().highest() - questionnaire.range().lowest() + 1;
            if (lowest == 0) {
                notes.add(questionnaire.name() + ": codes A0, A1, … are read as the values 0, 1, …, because A0 occurs");
                return ListCodes.VALUES;
            }
            if (highest == options) {
                notes.add(String.format(
                        "%s: codes A1…A%d are read as the values %d…%d, because A%d occurs",
                        questionnaire.name(),
                        options,
                        questionnaire.range().lowest(),
                        questionnaire.range().highest(),
                        options));
                return ListCodes.POSITIONS;
            }
            throw new DataProblem(String.format(
                    "%s: the answers of %s are codes from A%d to A%d, and its values go from %d to %d: A1 may mean %d or 1."
                            + " Declare what the codes mean under the instrument's 'answers'.",
                    file,
                    questionnaire.name(),
                    lowest,
                    highest,
                    questionnaire.range().lowest(),
                    questionnaire.range().highest(),
                    questionnaire.range().lowest()));
        }

        private Rows rows(List<Integer> columns) {
            BitSet wanted = new BitSet();
            columns.forEach(wanted::set);
            return table.rows(layout.headerRows(), layout.columns().size(), wanted);
        }
    }
}
