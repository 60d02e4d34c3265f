package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.cohort.NaturalOrder;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.SourceId;

/**
 * A way to report on people of whom a release says nothing: values of an attribute that small groups could join, so that the groups they
 * make can be proved safe beside everything that is shown. It is advice for those who write the plan, and no part of a release.
 *
 * @param source the source whose groups are not shown
 * @param grouping the division of the school
 * @param withheld how many of its groups are not shown
 * @param groups how many it has
 * @param attribute the attribute of which values would be joined
 * @param joined the sets of values
 * @param regained how many of the withheld groups would be shown as part of a coarser one
 */
public record CoarserPlan(
        SourceId source,
        Grouping grouping,
        int withheld,
        int groups,
        AttributeId attribute,
        List<SortedSet<String>> joined,
        int regained) {
    public CoarserPlan {
        joined = List.copyOf(joined);
    }

    /** The advice in a sentence, with the setting that follows it. */
    public String words() {
        return String.format(
                "%s: %d of %d groups by %s cannot be shown. As part of coarser groups %d of them could be: under cohorts,"
                        + " roll-up: { %s: [%s] }",
                source,
                withheld,
                groups,
                grouping.key(),
                regained,
                attribute,
                joined.stream()
                        .map(values -> "[" + String.join(", ", values) + "]")
                        .collect(Collectors.joining(", ")));
    }

    /**
     * For every division of the school of which a source's groups are withheld in the term and in no coarser group, the plan that brings back
     * most of them.
     *
     * @param release what is shown
     * @param candidates what is known of every group of the plan
     * @param crowds who stands behind it
     */
    public static List<CoarserPlan> of(Release release, List<GroupData> candidates, Crowds crowds) {
        Map<SourceId, Map<Grouping, List<GroupData>>> divisions = new LinkedHashMap<>();
        candidates.stream()
                .filter(group -> group.period().week().isEmpty())
                .map(GroupData::whole)
                .distinct()
                .filter(group -> group.cohort().origin() == Origin.REPORTED)
                .forEach(group -> divisions
                        .computeIfAbsent(group.source(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(group.cohort().grouping(), any -> new ArrayList<>())
                        .add(group));
        List<CoarserPlan> plans = new ArrayList<>();
        divisions.forEach((source, byGrouping) -> byGrouping.forEach(
                (grouping, groups) -> crowds.of(source, groups.get(0).period(), Optional.empty())
                        .flatMap(crowd -> new Division(release, crowd, grouping, groups).best())
                        .ifPresent(plans::add)));
        return plans;
    }

    /** One division of the school by one source's respondents. */
    private static final class Division {
        private final Release release;
        private final Crowd crowd;
        private final Grouping grouping;
        private final List<GroupData> groups;
        private final List<Cohort> shown;
        private final List<Cohort> withheld;

        Division(Release release, Crowd crowd, Grouping grouping, List<GroupData> groups) {
            this.release = release;
            this.crowd = crowd;
            this.grouping = grouping;
            this.groups = groups;
            SourceId source = groups.get(0).source();
            this.shown = release.cohorts().stream()
                    .map(PlannedCohort::cohort)
                    .filter(cohort -> release.shown(FigureKind.RESPONDENTS, source, cohort)
                            .isPresent())
                    .toList();
            this.withheld = groups.stream()
                    .map(group -> group.cohort().cohort())
                    .filter(cohort -> shown.stream().noneMatch(coarser -> holds(coarser, cohort)))
                    .toList();
        }

        /** Whether everyone of a group is in a coarser one, or the same, that is made of the same attributes. */
        private static boolean holds(Cohort coarser, Cohort group) {
            return coarser.conditions().keySet().equals(group.conditions().keySet())
                    && group.conditions().entrySet().stream()
                            .allMatch(condition -> coarser.asked()
                                    .getOrDefault(condition.getKey(), Set.of())
                                    .containsAll(condition.getValue()));
        }

        Optional<CoarserPlan> best() {
            Optional<CoarserPlan> best = Optional.empty();
            if (!withheld.isEmpty()) {
                for (AttributeId attribute : grouping.attributes()) {
                    CoarserPlan plan = joining(attribute);
                    if (plan.regained() > best.map(CoarserPlan::regained).orElse(0)) {
                        best = Optional.of(plan);
                    }
                }
            }
            return best;
        }

        private CoarserPlan joining(AttributeId attribute) {
            List<SortedSet<String>> joined = joined(attribute);
            List<Cohort> coarser = new ArrayList<>();
            for (SortedSet<String> values : joined) {
                groups.stream()
                        .map(group -> wider(group.cohort().cohort(), attribute, values))
                        .distinct()
                        .forEach(coarser::add);
            }
            Set<Cohort> accepted = PublishSet.of(
                            crowd,
                            shown,
                            coarser.stream()
                                    .filter(cohort -> respondents(cohort) >= release.threshold())
                                    .map(cohort -> new PublishSet.Candidate(
                                            new PlannedCohort(grouping, cohort, Origin.ROLL_UP), respondents(cohort)))
                                    .toList(),
                            release.threshold())
                    .cohorts();
            List<SortedSet<String>> useful = joined.stream()
                    .filter(values -> accepted.stream()
                            .anyMatch(
                                    cohort -> values.equals(cohort.conditions().get(attribute))))
                    .toList();
            int regained = (int) withheld.stream()
                    .filter(cohort -> accepted.stream().anyMatch(wide -> coarser.contains(wide) && holds(wide, cohort)))
                    .count();
            return new CoarserPlan(
                    groups.get(0).source(), grouping, withheld.size(), groups.size(), attribute, useful, regained);
        }

        /** Values that lie side by side, joined until the groups they make are large enough; never all of them. */
        private List<SortedSet<String>> joined(AttributeId attribute) {
            List<String> values = groups.stream()
                    .flatMap(group ->
                            group.cohort().cohort().conditions().getOrDefault(attribute, new TreeSet<>()).stream())
                    .distinct()
                    .sorted(NaturalOrder.INSTANCE)
                    .toList();
            Set<String> small = withheld.stream()
                    .flatMap(cohort -> cohort.conditions().getOrDefault(attribute, new TreeSet<>()).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            List<SortedSet<String>> joined = new ArrayList<>();
            Set<String> done = new LinkedHashSet<>();
            for (int place = 0; place < values.size(); place++) {
                if (small.contains(values.get(place)) && !done.contains(values.get(place))) {
                    int from = place;
                    int to = place + 1;
                    while (to - from < values.size() && isTooSmall(attribute, values.subList(from, to))) {
                        boolean upward = to < values.size()
                                && (from == 0
                                        || small.contains(values.get(to))
                                        || !small.contains(values.get(from - 1)));
                        if (upward) {
                            to++;
                        } else {
                            from--;
                        }
                    }
                    if (to - from < values.size() && to - from > 1) {
                        SortedSet<String> set = new TreeSet<>(values.subList(from, to));
                        joined.removeIf(narrower -> set.containsAll(narrower));
                        joined.add(set);
                        done.addAll(set);
                    }
                }
            }
            return joined;
        }

        private boolean isTooSmall(AttributeId attribute, List<String> values) {
            return withheld.stream()
                    .filter(cohort -> values.containsAll(cohort.conditions().getOrDefault(attribute, new TreeSet<>())))
                    .anyMatch(cohort ->
                            respondents(wider(cohort, attribute, new TreeSet<>(values))) < release.threshold());
        }

        private long respondents(Cohort wide) {
            return groups.stream()
                    .filter(group -> holds(wide, group.cohort().cohort()))
                    .mapToLong(GroupData::respondents)
                    .sum();
        }

        private static Cohort wider(Cohort cohort, AttributeId attribute, SortedSet<String> values) {
            Map<AttributeId, Set<String>> conditions = new LinkedHashMap<>(cohort.asked());
            conditions.put(attribute, values);
            return Cohort.of(conditions);
        }
    }
}
