package org.evenkeel.core.statistics;

/** What an estimate speaks of, which decides whether the finite-population correction applies. */
public enum Target {
    /** These students, this term: a finite population; full response leaves no sampling error. */
    DESCRIPTIVE,
    /** Would the process do it again: no finite-population correction. */
    ANALYTIC
}
