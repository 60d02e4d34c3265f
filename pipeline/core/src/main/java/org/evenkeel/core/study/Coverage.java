package org.evenkeel.core.study;

/** Whom the headcounts cover, which decides whether the finite-population correction may be used. */
public enum Coverage {
    /** Everyone the headcounts count was asked: estimates describe these students, sampling error vanishes at full response. */
    CENSUS,
    /** A sample, or an open invitation: no finite-population correction. */
    SAMPLE
}
