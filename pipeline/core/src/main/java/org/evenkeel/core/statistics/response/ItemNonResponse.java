package org.evenkeel.core.statistics.response;

import java.util.OptionalLong;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;

/**
 * How many of those who answered left a scale unanswered or incomplete. Fractions of the source's respondents, who have at
 * least one score of it.
 *
 * @param respondents of the source
 * @param scored with a score of the scale
 * @param complete who answered every item of it, where items are kept
 */
public record ItemNonResponse(long respondents, long scored, OptionalLong complete) {
    public ItemNonResponse {
        Require.that(
                scored >= 0 && scored <= respondents, "scored must be 0..%s. Value given: %s", respondents, scored);
        Require.that(
                complete.isEmpty() || (complete.getAsLong() >= 0 && complete.getAsLong() <= scored),
                "complete must be 0..%s. Value given: %s",
                scored,
                complete);
    }

    /** The share without a score. */
    public Estimate withoutScore() {
        return respondents == 0
                ? Estimate.absent(Absence.NO_RESPONDENTS)
                : Estimate.exactly((respondents - scored) / (double) respondents);
    }

    /** The share of scores that rest on fewer than all items. */
    public Estimate incomplete() {
        if (complete.isEmpty()) {
            return Estimate.absent(Absence.ITEMS_NOT_KEPT);
        }
        return scored == 0
                ? Estimate.absent(Absence.NO_RESPONDENTS)
                : Estimate.exactly((scored - complete.getAsLong()) / (double) scored);
    }
}
