package org.evenkeel.core.cohort;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;

/** A named group: the profiles for which each of these attributes has one of these values. No condition means the whole school. */
public record Cohort(SortedMap<AttributeId, SortedSet<String>> conditions) {
    /** Everyone. */
    public static final Cohort SCHOOL = new Cohort(new TreeMap<>());

    public Cohort {
        SortedMap<AttributeId, SortedSet<String>> copy = new TreeMap<>();
        conditions.forEach((attribute, values) -> {
            Require.that(!values.isEmpty(), "attribute %s of a cohort needs a value. Value given: none", attribute);
            copy.put(attribute, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
        });
        conditions = Collections.unmodifiableSortedMap(copy);
    }

    /** A cohort of these conditions. */
    public static Cohort of(Map<AttributeId, Set<String>> conditions) {
        SortedMap<AttributeId, SortedSet<String>> sorted = new TreeMap<>();
        conditions.forEach((attribute, values) -> sorted.put(attribute, new TreeSet<>(values)));
        return new Cohort(sorted);
    }

    /** Whether a respondent with this profile belongs to the cohort. */
    public boolean contains(Profile profile) {
        return conditions.entrySet().stream()
                .allMatch(condition -> condition.getValue().contains(profile.value(condition.getKey())));
    }

    /** The conditions as the headcounts ask for them. */
    public Map<AttributeId, Set<String>> asked() {
        return conditions.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** The stable key of the cohort: {@code school}, {@code year=1}, {@code campus=South,year=1+2}. */
    public String key() {
        return conditions.isEmpty()
                ? "school"
                : conditions.entrySet().stream()
                        .map(condition -> condition.getKey() + "=" + String.join("+", condition.getValue()))
                        .collect(Collectors.joining(","));
    }
}
