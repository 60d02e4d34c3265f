package org.evenkeel.spark.lake;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import org.evenkeel.core.problem.Require;
import org.evenkeel.intake.SourcePlan;

/**
 * One file from a survey platform that is to be taken in.
 *
 * @param hash SHA-256 of its bytes in lower-case hexadecimal digits, by which it is known
 * @param file where it is, for every machine that reads
 * @param plan how to decode it
 * @param newest its newest submission, by which the later of two exports is known
 */
public record Export(String hash, String file, SourcePlan plan, Instant newest) implements Serializable {
    public Export {
        Require.that(hash.matches("[0-9a-f]{64}"), "an export is known by 64 hex digits. Value given: '%s'", hash);
    }

    /** An export that is no later than any other; of two such, the one taken in last supersedes. */
    public Export(String hash, String file, SourcePlan plan) {
        this(hash, file, plan, Instant.EPOCH);
    }

    /** The export in this file. */
    public static Export of(String hash, Path file, SourcePlan plan) {
        return new Export(hash, file.toAbsolutePath().toString(), plan);
    }

    /** The export in this file, with its newest submission. */
    public static Export of(String hash, Path file, SourcePlan plan, Instant newest) {
        return new Export(hash, file.toAbsolutePath().toString(), plan, newest);
    }
}
