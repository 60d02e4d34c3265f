package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;

/**
 * What is left of a combination when everything that can be computed is taken out of it, scaled so that its first coefficient is 1. Two
 * combinations with the same remainder can be computed from each other.
 */
final class Remainder {
    private final long[] coefficients;
    private final int pivot;

    private Remainder(long[] coefficients, int pivot) {
        this.coefficients = coefficients;
        this.pivot = pivot;
    }

    /** The remainder with these coefficients, which become its own, its columns looked at in this order. */
    static Remainder of(long[] coefficients, int[] order) {
        for (int column : order) {
            if (coefficients[column] != 0) {
                Echelon.scale(coefficients, PrimeField.inverse(coefficients[column]));
                return new Remainder(coefficients, column);
            }
        }
        return new Remainder(coefficients, -1);
    }

    /** Whether the combination can be computed already. */
    boolean isNothing() {
        return pivot < 0;
    }

    /** What is left of it when another remainder can be computed as well. */
    Remainder without(Remainder other, int[] order) {
        if (other.isNothing() || coefficients[other.pivot] == 0) {
            return this;
        }
        long[] rest = coefficients.clone();
        Echelon.subtract(rest, rest[other.pivot], other.coefficients);
        return of(rest, order);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Remainder remainder && Arrays.equals(coefficients, remainder.coefficients);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients);
    }
}
