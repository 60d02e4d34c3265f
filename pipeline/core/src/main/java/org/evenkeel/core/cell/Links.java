package org.evenkeel.core.cell;

import java.math.BigInteger;
import org.evenkeel.core.problem.Require;

/**
 * Paired sums over respondents who have a value in both of two terms; x is the earlier, y the later.
 *
 * @param count pairs
 * @param sumEarlier Σx in units
 * @param sumLater Σy in units
 * @param squaresEarlier Σx²
 * @param squaresLater Σy²
 * @param products Σxy
 */
public record Links(
        long count,
        BigInteger sumEarlier,
        BigInteger sumLater,
        BigInteger squaresEarlier,
        BigInteger squaresLater,
        BigInteger products) {
    /** No pairs. */
    public static final Links EMPTY =
            new Links(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public Links {
        Require.that(count >= 0, "a count must be 0 or more. Value given: %s", count);
    }

    /** These pairs and those. */
    public Links plus(Links other) {
        return new Links(
                count + other.count,
                sumEarlier.add(other.sumEarlier),
                sumLater.add(other.sumLater),
                squaresEarlier.add(other.squaresEarlier),
                squaresLater.add(other.squaresLater),
                products.add(other.products));
    }

    /** One respondent's pair of values. */
    public static Links ofOne(long earlier, long later) {
        BigInteger x = BigInteger.valueOf(earlier);
        BigInteger y = BigInteger.valueOf(later);
        return new Links(1, x, y, x.multiply(x), y.multiply(y), x.multiply(y));
    }
}
