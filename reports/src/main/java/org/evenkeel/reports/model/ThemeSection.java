package org.evenkeel.reports.model;

import java.util.List;

/** The measures that speak of one thing, in the release's order. */
public record ThemeSection(String theme, List<MeasureSection> measures) {
    public ThemeSection {
        measures = List.copyOf(measures);
    }
}
