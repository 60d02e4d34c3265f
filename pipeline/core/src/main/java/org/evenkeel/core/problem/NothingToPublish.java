package org.evenkeel.core.problem;

/** Nothing may be published. */
public final class NothingToPublish extends Problem {
    private static final long serialVersionUID = 1L;

    public NothingToPublish(String message) {
        super(message);
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
