package org.evenkeel.reports.verify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A place where a report does not say what the mart has.
 *
 * @param where the place
 * @param found what stands there; empty where nothing does
 * @param expected what should stand there; empty where nothing should, or where it is not known to the digit
 * @param figures the figures it speaks of: ids
 * @param told the same figures, in words; empty where no single one of them can be meant
 * @param chart the chart it stands in, in words; empty where it stands in none
 * @param kind what differs
 */
public record Difference(
        String where,
        String found,
        String expected,
        List<String> figures,
        List<String> told,
        Optional<String> chart,
        Kind kind) {
    private static final int MOST_LISTED = 8;

    public Difference {
        figures = List.copyOf(figures);
        told = List.copyOf(told);
    }

    /** A difference that stands in no chart. */
    Difference(String where, String found, String expected, List<String> figures, List<String> told, Kind kind) {
        this(where, found, expected, figures, told, Optional.empty(), kind);
    }

    /** The same at another place. */
    Difference at(String place) {
        return new Difference(place, found, expected, figures, told, chart, kind);
    }

    /** The same as another kind of difference. */
    Difference as(Kind other) {
        return new Difference(where, found, expected, figures, told, chart, other);
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
        return where + ": " + said() + whose();
    }

    private String whose() {
        if (!told.isEmpty()) {
            return (told.size() == 1 ? "; figure " : "; one of figures ")
                    + told.stream().collect(Collectors.joining(", "));
        }
        if (chart.isPresent()) {
            return "; in " + chart.orElseThrow() + (figures.isEmpty() ? "" : ", which shows " + listed());
        }
        return kind == Kind.NUMBER ? " (no figure: a date, a count or a name)" : "";
    }

    private String listed() {
        int more = figures.size() - MOST_LISTED;
        return (figures.size() == 1 ? "figure " : "figures ")
                + figures.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
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
