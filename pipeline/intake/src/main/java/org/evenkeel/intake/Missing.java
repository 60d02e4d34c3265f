package org.evenkeel.intake;

import java.util.Locale;

/** Why an item has no answer in a row that is kept, as far as the file can tell. */
public enum Missing {
    /** The export has no column for it, or the survey's logic left the question out. */
    NOT_ASKED,
    /** The respondent never came to the page it is on. */
    NOT_SEEN,
    /** It was on the page and was left unanswered. */
    SKIPPED,
    /** The cell is empty, and the file does not tell why. */
    BLANK,
    /** The cell holds a code that means that there is no answer. */
    CODED;

    /** The name people read: {@code not asked}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
