package org.evenkeel.core.statistics.reliability;

import java.math.BigInteger;
import org.evenkeel.core.cell.ItemMoments;

/** The sample covariances of a scale's items, from whole numbers. */
final class ItemCovariances {
    private ItemCovariances() {}

    static double[][] of(ItemMoments items) {
        int size = items.sums().size();
        double n = items.count();
        double[][] covariances = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                covariances[i][j] = BigInteger.valueOf(items.count())
                                .multiply(BigInteger.valueOf(items.product(i, j)))
                                .subtract(BigInteger.valueOf(items.sums().get(i))
                                        .multiply(
                                                BigInteger.valueOf(items.sums().get(j))))
                                .doubleValue()
                        / (n * (n - 1));
            }
        }
        return covariances;
    }
}
