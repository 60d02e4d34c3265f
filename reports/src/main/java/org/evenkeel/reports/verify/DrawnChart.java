package org.evenkeel.reports.verify;

import java.util.List;
import org.evenkeel.reports.verify.MartFigures.Entry;

/**
 * A chart of a report with the mart's figures that it shows.
 *
 * @param text the chart in words
 * @param figures the figures it shows, in its table's order
 */
record DrawnChart(String text, List<Entry> figures) {
    DrawnChart {
        figures = List.copyOf(figures);
    }
}
