package org.evenkeel.reports.model;

import java.util.Locale;

/** Preconditions of the report model. The message names the limit and the value given. */
final class Require {
    private Require() {}

    /** Throws {@link IllegalArgumentException} with the formatted message unless the condition holds. */
    @SuppressWarnings("AnnotateFormatMethod")
    static void that(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
