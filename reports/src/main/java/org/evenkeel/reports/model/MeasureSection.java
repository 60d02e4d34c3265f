package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One measure.
 *
 * @param key the measure's key in the release
 * @param title its title
 * @param about what it is: instrument, items, range, direction
 * @param atRisk the at-risk rule with its source
 * @param keyFigures this term's figures for the school as a whole, by name of their kind; kinds that this measure cannot
 *     have are left out
 * @param notes sentences about the section as a whole
 * @param charts its charts in reading order
 * @param table every kind of figure of this term, by cohort
 * @param sizes how large its changes are, where any is shown
 */
public record MeasureSection(
        String key,
        String title,
        String about,
        Optional<String> atRisk,
        List<KeyFigure> keyFigures,
        List<String> notes,
        List<ChartSpec> charts,
        FigureTable table,
        Optional<SizeTable> sizes) {
    private static final int MOST_LEADING = 7;

    public MeasureSection {
        keyFigures = List.copyOf(keyFigures);
        notes = List.copyOf(notes);
        charts = List.copyOf(charts);
    }

    /** Whether there are figures of this measure and every one of them is withheld. */
    public boolean showsNothing() {
        return table.isWithheld();
    }

    /** As many of the key figures as stand beside one another on a page, in their order: first those that say how the school does. */
    public List<KeyFigure> leadingFigures() {
        Set<KeyFigure> chosen = Stream.concat(
                        keyFigures.stream().filter(MeasureSection::leads),
                        keyFigures.stream().filter(figure -> !leads(figure)))
                .limit(MOST_LEADING)
                .collect(Collectors.toSet());
        return keyFigures.stream().filter(chosen::contains).toList();
    }

    private static boolean leads(KeyFigure figure) {
        return FigureKinds.LEADING.contains(figure.reading().kind());
    }

    /** A figure under the title of its kind; what a reader needs with it is its reading's note. */
    public record KeyFigure(String name, Reading reading) {}
}
