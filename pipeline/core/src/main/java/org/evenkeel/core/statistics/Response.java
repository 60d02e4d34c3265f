package org.evenkeel.core.statistics;

import java.util.OptionalLong;

/** The response rate n/N against the registrar's headcount, as a fraction from 0 to 1. It has no sampling error. */
public final class Response {
    private Response() {}

    /** The rate; absent without a headcount, for a headcount of nobody, or for one below the respondents. */
    public static Estimate rate(long respondents, OptionalLong headcount) {
        if (headcount.isEmpty() || headcount.getAsLong() == 0) {
            return Estimate.absent(Absence.NO_HEADCOUNT);
        }
        return respondents > headcount.getAsLong()
                ? Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS)
                : Estimate.exactly((double) respondents / headcount.getAsLong());
    }
}
