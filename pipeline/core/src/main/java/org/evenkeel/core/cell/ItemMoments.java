package org.evenkeel.core.cell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;

/**
 * Item sums and cross-products over the respondents who answered every item of a scale, after reversal.
 *
 * @param count complete respondents
 * @param sums sum of each item, in the scale's item order
 * @param products sums of products of items i and j ≥ i: row by row the upper triangle with its diagonal
 */
public record ItemMoments(long count, List<Long> sums, List<Long> products) {
    public ItemMoments {
        sums = List.copyOf(sums);
        products = List.copyOf(products);
        int items = sums.size();
        Require.that(
                products.size() == items * (items + 1) / 2,
                "%s items need %s products. Value given: %s",
                items,
                items * (items + 1) / 2,
                products.size());
    }

    /** Nobody, for a scale of this many items. */
    public static ItemMoments empty(int items) {
        Long[] zeros = new Long[items * (items + 1) / 2];
        Arrays.fill(zeros, 0L);
        return new ItemMoments(0, Arrays.asList(zeros).subList(0, items), Arrays.asList(zeros));
    }

    /** These respondents and those. */
    public ItemMoments plus(ItemMoments other) {
        Require.that(
                sums.size() == other.sums.size(),
                "item moments of %s and %s items cannot be added",
                sums.size(),
                other.sums.size());
        return new ItemMoments(count + other.count, add(sums, other.sums), add(products, other.products));
    }

    /** The sum of products of two items. */
    public long product(int first, int second) {
        int row = Math.min(first, second);
        int column = Math.max(first, second);
        return products.get(row * sums.size() - row * (row - 1) / 2 + column - row);
    }

    private static List<Long> add(List<Long> left, List<Long> right) {
        return IntStream.range(0, left.size())
                .mapToObj(i -> left.get(i) + right.get(i))
                .toList();
    }
}
