package org.evenkeel.core.cohort;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.study.AttributeId;

/**
 * The group in an earlier term that a change of a cohort is measured from. Across a year boundary the label {@code year}
 * moves to other people; then the people are followed by their {@code class}, and the change says so.
 *
 * @param kind what the earlier group is
 * @param cohort the earlier group, meaningless where there is none
 */
public record Predecessor(Kind kind, Cohort cohort) {
    /** The attribute whose value moves on every year. */
    public static final AttributeId YEAR = new AttributeId("year");
    /** The attribute of those who entered together. */
    public static final AttributeId CLASS = new AttributeId("class");

    /** What an earlier group is. */
    public enum Kind {
        /** The group under the same label, made of the same people but for who came and went. */
        SAME_GROUP,
        /** The group under the same label, part of which the year boundary replaced. */
        SAME_LABEL,
        /** The same class under its earlier year label. */
        SAME_CLASS,
        /** The class was not there yet. */
        NEW_CLASS,
        /** The label moved, and no class is declared to follow it. */
        UNKNOWN
    }

    /** Whether the year labels moved between two terms. */
    public enum Boundary {
        SAME_YEAR,
        YEARS_MOVED
    }

    /**
     * Whether a year boundary lies between two terms, where classes are declared: some class carries another year label
     * than before.
     */
    public static Boundary boundary(Profiles earlier, Profiles later) {
        SortedMap<String, SortedSet<String>> before = yearsByClass(earlier);
        SortedMap<String, SortedSet<String>> after = yearsByClass(later);
        boolean moved = after.entrySet().stream()
                .anyMatch(entry ->
                        before.containsKey(entry.getKey()) && disjoint(before.get(entry.getKey()), entry.getValue()));
        return moved ? Boundary.YEARS_MOVED : Boundary.SAME_YEAR;
    }

    /** The group in the earlier term that this cohort of the later term came from. */
    public static Predecessor of(Cohort cohort, Profiles earlier, Profiles later, Boundary boundary) {
        return switch (boundary) {
            case SAME_YEAR -> new Predecessor(Kind.SAME_GROUP, cohort);
            case YEARS_MOVED -> {
                if (cohort.conditions().containsKey(CLASS)) {
                    yield known(Kind.SAME_GROUP, cohort, earlier);
                }
                yield cohort.conditions().containsKey(YEAR)
                        ? byClass(cohort, earlier, later)
                        : new Predecessor(Kind.SAME_LABEL, cohort);
            }
        };
    }

    private static Predecessor byClass(Cohort cohort, Profiles earlier, Profiles later) {
        Set<String> classes = new TreeSet<>();
        for (Profile profile : later.profiles()) {
            if (cohort.asked().getOrDefault(YEAR, Set.of()).contains(profile.value(YEAR))
                    && !profile.value(CLASS).equals(Profile.NOT_STATED)) {
                classes.add(profile.value(CLASS));
            }
        }
        if (classes.isEmpty()) {
            return new Predecessor(Kind.UNKNOWN, cohort);
        }
        Map<AttributeId, Set<String>> conditions = new TreeMap<>(cohort.asked());
        conditions.remove(YEAR);
        conditions.put(CLASS, classes);
        return known(Kind.SAME_CLASS, Cohort.of(conditions), earlier);
    }

    private static Predecessor known(Kind kind, Cohort cohort, Profiles earlier) {
        return new Predecessor(earlier.members(cohort).isEmpty() ? Kind.NEW_CLASS : kind, cohort);
    }

    private static SortedMap<String, SortedSet<String>> yearsByClass(Profiles profiles) {
        SortedMap<String, SortedSet<String>> years = new TreeMap<>();
        for (Profile profile : profiles.profiles()) {
            String entered = profile.value(CLASS);
            String year = profile.value(YEAR);
            if (!entered.equals(Profile.NOT_STATED) && !year.equals(Profile.NOT_STATED)) {
                years.computeIfAbsent(entered, key -> new TreeSet<>()).add(year);
            }
        }
        return years;
    }

    private static boolean disjoint(Set<String> left, Set<String> right) {
        return left.stream().noneMatch(right::contains);
    }
}
