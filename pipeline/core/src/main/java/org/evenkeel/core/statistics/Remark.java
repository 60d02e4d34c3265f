package org.evenkeel.core.statistics;

/** What a reader needs to know beside an estimate. What is said of it stands in the bundle {@code figure}, by its name. */
public enum Remark {
    /** A change follows the same class, not the year label. */
    FOLLOWS_CLASS,
    /** A change follows a label while classes entered and left. */
    CLASSES_MOVED
}
