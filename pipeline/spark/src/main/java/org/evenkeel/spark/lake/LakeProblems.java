package org.evenkeel.spark.lake;

import java.nio.file.Path;
import java.util.Locale;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.problem.UsageProblem;

/** What went wrong inside a Spark job, in the words of whoever found it. */
public final class LakeProblems {
    private LakeProblems() {}

    /** Runs the work; a problem that a person can mend comes out as itself, whatever Spark wrapped around it. */
    public static void inWords(Path lake, Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
            // Spark throws its checked exception without saying so.
            throw unwrapped(lake, e);
        }
    }

    private static RuntimeException unwrapped(Path lake, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            String message = cause.getMessage();
            if (message != null && message.toLowerCase(Locale.ROOT).contains("no space left on device")) {
                return new UsageProblem(String.format(
                        "%s: the disk is full. Nothing of this run counts; make room and repeat the command.", lake));
            }
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("a step of Spark's failed", failure);
    }
}
