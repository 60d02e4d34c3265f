package org.evenkeel.core.instrument;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** A scale's name, unique over all instruments, such as {@code pss-10} or {@code olbi-s-exhaustion}. */
public record ScaleId(String value) implements Comparable<ScaleId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ScaleId {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(ScaleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
