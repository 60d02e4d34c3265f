package org.evenkeel.spark.cell;

/** How a respondent's attribute came to its value in a term. */
public enum Standing {
    /** One value, however often it was stated. */
    STATED,
    /** Several values one after the other; the latest counts. */
    CHANGED,
    /** Two values at the same instant, or in the same roster file; none of them counts. */
    CONFLICTING,
    /** Never stated. */
    MISSING
}
