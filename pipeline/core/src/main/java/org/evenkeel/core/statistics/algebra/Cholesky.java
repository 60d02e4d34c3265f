package org.evenkeel.core.statistics.algebra;

import java.util.Optional;

/** The Cholesky factor of a symmetric positive definite matrix, brought to a diagonal of ones first. */
public final class Cholesky {
    private static final double SMALLEST_PIVOT = 1e-11;

    private final double[][] lower;
    private final double[] scale;

    private Cholesky(double[][] lower, double[] scale) {
        this.lower = lower;
        this.scale = scale;
    }

    /** The factor; empty where rows depend on each other. */
    public static Optional<Cholesky> of(double[][] matrix) {
        int size = matrix.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(matrix[i][i] > 0)) {
                return Optional.empty();
            }
            scale[i] = Math.sqrt(matrix[i][i]);
        }
        double[][] lower = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int i = j; i < size; i++) {
                double sum = matrix[i][j] / (scale[i] * scale[j]);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > SMALLEST_PIVOT)) {
                        return Optional.empty();
                    }
                    lower[j][j] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return Optional.of(new Cholesky(lower, scale));
    }

    /** The x that solves matrix·x = vector. */
    public double[] solve(double[] vector) {
        int size = vector.length;
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = vector[i] / scale[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < size; k++) {
                sum -= lower[k][i] * x[k];
            }
            x[i] = sum / lower[i][i];
        }
        for (int i = 0; i < size; i++) {
            x[i] /= scale[i];
        }
        return x;
    }

    /** The inverse of the matrix. */
    public double[][] inverse() {
        int size = scale.length;
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }

    /** The logarithm of the matrix's determinant. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < scale.length; i++) {
            sum += 2 * (Math.log(lower[i][i]) + Math.log(scale[i]));
        }
        return sum;
    }

    /** xᵀ·y. */
    public static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** matrix·x. */
    public static double[] times(double[][] matrix, double[] x) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], x);
        }
        return product;
    }
}
