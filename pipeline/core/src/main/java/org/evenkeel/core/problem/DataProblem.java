package org.evenkeel.core.problem;

/** The data broke a rule. Nothing of the offending export or release was kept. */
public final class DataProblem extends Problem {
    private static final long serialVersionUID = 1L;

    public DataProblem(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return 3;
    }
}
