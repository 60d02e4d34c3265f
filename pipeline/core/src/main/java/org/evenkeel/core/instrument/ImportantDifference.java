package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import org.evenkeel.core.problem.Require;

/**
 * The smallest difference of a score that matters to people, as opposed to one that merely is no accident.
 *
 * @param points in points of the score
 * @param basis whether a publication gives it
 * @param source the publication, or the reason for the convention
 */
public record ImportantDifference(BigDecimal points, AtRiskRule.Basis basis, String source) {
    public ImportantDifference {
        Require.that(points.signum() > 0, "an important difference must be above 0. Value given: %s", points);
        Require.that(!source.isBlank(), "an important difference needs its source. Value given: '%s'", source);
    }
}
