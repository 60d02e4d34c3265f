package org.evenkeel.app.job;

/** Where a job says what it is doing; on the command line, stderr. */
@FunctionalInterface
public interface Progress {
    /** Says a line. */
    void say(String line);
}
