package org.evenkeel.core.statistics.panel;

import static org.evenkeel.core.statistics.algebra.Cholesky.dot;
import static org.evenkeel.core.statistics.algebra.Cholesky.times;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.statistics.algebra.Cholesky;

/**
 * The sums of panels split into what varies within people and, for each number of answers, between them. Both are worked out in
 * whole numbers, after taking the rounded mean from every value, so that no digit is lost before the first rounding. For a ratio
 * λ of the variance between people to the variance within, X'V⁻¹X = within + Σ between/(n(1+nλ)): nothing is subtracted.
 */
final class PanelSums {
    private final int size;
    private final long answers;
    private final long shift;
    private final double[][] withinXX;
    private final double[] withinXY;
    private final double withinYY;
    private final Between[] between;

    /** The sums over people who answered equally often. */
    private static final class Between {
        private final int answers;
        private final double people;
        private final double[][] xx;
        private final double[] xy;
        private final double yy;

        Between(int answers, double people, double[][] xx, double[] xy, double yy) {
            this.answers = answers;
            this.people = people;
            this.xx = xx;
            this.xy = xy;
            this.yy = yy;
        }
    }

    PanelSums(Panels panels) {
        size = panels.regressors();
        answers = panels.answers();
        BigInteger mean = rounded(panels.products().get(0), BigInteger.valueOf(answers));
        shift = mean.longValueExact();
        BigInteger common = panels.lengths().stream()
                .map(length -> BigInteger.valueOf(length.answers()))
                .reduce(BigInteger.ONE, PanelSums::leastCommonMultiple);
        BigInteger[][] xx = scaled(matrix(panels, panels.crossProducts()), common);
        BigInteger[] xy = scaled(shifted(panels.products(), matrix(panels, panels.crossProducts()), mean), common);
        BigInteger yy = shifted(panels.squares(), panels.products(), panels.crossProducts(), mean)
                .multiply(common);
        between = new Between[panels.lengths().size()];
        for (int index = 0; index < between.length; index++) {
            Panels.Length length = panels.lengths().get(index);
            BigInteger[][] sums = matrix(panels, length.crossProducts());
            // A person's sum of the constant is n, so taking the mean from every value takes n·mean from the person's
            // sum:
            // the constant's own column of cross-products does it.
            BigInteger[] products = shifted(length.products(), sums, mean);
            BigInteger squares = shifted(length.squares(), length.products(), length.crossProducts(), mean);
            between[index] = new Between(
                    length.answers(),
                    length.people(),
                    doubles(sums, BigInteger.ONE),
                    doubles(products, BigInteger.ONE),
                    squares.doubleValue());
            BigInteger share = common.divide(BigInteger.valueOf(length.answers()));
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    xx[i][j] = xx[i][j].subtract(sums[i][j].multiply(share));
                }
                xy[i] = xy[i].subtract(products[i].multiply(share));
            }
            yy = yy.subtract(squares.multiply(share));
        }
        withinXX = doubles(xx, common);
        withinXY = doubles(xy, common);
        withinYY = quotient(yy, common);
    }

    int size() {
        return size;
    }

    /** What was taken from every value, in units. */
    long shift() {
        return shift;
    }

    double degreesOfFreedom() {
        return answers - (double) size;
    }

    /** The model at one ratio of variances; empty where regressors depend on each other. */
    Optional<At> at(double ratio) {
        double[][] information = withinXX();
        double[] moments = withinXY.clone();
        double squares = withinYY;
        for (Between group : between) {
            double weight = 1 / (group.answers * (1 + group.answers * ratio));
            addTo(information, weight, group.xx);
            addTo(moments, weight, group.xy);
            squares += weight * group.yy;
        }
        double total = squares;
        return Cholesky.of(information).map(factor -> new At(ratio, factor, moments, total));
    }

    private double[][] withinXX() {
        double[][] copy = new double[size][];
        for (int i = 0; i < size; i++) {
            copy[i] = withinXX[i].clone();
        }
        return copy;
    }

    /** The model at one ratio of variances, with the slopes of its criterion. */
    final class At {
        private final double ratio;
        private final Cholesky factor;
        private final double[] coefficients;
        private final double residual;

        private At(double ratio, Cholesky factor, double[] moments, double squares) {
            this.ratio = ratio;
            this.factor = factor;
            coefficients = factor.solve(moments);
            residual = squares - dot(moments, coefficients);
        }

        double ratio() {
            return ratio;
        }

        double[] coefficients() {
            return coefficients.clone();
        }

        /** The weighted residual sum of squares in squared units. */
        double residual() {
            return residual;
        }

        double residualVariance() {
            return residual / degreesOfFreedom();
        }

        double[][] inverse() {
            return factor.inverse();
        }

        double[] solve(double[] vector) {
            return factor.solve(vector);
        }

        /** Minus twice the restricted log-likelihood with values in units of 1/denominator. */
        double criterion(double denominator) {
            double sum =
                    degreesOfFreedom() * (1 + Math.log(2 * Math.PI * residualVariance()) - 2 * Math.log(denominator))
                            + factor.logDeterminant();
            for (Between group : between) {
                sum += group.people * Math.log1p(group.answers * ratio);
            }
            return sum;
        }

        /** The slope of the criterion in the ratio. */
        double slope() {
            double[][] inverse = factor.inverse();
            double sum = degreesOfFreedom() * residualSlope() / residual;
            for (Between group : between) {
                double inflation = 1 + group.answers * ratio;
                sum += group.people * group.answers / inflation - trace(inverse, group.xx) / (inflation * inflation);
            }
            return sum;
        }

        double residualSlope() {
            double sum = 0;
            for (Between group : between) {
                double inflation = 1 + group.answers * ratio;
                sum -= squaredDistance(group) / (inflation * inflation);
            }
            return sum;
        }

        /** The curvature of the criterion in the ratio at a fixed residual variance. */
        double curvature(double residualVariance) {
            double[][] inverse = factor.inverse();
            double[][] first = informationSlope();
            double[] distance = new double[size];
            double residualCurvature = 0;
            double sum = 0;
            for (Between group : between) {
                int n = group.answers;
                double inflation = 1 + n * ratio;
                double second = 2 * n / (inflation * inflation * inflation);
                residualCurvature += second * squaredDistance(group);
                sum += second * trace(inverse, group.xx) - group.people * n * n / (inflation * inflation);
                double weight = -1 / (inflation * inflation);
                addTo(distance, weight, group.xy);
                addTo(distance, -weight, times(group.xx, coefficients));
            }
            residualCurvature -= 2 * dot(distance, factor.solve(distance));
            double[][] product = new double[size][];
            for (int i = 0; i < size; i++) {
                product[i] = factor.solve(first[i]);
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    sum -= product[i][j] * product[j][i];
                }
            }
            return residualCurvature / residualVariance + sum;
        }

        /** The slope of X'V⁻¹X in the ratio. */
        double[][] informationSlope() {
            double[][] slope = new double[size][size];
            for (Between group : between) {
                double inflation = 1 + group.answers * ratio;
                addTo(slope, -1 / (inflation * inflation), group.xx);
            }
            return slope;
        }

        private double squaredDistance(Between group) {
            return group.yy - 2 * dot(group.xy, coefficients) + dot(coefficients, times(group.xx, coefficients));
        }
    }

    private static double trace(double[][] left, double[][] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += dot(left[i], right[i]);
        }
        return sum;
    }

    private static void addTo(double[][] sum, double weight, double[][] matrix) {
        for (int i = 0; i < sum.length; i++) {
            addTo(sum[i], weight, matrix[i]);
        }
    }

    private static void addTo(double[] sum, double weight, double[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    private static BigInteger[][] matrix(Panels panels, List<BigInteger> triangle) {
        int size = panels.regressors();
        BigInteger[][] matrix = new BigInteger[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = triangle.get(panels.place(i, j));
            }
        }
        return matrix;
    }

    private static BigInteger[] shifted(List<BigInteger> products, BigInteger[][] crossProducts, BigInteger mean) {
        BigInteger[] shifted = new BigInteger[products.size()];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = products.get(i).subtract(mean.multiply(crossProducts[i][0]));
        }
        return shifted;
    }

    private static BigInteger shifted(
            BigInteger squares, List<BigInteger> products, List<BigInteger> crossProducts, BigInteger mean) {
        return squares.subtract(mean.multiply(products.get(0)).shiftLeft(1))
                .add(mean.multiply(mean).multiply(crossProducts.get(0)));
    }

    private static BigInteger[][] scaled(BigInteger[][] matrix, BigInteger factor) {
        for (BigInteger[] row : matrix) {
            scaled(row, factor);
        }
        return matrix;
    }

    private static BigInteger[] scaled(BigInteger[] vector, BigInteger factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vector[i].multiply(factor);
        }
        return vector;
    }

    private static double[][] doubles(BigInteger[][] matrix, BigInteger divisor) {
        double[][] doubles = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            doubles[i] = doubles(matrix[i], divisor);
        }
        return doubles;
    }

    private static double[] doubles(BigInteger[] vector, BigInteger divisor) {
        double[] doubles = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            doubles[i] = quotient(vector[i], divisor);
        }
        return doubles;
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigInteger rounded(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.shiftLeft(1).add(denominator).divideAndRemainder(denominator.shiftLeft(1));
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static BigInteger leastCommonMultiple(BigInteger left, BigInteger right) {
        return left.divide(left.gcd(right)).multiply(right);
    }
}
