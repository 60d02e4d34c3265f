package org.evenkeel.reports.model;

/**
 * One figure with everything needed to read it alone: a row of the tidy data.
 *
 * @param release the release the figure was published in
 * @param term that release's term
 * @param kind title of the figure's kind
 * @param source the source's id
 * @param measure the measure's key; empty for figures about the source as a whole
 * @param measureTitle the measure's title; empty for figures about the source as a whole
 * @param period the period's key
 * @param periodTitle the period in words
 * @param grouping the grouping its cohort belongs to
 * @param cohort the cohort's key
 * @param cohortName the cohort's name
 * @param reading the figure
 */
public record FigureLine(
        String release,
        String term,
        String kind,
        String source,
        String measure,
        String measureTitle,
        String period,
        String periodTitle,
        String grouping,
        String cohort,
        String cohortName,
        Reading reading) {}
