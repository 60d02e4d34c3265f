package org.evenkeel.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.cohort.CohortPlan;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.study.AttributeId;

/** Reads the declared attributes and the groups a study reports on. */
final class CohortReader {
    /** Words that mean something else in a study's files. */
    private static final Map<String, String> TAKEN = Map.of(
            "school", "the school as a whole",
            "term", "a column of roster and headcounts",
            "respondent", "a column of the roster",
            "students", "a column of the headcounts");

    private final Problems problems;

    CohortReader(Problems problems) {
        this.problems = problems;
    }

    CohortPlan read(YamlMapping study) {
        return study.find("cohorts")
                .flatMap(YamlNode::mapping)
                .flatMap(this::plan)
                .orElse(new CohortPlan(List.of(), List.of(Grouping.SCHOOL), Map.of()));
    }

    private Optional<CohortPlan> plan(YamlMapping cohorts) {
        cohorts.allowOnly(Keys.COHORTS);
        List<AttributeId> attributes =
                cohorts.find("attributes").map(this::attributes).orElse(List.of());
        List<Grouping> report =
                cohorts.find("report").map(node -> report(node, attributes)).orElseGet(() -> schoolAndEach(attributes));
        Map<AttributeId, List<Set<String>>> rollUps = cohorts.find("roll-up")
                .flatMap(YamlNode::mapping)
                .map(mapping -> rollUps(mapping, attributes))
                .orElse(Map.of());
        Map<AttributeId, Map<String, String>> aliases = cohorts.find("aliases")
                .flatMap(YamlNode::mapping)
                .map(mapping -> aliases(mapping, attributes))
                .orElse(Map.of());
        return problems.attempt(cohorts.place(), () -> new CohortPlan(attributes, report, rollUps, aliases));
    }

    private Map<AttributeId, Map<String, String>> aliases(YamlMapping mapping, List<AttributeId> attributes) {
        Map<AttributeId, Map<String, String>> aliases = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<AttributeId> attribute = attributes.stream()
                    .filter(id -> id.value().equals(entry.key()))
                    .findFirst();
            if (attribute.isEmpty()) {
                problems.add(entry.place(), undeclared(entry.key(), attributes));
            }
            Map<String, String> labels = new LinkedHashMap<>();
            for (YamlMapping.Entry alias :
                    entry.value().mapping().map(YamlMapping::entries).orElse(List.of())) {
                alias.value().name().ifPresent(value -> labels.put(alias.key(), value));
            }
            attribute.ifPresent(id -> aliases.put(id, labels));
        }
        return aliases;
    }

    private List<AttributeId> attributes(YamlNode list) {
        Set<AttributeId> attributes = new LinkedHashSet<>();
        for (YamlNode node : list.items()) {
            Optional<AttributeId> attribute = node.as(AttributeId::new);
            attribute.ifPresent(id -> {
                String meaning = TAKEN.get(id.value());
                if (meaning != null) {
                    node.problem("'" + id + "' stands for " + meaning + "; call the attribute something else");
                } else if (!attributes.add(id)) {
                    node.problem("attribute '" + id + "' is given twice");
                }
            });
        }
        return List.copyOf(attributes);
    }

    private static List<Grouping> schoolAndEach(List<AttributeId> attributes) {
        List<Grouping> groupings = new ArrayList<>();
        groupings.add(Grouping.SCHOOL);
        attributes.forEach(attribute -> groupings.add(new Grouping(List.of(attribute))));
        return groupings;
    }

    private List<Grouping> report(YamlNode list, List<AttributeId> attributes) {
        Map<Set<AttributeId>, Grouping> groupings = new LinkedHashMap<>();
        for (YamlNode node : list.items()) {
            grouping(node, attributes).ifPresent(grouping -> {
                Grouping earlier = groupings.putIfAbsent(Set.copyOf(grouping.attributes()), grouping);
                if (earlier != null) {
                    node.problem("'" + grouping.key() + "' divides the school as '" + earlier.key() + "' does already");
                }
            });
        }
        return List.copyOf(groupings.values());
    }

    private Optional<Grouping> grouping(YamlNode node, List<AttributeId> attributes) {
        Optional<String> text = node.name();
        if (text.isEmpty() || text.get().equals("school")) {
            return text.map(school -> Grouping.SCHOOL);
        }
        List<AttributeId> parts = new ArrayList<>();
        for (String part : Arrays.asList(text.get().strip().split("\\s+x\\s+", -1))) {
            Optional<AttributeId> known = declared(node, part, attributes);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            parts.add(known.get());
        }
        if (Set.copyOf(parts).size() < parts.size()) {
            node.problem("an attribute cannot be combined with itself. Value given: '" + text.get() + "'");
            return Optional.empty();
        }
        return problems.attempt(node.place(), () -> new Grouping(parts));
    }

    /** The declared attribute of that name; notes where there is none. */
    static Optional<AttributeId> declared(YamlNode node, String name, List<AttributeId> attributes) {
        Optional<AttributeId> known = attributes.stream()
                .filter(attribute -> attribute.value().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            node.problem(undeclared(name, attributes));
        }
        return known;
    }

    /** The sentence for a name that is no declared attribute. */
    static String undeclared(String name, List<AttributeId> attributes) {
        List<String> names = attributes.stream().map(AttributeId::value).toList();
        String declared = names.isEmpty() ? "none is declared" : "declared are " + String.join(", ", names);
        return "'" + name + "' is no attribute under cohorts: attributes; " + declared + Suggestion.phrase(name, names);
    }

    private Map<AttributeId, List<Set<String>>> rollUps(YamlMapping mapping, List<AttributeId> attributes) {
        Map<AttributeId, List<Set<String>>> rollUps = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Optional<AttributeId> attribute = attributes.stream()
                    .filter(id -> id.value().equals(entry.key()))
                    .findFirst();
            if (attribute.isEmpty()) {
                problems.add(entry.place(), undeclared(entry.key(), attributes));
            }
            List<Set<String>> sets = new ArrayList<>();
            entry.value()
                    .items()
                    .forEach(node ->
                            set(node).filter(values -> fits(node, values, sets)).ifPresent(sets::add));
            attribute.ifPresent(id -> rollUps.put(id, List.copyOf(sets)));
        }
        return rollUps;
    }

    private static Optional<Set<String>> set(YamlNode list) {
        Set<String> values = new LinkedHashSet<>();
        for (YamlNode node : list.items()) {
            node.name()
                    .filter(value -> !values.add(value))
                    .ifPresent(value -> node.problem("'" + value + "' stands twice in this group"));
        }
        if (list.isSequence() && list.items().size() < 2) {
            list.problem("a roll-up joins at least 2 values. Value given: "
                    + list.items().size());
            return Optional.empty();
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** A group that shares a part of another would leave two nearest groups to join. */
    private static boolean fits(YamlNode node, Set<String> values, List<Set<String>> others) {
        for (Set<String> other : others) {
            boolean apart = other.stream().noneMatch(values::contains);
            boolean nested = !other.equals(values) && (other.containsAll(values) || values.containsAll(other));
            if (!apart && !nested) {
                node.problem("overlaps the group [" + String.join(", ", other)
                        + "]; groups must be apart or one within the other");
                return false;
            }
        }
        return true;
    }
}
