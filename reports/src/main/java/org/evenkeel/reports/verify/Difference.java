package org.evenkeel.reports.verify;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A place where a report does not say what the mart has.
 *
 * @param where the place
 * @param found what stands there; empty where nothing does
 * @param expected what should stand there; empty where nothing should, or where it is not known to the digit
 * @param figures the figures it speaks of: ids
 * @param told the same figures, in words
 * @param kind what differs
 */
public record Difference(
        String where, String found, String expected, List<String> figures, List<String> told, Kind kind) {
    public Difference {
        figures = List.copyOf(figures);
        told = List.copyOf(told);
    }

    /** What differs. */
    public enum Kind {
        /** A number, or a word with digits. */
        NUMBER,
        /** Words without digits. */
        WORDS,
        /** Something that decides how a number is seen: a format, a scale, a drawing. */
        LOOK,
        /** A number beside a figure's id that is none of its numbers. */
        UNEXPLAINED,
        /** A line of the attached data. */
        ATTACHMENT
    }

    /** The difference in one line. */
    public String text() {
        String whose = told.isEmpty()
                ? kind == Kind.NUMBER ? " (no figure: a date, a count or a name)" : ""
                : (told.size() == 1 ? "; figure " : "; one of figures ")
                        + told.stream().collect(Collectors.joining(", "));
        return where + ": " + said() + whose;
    }

    private String said() {
        return switch (kind) {
            case UNEXPLAINED -> "“" + found + "” stands there, which is none of the figure's numbers in the mart";
            case LOOK -> "what is seen there differs: “" + found + "” instead of “" + expected + "”";
            case NUMBER, WORDS, ATTACHMENT -> {
                if (expected.isEmpty()) {
                    yield "“" + found + "” stands there, where the mart has nothing";
                }
                yield found.isEmpty()
                        ? "“" + expected + "” is missing"
                        : "“" + found + "” stands there, the mart has “" + expected + "”";
            }
        };
    }
}
