package org.evenkeel.intake;

import static org.evenkeel.intake.Binding.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.intake.platform.Column;
import org.evenkeel.intake.platform.Layout;
import org.evenkeel.intake.platform.Platform;
import org.evenkeel.intake.table.Row;

/**
 * Where one choice of a multiple-choice question is: in a cell that lists all choices made, or in a column of its own
 * beside those of the question's other choices.
 *
 * @param whole the column that lists the choices, or none
 * @param own the choice's own column, or none
 * @param others the columns of the question's other choices
 * @param state REDCap's column that says whether the question's form was ever saved, or none
 * @param choice the choice, folded
 */
record ChoiceColumns(int whole, int own, Set<Integer> others, int state, String choice) {
    /** What the attribute says where the choice was made. */
    static final String YES = "yes";

    /** What it says where others were made, or the form says that none was. */
    static final String NO = "no";

    private static final Set<String> UNTICKED = Set.of("0", "no", "n", "false", "unchecked", "not selected", "off");
    private static final Set<String> SAVED = Set.of("1", "2", "unverified", "complete");
    private static final String SEMICOLONS = ";|\n";
    private static final String COMMAS = ",|\n";
    private static final Pattern NUMBERED = Pattern.compile("(?:sq|a|ao)0*(\\d+)");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:___|_|#|\\s*-\\s+)(?<plain>.+)|\\s*\\[(?<squared>.+)]|\\s*\\(choice=(?<round>.+)\\)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> WRITTEN = Set.of("text", "other", "comment");

    ChoiceColumns {
        others = Set.copyOf(others);
    }

    /** A column of the question, and the choice it is about. */
    private record Ticked(Column column, String choice) {}

    /** Finds the columns of a declared choice; absent where the header has none. */
    static Optional<ChoiceColumns> find(Layout layout, ColumnFinder finder, String question, String choice) {
        String wanted = AnswerReader.fold(choice);
        List<Column> listing = finder.called(question);
        if (listing.size() == 1) {
            int column = listing.get(0).index();
            return Optional.of(new ChoiceColumns(column, NONE, Set.of(), state(layout, column), wanted));
        }
        List<Ticked> columns = columns(layout, question);
        for (Ticked own : columns) {
            if (isCalled(own, wanted)) {
                Set<Integer> others = new TreeSet<>();
                columns.forEach(other -> others.add(other.column().index()));
                others.remove(own.column().index());
                int column = own.column().index();
                return Optional.of(new ChoiceColumns(NONE, column, others, state(layout, column), wanted));
            }
        }
        return Optional.empty();
    }

    /** Every column that is looked at. */
    Set<Integer> columns() {
        Set<Integer> columns = new TreeSet<>(others);
        columns.addAll(List.of(whole, own, state));
        columns.remove(NONE);
        return columns;
    }

    /** The columns that hold choices. */
    Set<Integer> answers() {
        Set<Integer> columns = columns();
        columns.remove(state);
        return columns;
    }

    /** Yes or no; absent where the question was not answered or never shown. */
    Optional<String> read(Row row, MissingCodes missing) {
        return whole == NONE ? ticked(row, missing) : listed(row.cell(whole), missing);
    }

    private Optional<String> listed(String cell, MissingCodes missing) {
        String text = AnswerReader.fold(cell);
        if (text.isEmpty() || missing.kind(text).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(text.equals(choice) || lists(text) ? YES : NO);
    }

    /** Whether the choice stands between separators; it may hold one itself. Where there are semicolons, commas are none. */
    private boolean lists(String text) {
        String separators = text.indexOf(';') >= 0 ? SEMICOLONS : COMMAS;
        int at = text.indexOf(choice);
        while (at >= 0) {
            String before = text.substring(0, at).strip();
            String after = text.substring(at + choice.length()).strip();
            boolean begins = before.isEmpty() || separators.indexOf(before.charAt(before.length() - 1)) >= 0;
            boolean ends = after.isEmpty() || separators.indexOf(after.charAt(0)) >= 0;
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(choice, at + 1);
        }
        return false;
    }

    private Optional<String> ticked(Row row, MissingCodes missing) {
        Tick mine = tick(row.cell(own), missing);
        if (mine == Tick.TICKED) {
            return Optional.of(YES);
        }
        if (mine == Tick.MISSING) {
            return Optional.empty();
        }
        if (others.stream().anyMatch(other -> tick(row.cell(other), missing) == Tick.TICKED)) {
            return Optional.of(NO);
        }
        // REDCap writes 0 for every box of a form that was never saved.
        boolean saved = state == NONE || SAVED.contains(row.cell(state).strip().toLowerCase(Locale.ROOT));
        return mine == Tick.UNTICKED && saved ? Optional.of(NO) : Optional.empty();
    }

    private enum Tick {
        TICKED,
        UNTICKED,
        BLANK,
        MISSING
    }

    private static Tick tick(String cell, MissingCodes missing) {
        String text = AnswerReader.fold(cell);
        if (text.isEmpty()) {
            return Tick.BLANK;
        }
        if (missing.kind(text).isPresent()) {
            return Tick.MISSING;
        }
        return UNTICKED.contains(text) ? Tick.UNTICKED : Tick.TICKED;
    }

    private static List<Ticked> columns(Layout layout, String question) {
        String wanted = Column.tidy(question);
        List<Ticked> found = new ArrayList<>();
        for (Column column : layout.columns()) {
            if (column.role() == Column.Role.SURVEY) {
                choice(column.name(), wanted)
                        .or(() -> choice(column.label(), wanted))
                        .or(() -> column.key().equalsIgnoreCase(wanted)
                                ? Optional.of(tail(column.name()))
                                : choice(column.key(), wanted))
                        .filter(choice -> !WRITTEN.contains(choice))
                        .ifPresent(choice -> found.add(new Ticked(column, choice)));
            }
        }
        return found;
    }

    private static Optional<String> choice(String header, String question) {
        if (header.length() <= question.length() || !header.regionMatches(true, 0, question, 0, question.length())) {
            return Optional.empty();
        }
        Matcher suffix = SUFFIX.matcher(header.substring(question.length()));
        if (!suffix.matches()) {
            return Optional.empty();
        }
        for (String group : List.of("plain", "squared", "round")) {
            String choice = suffix.group(group);
            if (choice != null) {
                return Optional.of(AnswerReader.fold(choice));
            }
        }
        return Optional.empty();
    }

    private static String tail(String name) {
        return AnswerReader.fold(name.substring(name.lastIndexOf('_') + 1));
    }

    private static boolean isCalled(Ticked column, String wanted) {
        String label = AnswerReader.fold(column.column().label());
        Matcher numbered = NUMBERED.matcher(column.choice());
        return column.choice().equals(wanted)
                || column.choice().equals(wanted.replace('-', '_'))
                || (numbered.matches() && numbered.group(1).equals(wanted))
                || label.equals(wanted)
                || label.endsWith("- " + wanted)
                || label.endsWith("[" + wanted + "]")
                || label.endsWith("(choice=" + wanted + ")");
    }

    /** The completion state of the form that a REDCap column stands in: the next one behind it. */
    static int state(Layout layout, int column) {
        if (layout.platform() != Platform.REDCAP) {
            return NONE;
        }
        return layout.columns().stream()
                .filter(candidate -> candidate.index() > column
                        && candidate.role() == Column.Role.TECHNICAL
                        && candidate.name().endsWith("_complete"))
                .findFirst()
                .map(Column::index)
                .orElse(NONE);
    }
}
