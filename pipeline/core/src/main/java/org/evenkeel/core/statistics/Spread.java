package org.evenkeel.core.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;

/** Mean and sample variance of exact moments, in points: the sums are subtracted as whole numbers, so nothing cancels. */
public final class Spread {
    private Spread() {}

    /** The mean; empty for nobody. */
    public static OptionalDouble mean(Moments moments, Lattice lattice) {
        return moments.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(quotient(
                        moments.sum(),
                        BigInteger.valueOf(moments.count()).multiply(BigInteger.valueOf(lattice.denominator()))));
    }

    /** Sample variance with n − 1; empty for fewer than two respondents. */
    public static OptionalDouble variance(Moments moments, Lattice lattice) {
        return covariance(moments.count(), moments.sum(), moments.sum(), moments.sumOfSquares(), lattice);
    }

    /** Sample covariance with n − 1 of paired sums; empty for fewer than two pairs. */
    public static OptionalDouble covariance(
            long count, BigInteger sumX, BigInteger sumY, BigInteger sumXY, Lattice lattice) {
        if (count < 2) {
            return OptionalDouble.empty();
        }
        BigInteger n = BigInteger.valueOf(count);
        BigInteger numerator = n.multiply(sumXY).subtract(sumX.multiply(sumY));
        BigInteger unit = BigInteger.valueOf(lattice.denominator());
        BigInteger denominator =
                n.multiply(n.subtract(BigInteger.ONE)).multiply(unit).multiply(unit);
        return OptionalDouble.of(quotient(numerator, denominator));
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
