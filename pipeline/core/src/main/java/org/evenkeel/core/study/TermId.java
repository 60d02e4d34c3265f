package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** A term's name in the study, such as {@code 2026-autumn}. */
public record TermId(String value) implements Comparable<TermId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public TermId {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(TermId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
