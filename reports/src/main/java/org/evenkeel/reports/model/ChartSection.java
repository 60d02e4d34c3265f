package org.evenkeel.reports.model;

import java.util.List;

/**
 * A heading with sentences and charts that belong to no single measure.
 *
 * @param title the heading
 * @param paragraphs what is to be said before the charts
 * @param charts the charts in reading order
 */
public record ChartSection(String title, List<String> paragraphs, List<ChartSpec> charts) {
    public ChartSection {
        paragraphs = List.copyOf(paragraphs);
        charts = List.copyOf(charts);
    }

    /** Whether there is nothing to be seen. */
    public boolean isEmpty() {
        return charts.isEmpty();
    }
}
