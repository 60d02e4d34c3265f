package org.evenkeel.reports.model;

import java.util.List;

/**
 * Who answered.
 *
 * @param sources each source with its response rates where headcounts are known, and its respondents
 * @param tippingPoints how different those who did not answer would have to be to undo a finding
 */
public record ResponseSection(List<SourceResponse> sources, List<FactTable.Fact> tippingPoints) {
    public ResponseSection {
        sources = List.copyOf(sources);
        tippingPoints = List.copyOf(tippingPoints);
    }

    /**
     * Who answered one source.
     *
     * @param id the source's id
     * @param title its name in words
     * @param sentence who answered, in one sentence
     * @param charts response rates by cohort; none without headcounts
     * @param table respondents and rates, by cohort
     */
    public record SourceResponse(String id, String title, String sentence, List<ChartSpec> charts, FigureTable table) {
        public SourceResponse {
            charts = List.copyOf(charts);
        }
    }
}
