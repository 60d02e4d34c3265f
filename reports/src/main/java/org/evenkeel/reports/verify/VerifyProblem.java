package org.evenkeel.reports.verify;

/** A file that cannot be compared, in a sentence that says what it is and what to do. */
public final class VerifyProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is that nothing could be compared. */
    public enum Cause {
        /** The wrong file was named, or the right one in the wrong place. */
        USAGE,
        /** The file is a report, but broken, or one of which the mart knows nothing. */
        DATA
    }

    private final Cause kind;

    /** A problem of this kind, with its sentence. */
    public VerifyProblem(Cause kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Whose fault it is. */
    public Cause kind() {
        return kind;
    }
}
