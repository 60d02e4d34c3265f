package org.evenkeel.spark.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.problem.UsageProblem;

/** What went wrong inside a Spark job, in the words of whoever found it. */
public final class LakeProblems {
    /** What operating systems say when nothing more can be written: no space, a quota, or a limit on the size of a file. */
    private static final List<String> SIGNS_OF_A_FULL_DISK =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded", "file too large");

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
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (SIGNS_OF_A_FULL_DISK.stream().anyMatch(said::contains)) {
                return new UsageProblem(String.format(
                        "The disk is full, or no more may be written to it: %s could not be written. Nothing of this step"
                                + " was kept. Make room and run the command again.",
                        lake));
            }
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("a step of Spark's failed", failure);
    }
}
