package org.evenkeel.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.intake.platform.Column;

/** Finds the columns a study names in the header an export has. */
final class ColumnFinder {
    private static final int SHOWN = 60;
    private static final Pattern NUMBER = Pattern.compile("(?:sq)?0*(\\d+)");

    private final List<Column> columns;

    ColumnFinder(List<Column> columns) {
        this.columns = columns;
    }

    /** The columns called this; by name first, then by the platform's key, then by text, each first exactly, then but for case. */
    List<Column> called(String declared) {
        String wanted = Column.tidy(declared);
        List<Function<Column, String>> names = List.of(Column::name, Column::key, Column::label);
        for (Function<Column, String> name : names) {
            List<Column> found = where(name, text -> text.equals(wanted));
            if (found.isEmpty()) {
                found = where(name, text -> text.equalsIgnoreCase(wanted));
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The columns named like the item, but for case, separators, leading zeros and LimeSurvey's {@code [SQ001]}. */
    List<Column> like(ItemKey item) {
        String plain = Column.fold(item.value());
        String numbered = numbered(item.value());
        List<Column> found = where(Column::name, text -> Column.fold(text).equals(plain));
        if (found.isEmpty()) {
            found = where(Column::name, text -> numbered(text).equals(numbered));
        }
        return found.isEmpty() ? where(Column::label, text -> Column.fold(text).equals(plain)) : found;
    }

    /** The survey's columns whose name matches, or where none does, whose text matches; in file order. */
    List<Column> matching(String pattern) {
        String regex = Pattern.compile("\\*")
                .splitAsStream(Column.tidy(pattern) + "\0")
                .map(part -> Pattern.quote(part.replace("\0", "")))
                .collect(Collectors.joining(".*"));
        Pattern compiled = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        List<Column> survey = columns.stream()
                .filter(column -> column.role() == Column.Role.SURVEY)
                .toList();
        for (Function<Column, String> name :
                List.<Function<Column, String>>of(Column::name, Column::key, Column::label)) {
            List<Column> found = survey.stream()
                    .filter(column -> compiled.matcher(name.apply(column)).matches())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** {@code ; did you mean …?} with names this header has. */
    String suggestion(String wanted) {
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            names.add(quoted(column.name()));
            names.add(quoted(column.label()));
        }
        return Suggestion.among(names, wanted);
    }

    /** A header's text as a message may show it: on one line, and not too long. */
    static String quoted(String name) {
        String line = name.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private List<Column> where(Function<Column, String> name, java.util.function.Predicate<String> test) {
        return columns.stream()
                .filter(column -> !name.apply(column).isBlank() && test.test(name.apply(column)))
                .toList();
    }

    private static String numbered(String name) {
        StringBuilder joined = new StringBuilder();
        for (String token : Column.tidy(name).toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            Matcher number = NUMBER.matcher(token);
            joined.append(number.matches() ? "#" + number.group(1) : token);
        }
        return joined.toString();
    }
}
