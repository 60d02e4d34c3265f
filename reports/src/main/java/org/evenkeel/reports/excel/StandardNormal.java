package org.evenkeel.reports.excel;

/**
 * The standard normal distribution, to the accuracy that spreadsheets have, so that results written beside a formula are those
 * that the formula gives. Plain arithmetic with strict functions: the same digits on every machine.
 */
final class StandardNormal {
    private static final double REACH = 9;
    private static final int HALVINGS = 70;

    /** From here on the tail is a continued fraction; below, a series is quicker. */
    private static final double TAIL = 3;

    private StandardNormal() {}

    /** The probability of a value of at most {@code z}. */
    static double below(double z) {
        if (z > 0) {
            return 1 - below(-z);
        }
        double distance = -z;
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
        return distance < TAIL ? 0.5 - density * series(distance) : density * fraction(distance);
    }

    /** The value that the given probability lies below. */
    static double quantile(double probability) {
        double low = -REACH;
        double high = REACH;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** x + x³/3 + x⁵/(3·5) + … (Marsaglia, J. Stat. Softw. 11, 2004). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    /** 1/(x + 1/(x + 2/(x + …))), for the far tail (Laplace). */
    private static double fraction(double x) {
        double value = x;
        for (int level = 120; level >= 1; level--) {
            value = x + level / value;
        }
        return 1 / value;
    }
}
