package org.evenkeel.core.instrument;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** An item's key, such as {@code pss10_04}: never its wording. */
public record ItemKey(String value) implements Comparable<ItemKey>, Serializable {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    public ItemKey {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits, hyphens and underscores, at most 64. Value given: '%s'",
                value);
    }

    @Override
    public int compareTo(ItemKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
