package org.evenkeel.spark.lake;

import java.io.Serializable;
import java.nio.file.Path;
import org.evenkeel.core.problem.Require;
import org.evenkeel.intake.SourcePlan;

/**
 * One file from a survey platform that is to be taken in.
 *
 * @param hash SHA-256 of its bytes in lower-case hexadecimal digits, by which it is known
 * @param file where it is, for every machine that reads
 * @param plan how to decode it
 */
public record Export(String hash, String file, SourcePlan plan) implements Serializable {
    public Export {
        Require.that(hash.matches("[0-9a-f]{64}"), "an export is known by 64 hex digits. Value given: '%s'", hash);
    }

    /** The export in this file. */
    public static Export of(String hash, Path file, SourcePlan plan) {
        return new Export(hash, file.toAbsolutePath().toString(), plan);
    }
}
