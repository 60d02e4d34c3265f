package org.evenkeel.reports.model;

import java.util.List;
import java.util.Set;

/** Codes of the figure kinds that have a place of their own in a report. Every other kind still appears in the tables. */
final class FigureKinds {
    static final String RESPONDENTS = "respondents";
    static final String RESPONSE_RATE = "response-rate";
    static final String MEAN = "mean";
    static final String SHARE_AT_RISK = "share-at-risk";
    static final String CHANGE = "change";
    static final String RELIABILITY = "reliability";

    /** Shares of the fifths of a scale, from its lowest scores to its highest. */
    static final List<String> FIFTHS = List.of(
            "share-lowest-fifth",
            "share-second-fifth",
            "share-middle-fifth",
            "share-fourth-fifth",
            "share-highest-fifth");

    /** What a page says first of a measure. */
    static final Set<String> LEADING =
            Set.of(RESPONDENTS, MEAN, "standard-deviation", SHARE_AT_RISK, CHANGE, "change-of-same-people", "median");

    private FigureKinds() {}
}
