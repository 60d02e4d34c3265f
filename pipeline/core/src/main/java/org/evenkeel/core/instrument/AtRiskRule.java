package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import org.evenkeel.core.problem.Require;

/**
 * When a score counts as at risk.
 *
 * @param comparison which side of the cut
 * @param cut the score at the cut, itself at risk
 * @param basis where the cut comes from
 * @param source the publication, or the reason for a convention
 */
public record AtRiskRule(Comparison comparison, BigDecimal cut, Basis basis, String source) {
    /** Which side of the cut is at risk. */
    public enum Comparison {
        AT_LEAST,
        AT_MOST
    }

    /** Where a cut comes from. */
    public enum Basis {
        PUBLISHED,
        CONVENTION
    }

    public AtRiskRule {
        Require.that(!source.isBlank(), "an at-risk rule needs its source. Value given: '%s'", source);
    }

    /** Whether a score of this many units of 1/denominator is at risk. */
    public boolean holds(long units, long denominator) {
        int order = BigDecimal.valueOf(units).compareTo(cut.multiply(BigDecimal.valueOf(denominator)));
        return switch (comparison) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
        };
    }
}
