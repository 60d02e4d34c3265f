package org.evenkeel.core.cohort;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.words.Messages;

/** What reports call a cohort: "Whole school", "Year 3, South", "Years 1 and 2", "Class 2024", "Campus not stated". */
public final class CohortName {
    private CohortName() {}

    /** The cohort's name; conditions in the order of its grouping. */
    public static String of(CohortPlan.PlannedCohort planned, Messages messages) {
        Cohort cohort = planned.cohort();
        List<AttributeId> attributes = planned.grouping().attributes();
        return cohort.conditions().isEmpty()
                ? messages.text("cohort.school")
                : attributes.stream()
                        .filter(cohort.asked()::containsKey)
                        .map(attribute ->
                                condition(attribute, cohort.asked().getOrDefault(attribute, Set.of()), messages))
                        .collect(Collectors.joining(", "));
    }

    /** What reports call an attribute: a common one by its name in the language; {@code study-track} becomes "Study track". */
    public static String of(AttributeId attribute, Messages messages) {
        String key = "cohort.attribute." + attribute.value();
        if (messages.has(key)) {
            return messages.text(key);
        }
        String words = attribute.value().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String condition(AttributeId attribute, Set<String> values, Messages messages) {
        List<String> ordered = values.stream().sorted(NaturalOrder.INSTANCE).toList();
        String joined = messages.listed(ordered.stream()
                .map(value -> value.equals(Profile.NOT_STATED) ? messages.text("cohort.not-stated") : value)
                .toList());
        boolean numbered = ordered.stream().allMatch(value -> Character.isDigit(value.charAt(0)));
        boolean unstated = ordered.get(0).equals(Profile.NOT_STATED);
        String named = ordered.size() > 1 ? "cohort.several" : "cohort.one";
        return numbered || unstated ? messages.text(named, of(attribute, messages), joined) : joined;
    }
}
