package org.evenkeel.core.disclosure.audit;

import java.util.Optional;

/** A fraction in lowest terms; the denominator is above 0. */
record Rational(long numerator, long denominator) {
    static final long LARGEST = 1L << 29;

    /**
     * The only fraction with this residue whose numerator and denominator are both small enough to be told from it, if there is
     * one (Wang's rational reconstruction: Euclid's algorithm stopped half way).
     */
    static Optional<Rational> ofResidue(long residue) {
        long before = PrimeField.PRIME;
        long remainder = residue;
        long factorBefore = 0;
        long factor = 1;
        while (remainder > LARGEST) {
            long quotient = before / remainder;
            long next = before - quotient * remainder;
            before = remainder;
            remainder = next;
            long factorNext = factorBefore - quotient * factor;
            factorBefore = factor;
            factor = factorNext;
        }
        if (Math.abs(factor) > LARGEST || greatestDivisor(remainder, Math.abs(factor)) != 1) {
            return Optional.empty();
        }
        return Optional.of(factor < 0 ? new Rational(-remainder, -factor) : new Rational(remainder, factor));
    }

    /** The greatest common divisor; that of 0 and a number is the number. */
    static long greatestDivisor(long left, long right) {
        return right == 0 ? left : greatestDivisor(right, left % right);
    }

    double value() {
        return (double) numerator / denominator;
    }
}
