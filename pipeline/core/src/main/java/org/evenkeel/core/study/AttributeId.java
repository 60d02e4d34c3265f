package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** A declared, single-valued attribute of respondents, such as {@code campus}. */
public record AttributeId(String value) implements Comparable<AttributeId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public AttributeId {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(AttributeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
