package org.evenkeel.core.statistics.response;

import java.util.List;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.problem.Require;

/**
 * The respondents who share a category of every weighting attribute, and so a weight.
 *
 * @param categories their category of each attribute, in the order of the margins
 * @param moments sums over them
 */
public record WeightingCell(List<String> categories, Moments moments) {
    public WeightingCell {
        categories = List.copyOf(categories);
        Require.that(!categories.isEmpty(), "a weighting cell needs at least %s category", 1);
    }

    /** Its respondents. */
    public long count() {
        return moments.count();
    }
}
