package org.evenkeel.sql.release;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the reports of a release look, and whom they name.
 *
 * @param language what they are written in
 * @param paper what they are printed on
 * @param colours the school's own as {@code #1f3a5f}, at most two: for headings, then for what stands out
 * @param logo the school's logo
 * @param contacts whom a reader can turn to, in the order of the study
 */
public record ReleasePresentation(
        Locale language, Paper paper, List<String> colours, Optional<Logo> logo, List<Contact> contacts) {
    /** What releases have that say nothing of it. */
    public static final ReleasePresentation PLAIN =
            new ReleasePresentation(Locale.UK, Paper.A4, List.of(), Optional.empty(), List.of());

    public ReleasePresentation {
        colours = List.copyOf(colours);
        contacts = List.copyOf(contacts);
    }

    /** What reports are printed on. */
    public enum Paper {
        A4,
        LETTER
    }

    /** What a contact is for. */
    public enum Purpose {
        /** Questions about the report. */
        REPORT,
        /** Help for somebody in a crisis. */
        CRISIS
    }

    /**
     * Somebody to turn to.
     *
     * @param purpose for what
     * @param name who it is
     * @param details how to reach them
     */
    public record Contact(Purpose purpose, String name, String details) {}

    /** An image file. */
    public static final class Logo {
        private final String mediaType;
        private final byte[] image;

        /**
         * An image.
         *
         * @param mediaType {@code image/png} or {@code image/jpeg}
         * @param image the file's bytes
         */
        public Logo(String mediaType, byte[] image) {
            this.mediaType = mediaType;
            this.image = image.clone();
        }

        /** {@code image/png} or {@code image/jpeg}. */
        public String mediaType() {
            return mediaType;
        }

        /** The file's bytes. */
        public byte[] image() {
            return image.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Logo logo && mediaType.equals(logo.mediaType) && Arrays.equals(image, logo.image);
        }

        @Override
        public int hashCode() {
            return 31 * mediaType.hashCode() + Arrays.hashCode(image);
        }
    }
}
