package org.evenkeel.reports.verify;

import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.reports.verify.MartFigures.Entry;

/**
 * What a place of a report speaks of.
 *
 * @param figures the figures that it can mean
 * @param chart the chart it stands in; empty where it stands in none
 */
record Meaning(List<Entry> figures, Optional<DrawnChart> chart) {
    Meaning {
        figures = List.copyOf(figures);
    }

    /** That the place does not say what it should. A scale or label of a chart means no single figure: the chart's are named. */
    Difference difference(String where, String found, String expected, Kind kind) {
        List<Entry> named = figures.isEmpty() ? chart.map(DrawnChart::figures).orElse(List.of()) : figures;
        return new Difference(
                where,
                found,
                expected,
                named.stream().map(Entry::id).toList(),
                figures.stream().map(Entry::text).toList(),
                chart.map(DrawnChart::text),
                kind);
    }
}
