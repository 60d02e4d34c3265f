package org.evenkeel.core.disclosure.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.study.AttributeId;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Between which values the mean of a group must lie, for someone who holds a release and nothing else: the definitions of its cohorts,
 * their shown respondents, their shown means on their grid, and the ends of the scale. He does not know how many respondents there are
 * of each combination of attributes.
 *
 * <p>Unknown are the numbers of respondents with each combination of values who score lowest and highest; every mean between is a mixture
 * of the two, and everything shown is linear in them. The mean of a group is a ratio of two sums, which becomes linear when all unknowns
 * are scaled so that the group has one respondent (Charnes and Cooper 1962). The bounds hold for real numbers of people; whole ones can
 * only narrow them, so an interval found here is what he surely can conclude, not the most he could.
 */
public final class MeanBounds {
    /** Combinations of attribute values from which on the attack is not tried. */
    public static final int MOST_COMBINATIONS = 300;

    private static final double HAIR = 1e-6;

    private final List<ShownMean> shown;
    private final SortedMap<AttributeId, SortedSet<String>> values;
    private final double lowest;
    private final double highest;
    private final List<Profile> combinations;

    /**
     * A shown mean.
     *
     * @param cohort whose
     * @param respondents how many they are
     * @param lowest the least mean that would be shown like this
     * @param highest the greatest
     */
    public record ShownMean(Cohort cohort, long respondents, double lowest, double highest) {}

    /**
     * What can be concluded from the means of one measure in one period.
     *
     * @param shown the shown means
     * @param values the values of each attribute that the release speaks of
     * @param lowest the lowest score
     * @param highest the highest score
     */
    public MeanBounds(
            List<ShownMean> shown, Map<AttributeId, ? extends Set<String>> values, double lowest, double highest) {
        this.shown = List.copyOf(shown);
        this.values = new TreeMap<>();
        values.forEach((attribute, possible) -> this.values.put(attribute, new TreeSet<>(possible)));
        this.lowest = lowest;
        this.highest = highest;
        this.combinations = combinations();
    }

    /** Whether there are so few combinations that the attack is tried. */
    public boolean isTried() {
        return !combinations.isEmpty();
    }

    /** The narrowest interval of the group's mean. Absent where nobody can belong to it, or the attack is not tried. */
    public Optional<IntervalAttack.Range> of(Cohort group) {
        Optional<Double> least = extreme(group, Optimisation.Sense.MIN);
        return least.flatMap(low ->
                extreme(group, Optimisation.Sense.MAX).map(high -> new IntervalAttack.Range(low, Math.max(low, high))));
    }

    /** The most respondents the group can have, by the shown respondents alone. Absent where there is no telling. */
    public OptionalLong mostRespondents(Cohort group) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> people = new ArrayList<>();
        for (int place = 0; place < combinations.size(); place++) {
            people.add(model.newVariable("people" + place).lower(BigDecimal.ZERO));
        }
        for (int place = 0; place < shown.size(); place++) {
            ShownMean one = shown.get(place);
            sum(
                    model.newExpression("shown" + place).level(BigDecimal.valueOf(one.respondents())),
                    people,
                    one.cohort());
        }
        sum(model.newExpression("group").weight(BigDecimal.ONE), people, group);
        Optimisation.Result result = model.maximise();
        return result.getState().isOptimal()
                ? OptionalLong.of((long) Math.floor(result.getValue() + HAIR))
                : OptionalLong.empty();
    }

    private void sum(Expression sum, List<Variable> people, Cohort cohort) {
        for (int place = 0; place < combinations.size(); place++) {
            if (cohort.contains(combinations.get(place))) {
                sum.set(people.get(place), 1);
            }
        }
    }

    /** Every combination of values of the attributes that shown cohorts are made of; none where they are too many. */
    private List<Profile> combinations() {
        Set<AttributeId> attributes = new LinkedHashSet<>();
        shown.forEach(one -> attributes.addAll(one.cohort().conditions().keySet()));
        List<Profile> all = new ArrayList<>(List.of(Profile.of(Map.of())));
        for (AttributeId attribute : attributes) {
            List<Profile> longer = new ArrayList<>();
            for (Profile one : all) {
                for (String value : values.getOrDefault(attribute, new TreeSet<>())) {
                    SortedMap<AttributeId, String> more = new TreeMap<>(one.values());
                    more.put(attribute, value);
                    longer.add(new Profile(more));
                }
            }
            if (longer.size() > MOST_COMBINATIONS) {
                return List.of();
            }
            all = longer;
        }
        return all;
    }

    private Optional<Double> extreme(Cohort group, Optimisation.Sense sense) {
        boolean divides = combinations.stream().anyMatch(group::contains)
                && group.conditions().keySet().stream()
                        .allMatch(attribute -> combinations.get(0).values().containsKey(attribute));
        if (!divides) {
            return Optional.empty();
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable scale = model.newVariable("scale").lower(BigDecimal.ZERO).upper(BigDecimal.ONE);
        List<Variable> low = new ArrayList<>();
        List<Variable> high = new ArrayList<>();
        for (int place = 0; place < combinations.size(); place++) {
            low.add(model.newVariable("low" + place).lower(BigDecimal.ZERO));
            high.add(model.newVariable("high" + place).lower(BigDecimal.ZERO));
        }
        for (int place = 0; place < shown.size(); place++) {
            ShownMean one = shown.get(place);
            double n = one.respondents();
            Expression people = model.newExpression("people" + place).level(BigDecimal.ZERO);
            people.set(scale, -n);
            Expression least = model.newExpression("least" + place).lower(BigDecimal.ZERO);
            least.set(scale, -n * (one.lowest() - lowest));
            Expression most = model.newExpression("most" + place).upper(BigDecimal.ZERO);
            most.set(scale, -n * (one.highest() - lowest));
            for (int combination = 0; combination < combinations.size(); combination++) {
                if (one.cohort().contains(combinations.get(combination))) {
                    people.set(low.get(combination), 1);
                    people.set(high.get(combination), 1);
                    least.set(high.get(combination), highest - lowest);
                    most.set(high.get(combination), highest - lowest);
                }
            }
        }
        Expression one = model.newExpression("one").level(BigDecimal.ONE);
        Expression mean = model.newExpression("mean").weight(BigDecimal.ONE);
        for (int combination = 0; combination < combinations.size(); combination++) {
            if (group.contains(combinations.get(combination))) {
                one.set(low.get(combination), 1);
                one.set(high.get(combination), 1);
                mean.set(high.get(combination), highest - lowest);
            }
        }
        Optimisation.Result result = switch (sense) {
            case MIN -> model.minimise();
            case MAX -> model.maximise();
        };
        return result.getState().isOptimal() ? Optional.of(lowest + result.getValue()) : Optional.empty();
    }
}
