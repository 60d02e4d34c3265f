package org.evenkeel.core.study;

/** When something is published. A run in between only takes in. */
public record ReleaseCadence(TermRelease term, WeeklyRelease weekly) {
    /** When a term is published. */
    public enum TermRelease {
        /** Once, when its cut-off day has passed. */
        CUT_OFF
    }

    /** When weeks of check-ins are published. */
    public enum WeeklyRelease {
        /** All weeks of a term with the term. */
        TERM,
        /** The weeks that end in a month when the month has passed; those that are left with their term. */
        MONTHLY
    }
}
