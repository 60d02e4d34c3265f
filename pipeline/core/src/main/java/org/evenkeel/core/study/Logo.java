package org.evenkeel.core.study;

import java.util.Arrays;
import org.evenkeel.core.problem.Require;

/** A school's logo: a PNG or JPEG image. */
public final class Logo {
    /** Largest size, in bytes: a report carries the logo on every copy. */
    public static final int MOST_BYTES = 1_000_000;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final byte[] content;

    private Logo(byte[] content) {
        this.content = content;
    }

    /** The image in these bytes; refuses what is too large, or neither PNG nor JPEG. */
    public static Logo of(byte[] content) {
        Require.that(
                content.length <= MOST_BYTES,
                "a logo may have at most %s bytes. Value given: %s",
                MOST_BYTES,
                content.length);
        Require.that(
                startsWith(content, PNG) || startsWith(content, JPEG),
                "a logo is a PNG or JPEG image. Value given: %s bytes of something else",
                content.length);
        return new Logo(content.clone());
    }

    /** The image file's bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** What the bytes are: {@code image/png} or {@code image/jpeg}. */
    public String mediaType() {
        return startsWith(content, PNG) ? "image/png" : "image/jpeg";
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && Arrays.equals(content, logo.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }
}
