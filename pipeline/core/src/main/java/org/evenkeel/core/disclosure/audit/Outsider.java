package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.AttributeId;

/**
 * Someone who holds the releases and nothing else. From the definitions of shown cohorts he computes groups that were never shown, and
 * from their shown respondents how many people these are.
 *
 * <p>He needs no list of people. A cohort is a product of conditions; when the last value of each attribute is written as everything
 * less the others, every cohort is a sum of products that are independent of each other. A group is computable exactly when its sum is a
 * combination of those of shown cohorts.
 */
public final class Outsider {
    private final List<Shown> shown;
    private final SortedMap<AttributeId, SortedSet<String>> values;

    /** A shown cohort with its shown respondents. */
    public record Shown(String name, Cohort cohort, long respondents) {}

    /** A shown cohort of a recipe, added this many times, or taken away where the number is below 0. */
    public record Step(long times, long parts, String name) {}

    /**
     * A group that can be computed.
     *
     * @param cohort the group
     * @param respondents how many people it is
     * @param recipe how
     */
    public record Computable(Cohort cohort, long respondents, List<Step> recipe) {
        public Computable {
            recipe = List.copyOf(recipe);
        }

        /** The recipe in words, such as {@code Whole school − Year 1 − Year 2}. */
        public String words() {
            StringBuilder words = new StringBuilder();
            for (Step step : recipe) {
                String sign = step.times() < 0 ? "− " : words.isEmpty() ? "" : "+ ";
                long times = Math.abs(step.times());
                String factor = step.parts() > 1 ? times + "/" + step.parts() + " × " : times > 1 ? times + " × " : "";
                words.append(words.isEmpty() ? "" : " ")
                        .append(sign)
                        .append(factor)
                        .append(step.name());
            }
            return words.toString();
        }
    }

    /**
     * An outsider.
     *
     * @param shown the shown cohorts of one source or measure in one period
     * @param values the values of each attribute that occur in any release
     */
    public Outsider(List<Shown> shown, Map<AttributeId, Set<String>> values) {
        this.shown = List.copyOf(shown);
        this.values = new TreeMap<>();
        values.forEach((attribute, possible) ->
                this.values.put(attribute, Collections.unmodifiableSortedSet(new TreeSet<>(possible))));
    }

    /** Which of these groups he can compute although they were not shown, and that somebody belongs to. */
    public List<Computable> computable(List<Cohort> groups) {
        Map<SortedMap<AttributeId, String>, Integer> columns = new LinkedHashMap<>();
        List<SortedMap<SortedMap<AttributeId, String>, Long>> sums = new ArrayList<>();
        shown.forEach(one -> sums.add(products(one.cohort())));
        groups.forEach(group -> sums.add(products(group)));
        sums.forEach(sum -> sum.keySet().forEach(product -> columns.putIfAbsent(product, columns.size())));
        int width = columns.size() + shown.size();
        Echelon space = new Echelon(Echelon.inOrder(width));
        for (int place = 0; place < shown.size(); place++) {
            long[] row = row(sums.get(place), columns, width);
            row[columns.size() + place] = 1;
            space.add(row);
        }
        List<Computable> found = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Cohort group = groups.get(place);
            long[] rest = space.reduce(row(sums.get(shown.size() + place), columns, width));
            boolean isShown = shown.stream().anyMatch(one -> one.cohort().equals(group));
            if (!isShown && space.pivot(rest) >= columns.size()) {
                recipe(rest, columns.size())
                        .map(recipe -> new Computable(group, respondents(recipe), recipe))
                        .filter(computable -> computable.respondents() > 0)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<List<Step>> recipe(long[] rest, int from) {
        List<Step> steps = new ArrayList<>();
        for (int place = 0; place < shown.size(); place++) {
            long residue = PrimeField.minus(0, rest[from + place]);
            if (residue != 0) {
                Optional<Rational> times = Rational.ofResidue(residue);
                if (times.isEmpty()) {
                    return Optional.empty();
                }
                steps.add(new Step(
                        times.get().numerator(),
                        times.get().denominator(),
                        shown.get(place).name()));
            }
        }
        return Optional.of(steps);
    }

    private long respondents(List<Step> recipe) {
        double sum = 0;
        for (Step step : recipe) {
            long of = shown.stream()
                    .filter(one -> one.name().equals(step.name()))
                    .mapToLong(Shown::respondents)
                    .findFirst()
                    .orElseThrow();
            sum += (double) step.times() * of / step.parts();
        }
        return Math.round(sum);
    }

    private static long[] row(
            SortedMap<SortedMap<AttributeId, String>, Long> sum,
            Map<SortedMap<AttributeId, String>, Integer> columns,
            int width) {
        long[] row = new long[width];
        sum.forEach((product, times) -> row[columns.getOrDefault(product, 0)] = PrimeField.of(times));
        return row;
    }

    /** A cohort as a sum of products of conditions, none of them on the last value of an attribute. */
    private SortedMap<SortedMap<AttributeId, String>, Long> products(Cohort cohort) {
        SortedMap<SortedMap<AttributeId, String>, Long> sum = empty();
        sum.put(new TreeMap<>(), 1L);
        for (Map.Entry<AttributeId, SortedSet<String>> condition :
                cohort.conditions().entrySet()) {
            SortedSet<String> possible = values.getOrDefault(condition.getKey(), condition.getValue());
            SortedMap<SortedMap<AttributeId, String>, Long> next = empty();
            boolean last = condition.getValue().contains(possible.last());
            sum.forEach((product, times) -> {
                next.merge(product, last ? times : 0, Long::sum);
                for (String value : possible.headSet(possible.last())) {
                    long more = (condition.getValue().contains(value) ? times : 0) - (last ? times : 0);
                    SortedMap<AttributeId, String> longer = new TreeMap<>(product);
                    longer.put(condition.getKey(), value);
                    next.merge(longer, more, Long::sum);
                }
            });
            next.values().removeIf(times -> times == 0);
            sum = next;
        }
        return sum;
    }

    private static SortedMap<SortedMap<AttributeId, String>, Long> empty() {
        return new TreeMap<>((left, right) -> left.toString().compareTo(right.toString()));
    }
}
