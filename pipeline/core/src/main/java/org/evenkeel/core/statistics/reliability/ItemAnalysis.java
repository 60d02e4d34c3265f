package org.evenkeel.core.statistics.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;

/**
 * Each item of a scale against the others, over complete answer sheets and after reversal.
 *
 * <p>An item's correlation with the sum of the others must be above 0: an item that is not reversed and should be, or is and
 * should not be, runs against the rest. One such item is doubtful; two or more, or one that lies below 0 beyond chance (95%, by
 * Fisher's z), say that the batch looks reverse-coded. Fewer than 50 sheets cannot tell. A scale all of whose items are coded the
 * wrong way round passes: no correlation shows that.
 *
 * @param count complete answer sheets
 * @param items one entry for each item, in the scale's order
 * @param keys what the check of reversed items says
 */
public record ItemAnalysis(long count, List<Item> items, Keys keys) {
    /** Fewer sheets do not settle which way an item runs. */
    public static final long FEWEST_SHEETS = 50;

    private static final double Z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - Interval.LEVEL) / 2);

    /** What the check of reversed items says. */
    public enum Keys {
        /** Every item runs with the rest. */
        PASSED("every item runs with the rest of its scale"),
        /** One item runs against the rest, by no more than chance. */
        ONE_ITEM_DOUBTFUL("one item does not run with the rest of its scale"),
        /** Items run against the rest: the batch must not be scored like this. */
        LOOKS_REVERSE_CODED("looks reverse-coded: items run against the rest of their scale"),
        /** Too few complete answer sheets to tell. */
        TOO_FEW_SHEETS("too few complete answer sheets to check which way its items run");

        private final String words;

        Keys(String words) {
            this.words = words;
        }

        /** The verdict in words. */
        public String words() {
            return words;
        }
    }

    /**
     * One item.
     *
     * @param mean of its answers
     * @param standardDeviation of its answers
     * @param restCorrelation with the sum of the other items; empty where one of the two does not vary
     * @param alphaIfDropped alpha of the other items; empty for fewer than two of them
     */
    public record Item(
            double mean, double standardDeviation, OptionalDouble restCorrelation, OptionalDouble alphaIfDropped) {}

    public ItemAnalysis {
        items = List.copyOf(items);
        Require.that(items.size() >= 2, "an item needs another beside it. Value given: %s", items.size());
    }

    /** The analysis of the scale whose item moments these are. */
    public static Fit<ItemAnalysis> of(ItemMoments moments) {
        int size = moments.sums().size();
        if (size == 0) {
            return Fit.absent(Absence.ITEMS_NOT_KEPT);
        }
        if (size == 1) {
            return Fit.absent(Absence.SINGLE_ITEM);
        }
        if (moments.count() < 3) {
            return Fit.absent(Absence.TOO_FEW_COMPLETE);
        }
        double[][] covariances = ItemCovariances.of(moments);
        List<Item> items = new ArrayList<>();
        for (int item = 0; item < size; item++) {
            items.add(new Item(
                    (double) moments.sums().get(item) / moments.count(),
                    Math.sqrt(covariances[item][item]),
                    restCorrelation(covariances, item),
                    alphaWithout(covariances, item)));
        }
        return Fit.of(new ItemAnalysis(moments.count(), items, keys(items, moments.count())));
    }

    /** The places of the items that do not run with the rest, from 0. */
    public List<Integer> against() {
        return IntStream.range(0, items.size())
                .filter(item -> runsAgainst(items.get(item)))
                .boxed()
                .toList();
    }

    private static Keys keys(List<Item> items, long count) {
        if (count < FEWEST_SHEETS) {
            return Keys.TOO_FEW_SHEETS;
        }
        List<Item> against = items.stream().filter(ItemAnalysis::runsAgainst).toList();
        if (against.isEmpty()) {
            return Keys.PASSED;
        }
        boolean beyondChance = against.stream()
                .anyMatch(item -> atanh(item.restCorrelation().orElse(0)) + Z / Math.sqrt(count - 3.0) < 0);
        return against.size() > 1 || beyondChance ? Keys.LOOKS_REVERSE_CODED : Keys.ONE_ITEM_DOUBTFUL;
    }

    private static boolean runsAgainst(Item item) {
        return item.restCorrelation().isPresent() && item.restCorrelation().getAsDouble() <= 0;
    }

    private static double atanh(double correlation) {
        return 0.5 * (Math.log1p(correlation) - Math.log1p(-correlation));
    }

    private static OptionalDouble restCorrelation(double[][] covariances, int item) {
        double rest = 0;
        double both = 0;
        for (int i = 0; i < covariances.length; i++) {
            both += i == item ? 0 : covariances[i][item];
            for (int j = 0; j < covariances.length; j++) {
                rest += i == item || j == item ? 0 : covariances[i][j];
            }
        }
        double product = covariances[item][item] * rest;
        return product > 0
                ? OptionalDouble.of(Math.max(-1, Math.min(1, both / Math.sqrt(product))))
                : OptionalDouble.empty();
    }

    private static OptionalDouble alphaWithout(double[][] covariances, int item) {
        double own = 0;
        double total = 0;
        for (int i = 0; i < covariances.length; i++) {
            for (int j = 0; j < covariances.length; j++) {
                total += i == item || j == item ? 0 : covariances[i][j];
            }
            own += i == item ? 0 : covariances[i][i];
        }
        double left = covariances.length - 1.0;
        return left >= 2 && total > 0
                ? OptionalDouble.of(left / (left - 1) * (1 - own / total))
                : OptionalDouble.empty();
    }
}
