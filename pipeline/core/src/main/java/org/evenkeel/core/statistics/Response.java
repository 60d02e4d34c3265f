package org.evenkeel.core.statistics;

import java.util.OptionalLong;

/** The response rate n/N against the registrar's headcount, as a fraction from 0 to 1. It has no sampling error. */
public final class Response {
    private Response() {}

    /** The rate; absent without a headcount, or for a headcount of nobody. */
    public static Estimate rate(long respondents, OptionalLong headcount) {
        return headcount.isEmpty() || headcount.getAsLong() == 0
                ? Estimate.absent(Absence.NO_HEADCOUNT)
                : Estimate.exactly((double) respondents / headcount.getAsLong());
    }
}
