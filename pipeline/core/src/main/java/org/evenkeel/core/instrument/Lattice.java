package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import org.evenkeel.core.problem.Require;

/**
 * The exact values a score can take: whole numbers of units of 1/denominator, from lowest to highest.
 *
 * @param denominator units per point
 * @param lowest the lowest score in units
 * @param highest the highest score in units
 * @param step the distance in units between neighbouring scores of complete answers
 */
public record Lattice(long denominator, long lowest, long highest, long step) {
    /** A check-in period mean is kept in this many parts of a unit: exact for up to twelve answers, half up beyond. */
    public static final long CHECK_IN_PARTS = 27_720;

    public Lattice {
        Require.that(denominator >= 1, "units per point must be 1 or more. Value given: %s", denominator);
        Require.that(
                lowest < highest, "the lowest score must be below the highest. Value given: %s..%s", lowest, highest);
        Require.that(step >= 1, "the step must be 1 unit or more. Value given: %s", step);
    }

    /** The lattice of means of several scores of this lattice. */
    public Lattice ofMeans() {
        return new Lattice(
                denominator * CHECK_IN_PARTS, lowest * CHECK_IN_PARTS, highest * CHECK_IN_PARTS, step * CHECK_IN_PARTS);
    }

    /** The mean of several scores, given as their sum and number, in units of {@link #ofMeans}. */
    public static long meanUnits(long sumOfUnits, long scores) {
        Require.that(scores >= 1, "a mean needs at least 1 score. Value given: %s", scores);
        return Math.floorDiv(2 * sumOfUnits * CHECK_IN_PARTS + scores, 2 * scores);
    }

    /** Units as points of the score. */
    public double points(double units) {
        return units / denominator;
    }

    /** The lowest score in points. */
    public double lowestPoints() {
        return points((double) lowest);
    }

    /** The highest score in points. */
    public double highestPoints() {
        return points((double) highest);
    }

    /** The step in points, which is the score's granularity. */
    public BigDecimal granularity() {
        return BigDecimal.valueOf(step).divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL64);
    }
}
