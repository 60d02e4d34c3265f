package org.evenkeel.core.disclosure.audit;

/**
 * Arithmetic modulo the Mersenne prime 2⁶¹ − 1: exact, in machine words, and large enough that a whole number below a
 * thousand million and a fraction of two of them can be told from its residue.
 */
final class PrimeField {
    /** The prime. */
    static final long PRIME = (1L << 61) - 1;

    private PrimeField() {}

    /** The residue of any whole number. */
    static long of(long number) {
        long residue = number % PRIME;
        return residue < 0 ? residue + PRIME : residue;
    }

    static long plus(long left, long right) {
        long sum = left + right;
        return sum >= PRIME ? sum - PRIME : sum;
    }

    static long minus(long left, long right) {
        long difference = left - right;
        return difference < 0 ? difference + PRIME : difference;
    }

    /** Because 2⁶¹ is 1 here, the high part of the product is added to its low part. */
    static long times(long left, long right) {
        long low = left * right;
        long sum = (low & PRIME) + ((Math.multiplyHigh(left, right) << 3) | (low >>> 61));
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /** One divided by a residue that is not 0, by Fermat: x⁻¹ = xᵖ⁻². */
    static long inverse(long residue) {
        if (residue == 0) {
            throw new ArithmeticException("0 has no inverse");
        }
        long inverse = 1;
        long power = residue;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                inverse = times(inverse, power);
            }
            power = times(power, power);
        }
        return inverse;
    }
}
