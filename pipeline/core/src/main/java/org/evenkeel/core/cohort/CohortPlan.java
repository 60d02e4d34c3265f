package org.evenkeel.core.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;

/**
 * The groups a study reports on.
 *
 * @param attributes the declared attributes, which make the profiles
 * @param groupings the ways to divide the school, in the order reports show them
 * @param rollUps for an attribute, the sets of values that small groups may join
 * @param aliases for an attribute, other labels of its values, and the value each means
 */
public record CohortPlan(
        List<AttributeId> attributes,
        List<Grouping> groupings,
        Map<AttributeId, List<Set<String>>> rollUps,
        Map<AttributeId, Map<String, String>> aliases) {
    /** A plan whose values have one label each. */
    public CohortPlan(
            List<AttributeId> attributes, List<Grouping> groupings, Map<AttributeId, List<Set<String>>> rollUps) {
        this(attributes, groupings, rollUps, Map.of());
    }

    public CohortPlan {
        attributes = List.copyOf(attributes);
        groupings = List.copyOf(groupings);
        rollUps = Map.copyOf(rollUps);
        aliases = Map.copyOf(aliases);
        for (Grouping grouping : groupings) {
            Require.that(
                    attributes.containsAll(grouping.attributes()),
                    "'%s' must divide by declared attributes %s",
                    grouping.key(),
                    attributes);
        }
        Require.that(
                attributes.containsAll(rollUps.keySet()),
                "roll-ups must be of declared attributes %s. Value given: %s",
                attributes,
                rollUps.keySet());
        Require.that(
                attributes.containsAll(aliases.keySet()),
                "aliases must be of declared attributes %s. Value given: %s",
                attributes,
                aliases.keySet());
    }

    /** A cohort of the plan and the grouping it belongs to. */
    public record PlannedCohort(Grouping grouping, Cohort cohort, Origin origin) {}

    /** Why a cohort is in the plan. */
    public enum Origin {
        /** One value of each attribute of its grouping. */
        REPORTED,
        /** A declared coarser group. */
        ROLL_UP
    }

    /**
     * Every cohort of the plan that could have members among these profiles, the school first, then grouping by grouping
     * with values in their natural order, roll-ups after the groups they join.
     */
    public List<PlannedCohort> cohorts(Profiles profiles) {
        Map<Cohort, PlannedCohort> cohorts = new LinkedHashMap<>();
        cohorts.put(Cohort.SCHOOL, new PlannedCohort(Grouping.SCHOOL, Cohort.SCHOOL, Origin.REPORTED));
        for (Grouping grouping : groupings) {
            combine(profiles, grouping, Map.of(), 0).forEach(cohort -> {
                boolean single = cohort.conditions().values().stream().allMatch(values -> values.size() == 1);
                cohorts.putIfAbsent(
                        cohort, new PlannedCohort(grouping, cohort, single ? Origin.REPORTED : Origin.ROLL_UP));
            });
        }
        List<PlannedCohort> ordered = new ArrayList<>(cohorts.values());
        ordered.removeIf(planned -> profiles.members(planned.cohort()).isEmpty());
        return List.copyOf(ordered);
    }

    private List<Cohort> combine(Profiles profiles, Grouping grouping, Map<AttributeId, Set<String>> chosen, int next) {
        if (next == grouping.attributes().size()) {
            return List.of(Cohort.of(chosen));
        }
        AttributeId attribute = grouping.attributes().get(next);
        List<Cohort> cohorts = new ArrayList<>();
        for (Set<String> values : choices(profiles, attribute)) {
            Map<AttributeId, Set<String>> more = new LinkedHashMap<>(chosen);
            more.put(attribute, values);
            cohorts.addAll(combine(profiles, grouping, more, next + 1));
        }
        return cohorts;
    }

    private List<Set<String>> choices(Profiles profiles, AttributeId attribute) {
        Set<String> values = new TreeSet<>(NaturalOrder.INSTANCE);
        profiles.profiles().forEach(profile -> values.add(profile.value(attribute)));
        List<Set<String>> choices = new ArrayList<>();
        values.forEach(value -> choices.add(Set.of(value)));
        choices.addAll(rollUps.getOrDefault(attribute, List.of()));
        return choices;
    }
}
