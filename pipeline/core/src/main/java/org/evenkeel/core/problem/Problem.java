package org.evenkeel.core.problem;

/** A failure that a person can mend. Its message says what, where, the limit, the value given and what to do; never an answer or an identifier. */
public abstract sealed class Problem extends RuntimeException permits UsageProblem, DataProblem, NothingToPublish {
    private static final long serialVersionUID = 1L;

    Problem(String message) {
        super(message);
    }

    /** The process exit code that stands for this kind of problem. */
    public abstract int exitCode();
}
