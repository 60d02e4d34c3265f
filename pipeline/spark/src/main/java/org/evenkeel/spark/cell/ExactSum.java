package org.evenkeel.spark.cell;

import java.math.BigInteger;

/** A running sum of whole numbers and products that is never wrong: what would overflow moves to a number without bounds. */
final class ExactSum {
    private long pending;
    private BigInteger settled = BigInteger.ZERO;

    void add(long value) {
        long sum = pending + value;
        if (((pending ^ sum) & (value ^ sum)) < 0) {
            settled = settled.add(BigInteger.valueOf(pending));
            sum = value;
        }
        pending = sum;
    }

    void addProduct(long left, long right) {
        long low = left * right;
        if (Math.multiplyHigh(left, right) == low >> (Long.SIZE - 1)) {
            add(low);
            return;
        }
        settled = settled.add(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)));
    }

    BigInteger total() {
        return settled.add(BigInteger.valueOf(pending));
    }
}
