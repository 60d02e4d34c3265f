package org.evenkeel.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this program, as the build wrote it down. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version, such as {@code 0.1.0}. */
    public static String text() {
        try (InputStream written = ProgramVersion.class.getResourceAsStream("version.txt")) {
            if (written == null) {
                throw new IllegalStateException("the build wrote down no version");
            }
            return new String(written.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
