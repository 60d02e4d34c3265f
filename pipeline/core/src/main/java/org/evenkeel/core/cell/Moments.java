package org.evenkeel.core.cell;

import java.math.BigInteger;
import org.evenkeel.core.problem.Require;

/**
 * Count, sum, sum of squares and number at risk of one value per respondent. Exact whole units; addition is commutative
 * and associative.
 *
 * @param count respondents
 * @param sum of their values in units of the measure's lattice
 * @param sumOfSquares of their values in squared units
 * @param atRisk respondents at risk under the measure's rule; 0 where there is none
 */
public record Moments(long count, BigInteger sum, BigInteger sumOfSquares, long atRisk) {
    /** Nobody. */
    public static final Moments EMPTY = new Moments(0, BigInteger.ZERO, BigInteger.ZERO, 0);

    public Moments {
        Require.that(count >= 0, "a count must be 0 or more. Value given: %s", count);
        Require.that(atRisk >= 0 && atRisk <= count, "at risk must be 0..%s. Value given: %s", count, atRisk);
        Require.that(sumOfSquares.signum() >= 0, "a sum of squares must be 0 or more. Value given: %s", sumOfSquares);
    }

    /** These respondents and those, who must be different people. */
    public Moments plus(Moments other) {
        return new Moments(
                count + other.count, sum.add(other.sum), sumOfSquares.add(other.sumOfSquares), atRisk + other.atRisk);
    }

    /** These respondents without those, who must be some of them. */
    public Moments minus(Moments some) {
        return new Moments(
                count - some.count,
                sum.subtract(some.sum),
                sumOfSquares.subtract(some.sumOfSquares),
                atRisk - some.atRisk);
    }

    /** One respondent's value. */
    public static Moments ofOne(long units, long atRisk) {
        BigInteger value = BigInteger.valueOf(units);
        return new Moments(1, value, value.multiply(value), atRisk);
    }
}
