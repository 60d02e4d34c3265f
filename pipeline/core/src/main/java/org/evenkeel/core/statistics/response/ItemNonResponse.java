package org.evenkeel.core.statistics.response;

import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;

/**
 * How many of a source's respondents left items of a scale blank. Known exactly: a count of people and not a sample of them.
 *
 * @param respondents of the source
 * @param complete who answered every item of the scale
 */
public record ItemNonResponse(long respondents, long complete) {
    public ItemNonResponse {
        Require.that(
                complete >= 0 && complete <= respondents,
                "complete must be 0..%s. Value given: %s",
                respondents,
                complete);
    }

    /** Who left one item blank or more. */
    public long incomplete() {
        return respondents - complete;
    }

    /** The share who left one item blank or more. */
    public Estimate share() {
        return respondents == 0
                ? Estimate.absent(Absence.NO_RESPONDENTS)
                : Estimate.exactly(incomplete() / (double) respondents);
    }
}
