package org.evenkeel.core.cohort;

import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;

/** A way to divide the school: by no attribute (the school itself), by one, or by the combination of two. */
public record Grouping(List<AttributeId> attributes) {
    /** The school undivided. */
    public static final Grouping SCHOOL = new Grouping(List.of());

    public Grouping {
        attributes = List.copyOf(attributes);
        Require.that(attributes.size() <= 2, "at most two attributes may be combined. Value given: %s", attributes);
        Require.that(
                attributes.stream().distinct().count() == attributes.size(),
                "an attribute cannot be combined with itself. Value given: %s",
                attributes);
    }

    /** The key of the grouping: {@code school}, {@code year}, {@code year x campus}. */
    public String key() {
        return attributes.isEmpty()
                ? "school"
                : attributes.stream().map(AttributeId::value).collect(Collectors.joining(" x "));
    }
}
