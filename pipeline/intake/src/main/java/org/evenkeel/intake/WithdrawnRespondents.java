package org.evenkeel.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;

/**
 * The people who asked to be erased, read from a file that is not kept: one id a line, or a table with the id column. The
 * ids stay in memory; nothing prints or writes them.
 */
public final class WithdrawnRespondents {
    private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");
    private static final String USUAL_COLUMN = "respondent";

    private final List<String> ids;

    private WithdrawnRespondents(List<String> ids) {
        this.ids = ids;
    }

    /**
     * Reads the file.
     *
     * @param file one id a line, or a table whose first row names its columns
     * @param idColumns what the study's sources call their id column
     * @throws UsageProblem where it holds no id, or is a table without such a column; it names no id
     */
    public static WithdrawnRespondents read(Path file, Collection<String> idColumns) {
        List<String> lines = lines(file);
        Map<String, String> columns = new TreeMap<>();
        idColumns.forEach(column -> columns.put(Column.fold(column), column));
        columns.put(Column.fold(USUAL_COLUMN), USUAL_COLUMN);
        String first = lines.isEmpty() ? "" : lines.get(0);
        List<String> header = List.of(SEPARATOR.split(first, -1));
        List<String> found = header.stream()
                .map(cell -> Column.fold(unquoted(cell)))
                .filter(columns::containsKey)
                .toList();
        if (found.isEmpty() && header.size() > 1) {
            throw new UsageProblem(file + ": this is a table, and none of its columns is an id column of the study ("
                    + String.join(", ", new TreeSet<>(columns.values()))
                    + "). Give one id a line, or a table with that column.");
        }
        List<String> read =
                header.size() > 1 ? ofTable(file, columns) : lines.subList(found.isEmpty() ? 0 : 1, lines.size());
        Set<String> seen = new LinkedHashSet<>();
        List<String> ids = new ArrayList<>();
        for (String line : read) {
            String id = unquoted(line);
            if (Pseudonymiser.identifies(id) && seen.add(Pseudonymiser.normalise(id))) {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            throw new UsageProblem(file + ": there is no id in it. Give one id a line, or a table with the id column.");
        }
        return new WithdrawnRespondents(ids);
    }

    /** How many people there are. */
    public int size() {
        return ids.size();
    }

    /** Their pseudonyms in an id space, under the study's key. */
    public List<Pseudonym> pseudonyms(String idSpace, PseudonymKey key) {
        Pseudonymiser pseudonymiser = new Pseudonymiser(key);
        return ids.stream().map(id -> pseudonymiser.person(idSpace, id)).toList();
    }

    /** How many rows of a roster file are theirs; 0 where it is not there. */
    public long rowsIn(Path roster) {
        if (!Files.isRegularFile(roster)) {
            return 0;
        }
        Set<String> wanted = new TreeSet<>();
        ids.forEach(id -> wanted.add(Pseudonymiser.normalise(id)));
        return ofTable(roster, Map.of(USUAL_COLUMN, USUAL_COLUMN)).stream()
                .filter(id -> wanted.contains(Pseudonymiser.normalise(id)))
                .count();
    }

    List<String> ids() {
        return ids;
    }

    @Override
    public String toString() {
        return ids.size() + " withdrawn respondents";
    }

    private static List<String> ofTable(Path file, Map<String, String> columns) {
        ListFile list = ListFile.open(file, "the list of respondents");
        int column = list.columns().stream()
                .filter(one -> columns.containsKey(Column.fold(one.name())))
                .mapToInt(Column::index)
                .findFirst()
                .orElseThrow(() -> new UsageProblem(file + ": its id column cannot be found. Give one id a line."));
        List<String> ids = new ArrayList<>();
        try (Rows rows = list.rows()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                ids.add(row.cell(column));
            }
        }
        return ids;
    }

    private static List<String> lines(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageProblem(file + ": the list of respondents cannot be read. Name a text file that is there.");
        }
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }
}
