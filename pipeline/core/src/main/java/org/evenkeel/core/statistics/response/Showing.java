package org.evenkeel.core.statistics.response;

/** Which of the weighted and the unweighted estimate a report shows. */
public enum Showing {
    /** They agree within {@link Weights#WORTH_SHOWING} standard deviations. */
    UNWEIGHTED_ALONE,
    /** They differ by more. */
    BOTH,
    /** They differ by more, but the weights are too uneven to be relied on. */
    UNWEIGHTED_WITH_WARNING
}
