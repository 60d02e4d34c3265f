package org.evenkeel.spark.lake;

import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;

/** The name under which one piece of work writes its folders. No two committed pieces share one. */
public record BatchName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    public BatchName {
        Require.that(
                FORM.matcher(value).matches(),
                "must be lower-case letters, digits and hyphens, at most 100. Value given: '%s'",
                value);
    }

    @Override
    public String toString() {
        return value;
    }
}
