package org.evenkeel.core.cohort;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.core.study.AttributeId;

/** What reports call a cohort: "Whole school", "Year 3, South", "Years 1 and 2", "Class 2024", "Campus not stated". */
public final class CohortName {
    private CohortName() {}

    /** The cohort's name; conditions in the order of its grouping. */
    public static String of(CohortPlan.PlannedCohort planned) {
        Cohort cohort = planned.cohort();
        List<AttributeId> attributes = planned.grouping().attributes();
        return cohort.conditions().isEmpty()
                ? "Whole school"
                : attributes.stream()
                        .filter(cohort.asked()::containsKey)
                        .map(attribute -> condition(attribute, cohort.asked().getOrDefault(attribute, Set.of())))
                        .collect(Collectors.joining(", "));
    }

    /** What reports call an attribute: {@code study-track} becomes "Study track". */
    public static String of(AttributeId attribute) {
        String words = attribute.value().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String condition(AttributeId attribute, Set<String> values) {
        List<String> ordered = values.stream().sorted(NaturalOrder.INSTANCE).toList();
        String joined = ordered.size() == 1
                ? ordered.get(0)
                : String.join(", ", ordered.subList(0, ordered.size() - 1)) + " and " + ordered.get(ordered.size() - 1);
        boolean numbered = ordered.stream().allMatch(value -> Character.isDigit(value.charAt(0)));
        boolean unstated = ordered.get(0).equals(Profile.NOT_STATED);
        return numbered || unstated ? of(attribute) + (ordered.size() > 1 ? "s " : " ") + joined : joined;
    }
}
