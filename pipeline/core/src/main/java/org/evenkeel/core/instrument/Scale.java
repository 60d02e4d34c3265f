package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.problem.Require;

/**
 * One scoring rule: items in, an exact score out.
 *
 * <p>A missing item is replaced by the mean of the items answered, as long as at least {@code minimumAnswered} were; below
 * that there is no score. A score is a whole number of units of 1/{@link #denominator}, so that sums over people are exact.
 *
 * @param id the scale's name
 * @param title what reports call it
 * @param theme what it speaks of
 * @param items its items in questionnaire order
 * @param reversed the items whose value v becomes lowest + highest − v
 * @param range the item values of the response scale, before reversal
 * @param offset added to every item value after reversal, such as −1 for K6 out of K10
 * @param aggregate sum or mean
 * @param multiplier what the sum or mean is multiplied with
 * @param minimumAnswered fewest answered items that make a score
 * @param direction which way is worse
 * @param unit what one point is called, such as {@code points}
 * @param atRisk when a score is at risk, where there is such a rule
 * @param importantDifference the smallest difference that matters, where one is stated
 */
public record Scale(
        ScaleId id,
        Title title,
        Theme theme,
        List<ItemKey> items,
        Set<ItemKey> reversed,
        AnswerRange range,
        int offset,
        Aggregate aggregate,
        int multiplier,
        int minimumAnswered,
        Direction direction,
        String unit,
        Optional<AtRiskRule> atRisk,
        Optional<ImportantDifference> importantDifference) {
    /** Units finer than 1 in this many of a point are refused: sums of their squares over a large school must stay exact. */
    public static final long FINEST_UNITS = 1_000_000;

    public Scale {
        items = List.copyOf(items);
        reversed = Set.copyOf(reversed);
        Require.that(!unit.isBlank(), "scale %s needs a unit. Value given: '%s'", id, unit);
        Require.that(!items.isEmpty(), "scale %s needs items", id);
        Require.that(new HashSet<>(items).size() == items.size(), "scale %s names an item twice: %s", id, items);
        Require.that(items.containsAll(reversed), "scale %s reverses items it does not have: %s", id, reversed);
        Require.that(multiplier >= 1, "the multiplier of %s must be 1 or more. Value given: %s", id, multiplier);
        Require.that(
                minimumAnswered >= 1 && minimumAnswered <= items.size(),
                "scale %s must ask for 1..%s answered items. Value given: %s",
                id,
                items.size(),
                minimumAnswered);
        Require.that(
                denominator(factor(aggregate, multiplier, items.size()), minimumAnswered, items.size()) <= FINEST_UNITS,
                "scale %s scores so many different numbers of answered items that its units would be finer than 1/%s;"
                        + " ask for more answered items. Value given: %s of %s",
                id,
                FINEST_UNITS,
                minimumAnswered,
                items.size());
        if (atRisk.isPresent()) {
            AtRiskRule rule = atRisk.get();
            Require.that(
                    switch (rule.comparison()) {
                        case AT_LEAST -> direction == Direction.HIGHER_IS_WORSE;
                        case AT_MOST -> direction == Direction.HIGHER_IS_BETTER;
                    },
                    "the at-risk side of scale %s must be its worse side. Value given: %s while %s",
                    id,
                    rule.comparison(),
                    direction);
            long factor = factor(aggregate, multiplier, items.size());
            long lowest = (range.lowest() + (long) offset) * factor;
            long highest = (range.highest() + (long) offset) * factor;
            Require.that(
                    rule.cut().compareTo(BigDecimal.valueOf(lowest)) >= 0
                            && rule.cut().compareTo(BigDecimal.valueOf(highest)) <= 0,
                    "the at-risk cut of scale %s must be within its scores, %s..%s. Value given: %s",
                    id,
                    lowest,
                    highest,
                    rule.cut());
        }
    }

    /** Units per point: the least number that makes the score of every permitted number of answers whole. */
    public long denominator() {
        return denominator(factor(aggregate, multiplier, items.size()), minimumAnswered, items.size());
    }

    /** How many units one item point is worth when this many items were answered, at least {@link #minimumAnswered}. */
    public long unitsPerPoint(int answered) {
        Require.that(
                answered >= minimumAnswered && answered <= items.size(),
                "scale %s scores %s..%s answered items. Value given: %s",
                id,
                minimumAnswered,
                items.size(),
                answered);
        return factor(aggregate, multiplier, items.size()) * denominator() / answered;
    }

    /** An item's contribution: reversed where the scale says so, then offset. */
    public long points(ItemKey item, int value) {
        return (reversed.contains(item) ? range.lowest() + range.highest() - value : value) + (long) offset;
    }

    /** The score of these answers; values outside the range count as missing. Absent when too few items were answered. */
    public Optional<Score> score(Map<ItemKey, Integer> answers) {
        long sum = 0;
        int answered = 0;
        for (ItemKey item : items) {
            Integer value = answers.get(item);
            if (value != null && range.contains(value)) {
                sum += points(item, value);
                answered++;
            }
        }
        return answered < minimumAnswered
                ? Optional.empty()
                : Optional.of(new Score(sum * unitsPerPoint(answered), answered));
    }

    /** Whether it reverses some of its items and not others, so that equal answers to all of them contradict each other. */
    public boolean asksInBothDirections() {
        return !reversed.isEmpty() && reversed.size() < items.size();
    }

    /** Whether these answers are complete and all alike although the scale asks in both directions. */
    public boolean marks(Map<ItemKey, Integer> answers) {
        Integer first = answers.get(items.get(0));
        return asksInBothDirections()
                && first != null
                && range.contains(first)
                && items.stream().allMatch(item -> first.equals(answers.get(item)));
    }

    /** The values the score can take. */
    public Lattice lattice() {
        long all = unitsPerPoint(items.size()) * items.size();
        return new Lattice(
                denominator(),
                (range.lowest() + (long) offset) * all,
                (range.highest() + (long) offset) * all,
                unitsPerPoint(items.size()));
    }

    /** The key under which its units are kept where the scale is scored while a file is read. */
    public ItemKey scoreKey() {
        return new ItemKey(id.value());
    }

    /** The same rule, but every item must be answered. */
    public Scale strict() {
        return with(reversed, items.size());
    }

    /** The same rule with these items reversed and no others. */
    Scale reversing(Set<ItemKey> others) {
        return with(others, minimumAnswered);
    }

    private Scale with(Set<ItemKey> newReversed, int newMinimum) {
        return new Scale(
                id,
                title,
                theme,
                items,
                newReversed,
                range,
                offset,
                aggregate,
                multiplier,
                newMinimum,
                direction,
                unit,
                atRisk,
                importantDifference);
    }

    private static long denominator(long factor, int fewest, int most) {
        long denominator = 1;
        for (int answered = fewest; answered <= most && denominator <= FINEST_UNITS; answered++) {
            denominator = leastCommonMultiple(denominator, answered / greatestCommonDivisor(answered, factor));
        }
        return denominator;
    }

    private static long factor(Aggregate aggregate, int multiplier, int items) {
        return switch (aggregate) {
            case SUM -> (long) multiplier * items;
            case MEAN -> multiplier;
        };
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static long leastCommonMultiple(long a, long b) {
        return a / greatestCommonDivisor(a, b) * b;
    }
}
