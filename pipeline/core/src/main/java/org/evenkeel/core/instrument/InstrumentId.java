package org.evenkeel.core.instrument;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** An instrument's name, such as {@code pss-10}. */
public record InstrumentId(String value) implements Comparable<InstrumentId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public InstrumentId {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(InstrumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
