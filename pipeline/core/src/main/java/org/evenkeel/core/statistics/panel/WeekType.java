package org.evenkeel.core.statistics.panel;

/** What a school's calendar says of a week. */
public enum WeekType {
    /** An ordinary week of teaching: what other weeks are held against. */
    TEACHING,
    BEFORE_EXAMS,
    EXAMS,
    BREAK,
    PLACEMENT_START,
    RESULTS
}
