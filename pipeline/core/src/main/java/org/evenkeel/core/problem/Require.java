package org.evenkeel.core.problem;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Preconditions of records. The message names the limit and the value given. */
public final class Require {
    private Require() {}

    /** Throws {@link IllegalArgumentException} with the formatted message unless the condition holds. */
    @FormatMethod
    public static void that(boolean condition, @FormatString String message, Object... values) {
        if (!condition) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
        }
    }
}
