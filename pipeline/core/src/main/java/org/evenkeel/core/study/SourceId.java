package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** A survey or check-in stream's name in the study, such as {@code term-survey}. */
public record SourceId(String value) implements Comparable<SourceId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public SourceId {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
