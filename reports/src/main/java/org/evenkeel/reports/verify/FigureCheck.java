package org.evenkeel.reports.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.reports.verify.MartFigures.Entry;
import org.evenkeel.reports.verify.Numbers.Printed;
import org.evenkeel.reports.verify.Passage.Role;
import org.evenkeel.sql.release.ReleaseFigure;

/**
 * Holds every place that names figures against the mart, by the ids alone. It knows nothing of how a report is drawn, so it finds faults of
 * the drawing too, and reads what another version drew.
 */
final class FigureCheck {
    private final MartFigures figures;
    private final Set<String> met = new LinkedHashSet<>();
    private final List<Difference> differences = new ArrayList<>();
    private int numbers;

    FigureCheck(MartFigures figures) {
        this.figures = figures;
    }

    /** The figures that were met, by their ids. */
    Set<String> met() {
        return Set.copyOf(met);
    }

    /** How many numbers stood beside ids. */
    int numbers() {
        return numbers;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    void check(Iterator<Block> blocks) {
        while (blocks.hasNext()) {
            blocks.next().passages().forEach(this::check);
        }
    }

    private void check(Passage passage) {
        if (passage.role() == Role.SETTING) {
            return;
        }
        List<String> ids = Comparison.named(passage);
        List<Entry> named = new ArrayList<>();
        for (String id : ids) {
            Optional<Entry> entry = figures.find(id);
            entry.ifPresent(named::add);
            if (entry.isPresent()) {
                met.add(id);
            } else if (!figures.knows(id)) {
                differences.add(new Difference(passage.where(), id, "", List.of(id), List.of(), Kind.NUMBER));
            }
        }
        if (named.isEmpty()) {
            return;
        }
        switch (passage.role()) {
            case NUMBER -> number(passage, named);
            case CACHE -> Numbers.plain(passage.text()).ifPresent(number -> number(passage, named));
            case CELL -> {
                words(passage, named);
                first(passage, named);
            }
            case WORDS -> words(passage, named);
            case SETTING -> {}
        }
    }

    private void number(Passage passage, List<Entry> named) {
        Optional<BigDecimal> number = Numbers.plain(passage.text());
        numbers++;
        if (number.isEmpty() || !explains(passage, named, number.orElseThrow())) {
            unexplained(passage, passage.text(), named);
        }
    }

    /** The tidy sheet says by its column's name which number of the figure stands in a cell. */
    private boolean explains(Passage passage, List<Entry> named, BigDecimal number) {
        String column = passage.around().isEmpty()
                ? ""
                : passage.around().get(passage.around().size() - 1);
        if (named.size() != 1) {
            return figures.explains(named, number);
        }
        ReleaseFigure figure = named.get(0).figure();
        return switch (column) {
            case "value" -> is(figure.value(), number);
            case "lower" -> is(figure.lower(), number);
            case "upper" -> is(figure.upper(), number);
            case "band_lower" -> is(figure.bandLower(), number);
            case "band_upper" -> is(figure.bandUpper(), number);
            case "decimals" -> number.compareTo(BigDecimal.valueOf(figure.decimals())) == 0;
            default -> figures.explains(named, number);
        };
    }

    private static boolean is(Optional<BigDecimal> own, BigDecimal number) {
        return own.filter(value -> value.compareTo(number) == 0).isPresent();
    }

    private void words(Passage passage, List<Entry> named) {
        for (Printed printed : Numbers.in(passage.text())) {
            numbers++;
            if (!figures.explains(named, printed) && !isSaidAround(passage, printed)) {
                unexplained(passage, printed.text(), named);
            }
        }
    }

    /** Numbers in the names of what a place is about are no figures: "Year 2". */
    private static boolean isSaidAround(Passage passage, Printed printed) {
        return passage.around().stream()
                .flatMap(words -> Numbers.in(words).stream())
                .anyMatch(own -> own.text().equals(printed.text()));
    }

    /** A cell that opens with a number opens with the value of its figure. */
    private void first(Passage passage, List<Entry> named) {
        List<Printed> printed = Numbers.in(passage.text());
        if (named.size() != 1 || printed.isEmpty() || printed.get(0).start() != leadingSpace(passage.text())) {
            return;
        }
        Entry entry = named.get(0);
        boolean value = entry.figure().value().isEmpty()
                || Numbers.digits(
                                entry.figure().value().orElseThrow(),
                                entry.figure().decimals())
                        .equals(printed.get(0).digits());
        if (!value && entry.hasDigits(printed.get(0))) {
            unexplained(passage, printed.get(0).text(), named);
        }
    }

    private static int leadingSpace(String words) {
        return words.length() - words.stripLeading().length();
    }

    private void unexplained(Passage passage, String found, List<Entry> named) {
        List<Entry> told = named.stream().limit(3).toList();
        differences.add(new Difference(
                passage.where(),
                found,
                "",
                told.stream().map(Entry::id).toList(),
                told.stream().map(Entry::text).toList(),
                Kind.UNEXPLAINED));
    }
}
