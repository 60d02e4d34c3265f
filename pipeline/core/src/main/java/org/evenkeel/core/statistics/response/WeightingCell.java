package org.evenkeel.core.statistics.response;

import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * The respondents who share a category of every weighting attribute, and so a weight.
 *
 * @param categories their category of each attribute, in the order of the margins
 * @param count its respondents
 * @param mean their mean, in points
 * @param variance the sample variance of their scores; 0 where there is one
 */
public record WeightingCell(List<String> categories, long count, double mean, double variance) {
    public WeightingCell {
        categories = List.copyOf(categories);
        Require.that(!categories.isEmpty(), "a weighting cell needs at least %s category", 1);
        Require.that(count >= 0, "respondents must be 0 or more. Value given: %s", count);
        Require.that(
                Double.isFinite(variance) && variance >= 0, "a variance must be 0 or more. Value given: %s", variance);
    }
}
