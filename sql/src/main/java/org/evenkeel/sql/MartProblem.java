package org.evenkeel.sql;

import org.jspecify.annotations.Nullable;

/** Why the mart cannot be worked with, in a sentence its owner can act on. Nothing was changed when it is thrown. */
public final class MartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A problem of one kind, its sentence, and the fault of the database behind it. */
    public MartProblem(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    /** What kind of problem it is. */
    public Kind kind() {
        return kind;
    }

    /** What can be wrong with a mart. */
    public enum Kind {
        /** Another process works with it. */
        IN_USE,
        /** A newer version of the program has changed its schema. */
        NEWER_THAN_PROGRAM,
        /** The file or server cannot be reached, or was lost on the way. */
        UNREACHABLE,
        /** The server refuses the user, or the user may not do what is needed. */
        REFUSED,
        /** The disk is full. */
        FULL,
        /** The file is not a readable database. */
        DAMAGED,
        /** What was named cannot be a mart: another database, an old server, schemas that belong to others. */
        UNSUITABLE
    }
}
