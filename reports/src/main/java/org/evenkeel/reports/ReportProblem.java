package org.evenkeel.reports;

/** A report could not be written for a reason a person can mend. The message says what, where and what to do. */
public final class ReportProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A problem with its sentence and what caused it. */
    public ReportProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
