package org.evenkeel.core.problem;

/** The command, the configuration or the place it works in is wrong. Nothing was changed. */
public final class UsageProblem extends Problem {
    private static final long serialVersionUID = 1L;

    public UsageProblem(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return 2;
    }
}
