package org.evenkeel.core.statistics;

import org.evenkeel.core.cohort.Cohort;

/**
 * The group in an earlier term that a change of a cohort is measured from.
 *
 * @param kind what the earlier group is
 * @param cohort the earlier group, meaningless where there is none
 */
record Predecessor(Kind kind, Cohort cohort) {
    /** What an earlier group is. */
    enum Kind {
        /** The group under the same label, made of the same people but for who came and went. */
        SAME_GROUP,
        /** The group under the same label, part of which the year boundary replaced. */
        SAME_LABEL,
        /** The same class under its earlier year label. */
        SAME_CLASS,
        /** The class was not there yet. */
        NEW_CLASS,
        /** The label moved, and no class says what most of those who carry it were called before. */
        UNKNOWN
    }
}
