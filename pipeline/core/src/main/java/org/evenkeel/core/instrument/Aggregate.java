package org.evenkeel.core.instrument;

/** How a scale makes one number of its items. */
public enum Aggregate {
    /** The sum of all items; where some are missing, the mean of those answered times the number of items. */
    SUM,
    /** The mean of the items answered. */
    MEAN
}
