package org.evenkeel.core.instrument;

/** Which way a score is worse. */
public enum Direction {
    HIGHER_IS_WORSE,
    HIGHER_IS_BETTER,
    /** Neither, such as how often peers met. */
    NEUTRAL
}
