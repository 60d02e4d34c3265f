package org.evenkeel.core.study;

/** Which of several responses by one respondent to one survey in one term counts. */
public enum DuplicateRule {
    FIRST,
    LAST,
    MOST_COMPLETE
}
