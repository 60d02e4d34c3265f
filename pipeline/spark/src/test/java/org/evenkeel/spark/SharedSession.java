package org.evenkeel.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one session of all tests in this process. */
public final class SharedSession {
    private static final Path SCRATCH = makeScratch();
    private static final SparkSession SESSION =
            SparkSessions.open(SparkSettings.local(2, SCRATCH).with(SparkSettings.Work.SMALL));

    private SharedSession() {}

    /** The session, opened by whoever asks first. */
    public static SparkSession session() {
        return SESSION;
    }

    /** Where the session writes what does not fit into memory. */
    public static Path scratch() {
        return SCRATCH;
    }

    private static Path makeScratch() {
        try {
            Path scratch = Files.createTempDirectory("evenkeel-test");
            scratch.toFile().deleteOnExit();
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
