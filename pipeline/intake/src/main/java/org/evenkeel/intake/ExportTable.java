package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Layout;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.platform.Recogniser;
import org.evenkeel.intake.table.Delimited;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Table;
import org.evenkeel.intake.table.TableFile;

/** The one table of a file that is an export, and how it is laid out. */
record ExportTable(Table table, Layout layout, List<Row> head) {
    private static final int SHOWN = 8;
    private static final int LONGEST_TEXT = 4_000;

    /** Finds it; where a file holds several, only one of them may be an export. */
    static ExportTable in(Path file, List<String> notes) {
        List<ExportTable> all = new ArrayList<>();
        for (Table table : TableFile.tables(file)) {
            List<Row> head = table.head(Recogniser.ROWS).stream()
                    .map(ExportTable::shortened)
                    .toList();
            if (!head.isEmpty()) {
                all.add(new ExportTable(table, Recogniser.recognise(head).with(table.columnTexts()), head));
            }
        }
        if (all.isEmpty()) {
            throw new DataProblem(file + ": the export is empty: it has no header and no response. Export it again.");
        }
        ExportTable chosen = all.size() == 1 ? all.get(0) : choose(file, all);
        String description = Recogniser.description(chosen.head());
        if (!description.isEmpty()) {
            throw new DataProblem(String.format(
                    "%s: this is %s: it describes a survey and holds no response. Export the responses.",
                    file, description));
        }
        if (all.size() > 1) {
            notes.add(String.format("read is '%s', one of %d tables in the file", chosen.shownName(), all.size()));
        } else if (!chosen.table().bytes().content().entry().isEmpty()) {
            notes.add("read is '" + chosen.shownName() + "' inside the archive");
        }
        return chosen;
    }

    /** No name or question is longer; what is would only keep patterns busy. */
    private static Row shortened(Row row) {
        Row shortened = row;
        for (int i = 0; i < row.cells(); i++) {
            if (row.cell(i).length() > LONGEST_TEXT) {
                shortened = shortened.with(i, row.cell(i).substring(0, LONGEST_TEXT));
            }
        }
        return shortened;
    }

    private static ExportTable choose(Path file, List<ExportTable> all) {
        List<ExportTable> candidates = all.stream()
                .filter(one -> one.head().size() > 1 && one.layout().columns().size() > 1)
                .toList();
        List<ExportTable> known = candidates.stream()
                .filter(one -> one.layout().platform() != Platform.PLAIN)
                .toList();
        List<ExportTable> likely = known.isEmpty() ? candidates : known;
        if (likely.size() > 1 && isOneSurvey(likely)) {
            List<ExportTable> texts = likely.stream()
                    .filter(one -> one.table() instanceof Delimited)
                    .toList();
            likely = texts.size() == 1 ? texts : likely;
        }
        if (likely.size() == 1) {
            return likely.get(0);
        }
        String names = (likely.isEmpty() ? all : likely)
                .stream().limit(SHOWN).map(one -> "'" + one.shownName() + "'").collect(Collectors.joining(", "));
        throw new DataProblem(String.format(
                "%s: the file holds %d tables that may be the export (%s). Leave one of them, or put each into a file of its"
                        + " own.",
                file, likely.isEmpty() ? all.size() : likely.size(), names));
    }

    /** Whether all have the same header: one survey, exported in more than one form. */
    private static boolean isOneSurvey(List<ExportTable> tables) {
        List<String> first = header(tables.get(0));
        return tables.stream().allMatch(table -> header(table).equals(first));
    }

    private static List<String> header(ExportTable table) {
        return table.layout().columns().stream().map(Column::name).toList();
    }

    private String shownName() {
        String entry = table.bytes().content().entry();
        String name = table.name();
        return ColumnFinder.quoted(entry.isEmpty() || entry.equals(name) ? name : entry + ": " + name);
    }
}
