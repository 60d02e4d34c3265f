package org.evenkeel.core.study;

/** How a source asks, which decides the one value a respondent has in a period. */
public enum Rhythm {
    /** Once a term: the value is the score of the response the duplicate rule keeps. */
    SURVEY,
    /** Again and again: the value is the respondent's mean over the period; every ISO week is a period too. */
    CHECK_IN
}
