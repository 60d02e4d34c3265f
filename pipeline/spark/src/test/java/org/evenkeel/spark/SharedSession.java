package org.evenkeel.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The one session of all tests in this process. */
public final class SharedSession {
    private static final SparkSession SESSION = open();

    private SharedSession() {}

    /** The session, opened by whoever asks first. */
    public static SparkSession session() {
        return SESSION;
    }

    private static SparkSession open() {
        try {
            Path scratch = Files.createTempDirectory("evenkeel-test");
            scratch.toFile().deleteOnExit();
            return SparkSessions.open(SparkSettings.local(2, scratch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
