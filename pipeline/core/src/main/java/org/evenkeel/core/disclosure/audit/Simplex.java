package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;

/**
 * Linear programming from a point that is known to be feasible: every variable starts at 0 and stays between its bounds, basic
 * variables follow the others by {@code basic = −table · others}. Bounded primal simplex, dense, deterministic, stopped by a number of
 * steps. Nobody has to trust what it finds: its results are proposals, checked in whole numbers by those who ask.
 */
final class Simplex {
    private static final double TINY = 1e-9;
    private static final int STEEPEST_STEPS = 2_000;

    private final double[][] table;
    private final int[] basic;
    private final int[] others;
    private final double[] lower;
    private final double[] upper;
    private final double[] values;

    /**
     * A program at its starting point. Arrays become its own.
     *
     * @param table a row for each basic variable, a column for each other
     * @param basic the basic variables
     * @param others the other variables
     * @param lower how far below its start each variable may go, 0 or less
     * @param upper how far above
     */
    Simplex(double[][] table, int[] basic, int[] others, double[] lower, double[] upper) {
        this.table = table;
        this.basic = basic;
        this.others = others;
        this.lower = lower;
        this.upper = upper;
        this.values = new double[lower.length];
    }

    /** Takes every variable back to its start. */
    void restart() {
        Arrays.fill(values, 0);
    }

    /** How far a variable is from its start. */
    double value(int variable) {
        return values[variable];
    }

    /** The basic variables. */
    int[] basic() {
        return basic.clone();
    }

    /** Makes a variable basic in place of one of these rows' variables. False when no row depends on it. */
    boolean enter(int variable) {
        if (place(basic, variable) >= 0) {
            return true;
        }
        int column = place(others, variable);
        int largest = -1;
        for (int row = 0; row < basic.length; row++) {
            double size = Math.abs(table[row][column]);
            if (size > TINY && (largest < 0 || size > Math.abs(table[largest][column]))) {
                largest = row;
            }
        }
        if (largest >= 0) {
            pivot(largest, column);
        }
        return largest >= 0;
    }

    /** Raises a basic variable until it is high enough, cannot be raised, or the steps are used up. Returns the steps taken. */
    int raise(int variable, double enough, int mostSteps) {
        int goal = place(basic, variable);
        for (int step = 0; step < mostSteps; step++) {
            if (values[variable] >= enough) {
                return step;
            }
            int column = entering(goal, step < STEEPEST_STEPS ? Pricing.STEEPEST : Pricing.FIRST);
            if (column < 0) {
                return step;
            }
            move(goal, column);
        }
        return mostSteps;
    }

    /** Which variable to move: the one that raises the goal fastest, or the first that does, which cannot cycle for ever. */
    private enum Pricing {
        STEEPEST,
        FIRST
    }

    private int entering(int goal, Pricing pricing) {
        int chosen = -1;
        double best = TINY;
        for (int column = 0; column < others.length; column++) {
            double gain = -table[goal][column];
            int variable = others[column];
            boolean room =
                    gain > 0 ? values[variable] < upper[variable] - TINY : values[variable] > lower[variable] + TINY;
            if (room && Math.abs(gain) > best) {
                if (pricing == Pricing.FIRST) {
                    return column;
                }
                best = Math.abs(gain);
                chosen = column;
            }
        }
        return chosen;
    }

    private void move(int goal, int column) {
        int entering = others[column];
        double direction = -Math.signum(table[goal][column]);
        double length = direction > 0 ? upper[entering] - values[entering] : values[entering] - lower[entering];
        int leaving = -1;
        for (int row = 0; row < basic.length; row++) {
            double rate = -table[row][column] * direction;
            if (row != goal && Math.abs(rate) > TINY) {
                int variable = basic[row];
                double room = rate > 0 ? upper[variable] - values[variable] : values[variable] - lower[variable];
                double reach = Math.max(0, room) / Math.abs(rate);
                if (reach < length) {
                    length = reach;
                    leaving = row;
                }
            }
        }
        values[entering] += direction * length;
        for (int row = 0; row < basic.length; row++) {
            values[basic[row]] -= table[row][column] * direction * length;
        }
        if (leaving >= 0) {
            pivot(leaving, column);
        }
    }

    private void pivot(int leaving, int column) {
        double[] row = table[leaving];
        double inverse = 1 / row[column];
        for (int other = 0; other < row.length; other++) {
            row[other] *= inverse;
        }
        row[column] = inverse;
        for (int next = 0; next < table.length; next++) {
            double factor = table[next][column];
            if (next != leaving && factor != 0) {
                subtract(table[next], factor, row);
                table[next][column] = -factor * inverse;
            }
        }
        int entered = others[column];
        others[column] = basic[leaving];
        basic[leaving] = entered;
    }

    private static void subtract(double[] from, double factor, double[] row) {
        for (int column = 0; column < row.length; column++) {
            from[column] -= factor * row[column];
        }
    }

    private static int place(int[] variables, int variable) {
        for (int place = 0; place < variables.length; place++) {
            if (variables[place] == variable) {
                return place;
            }
        }
        return -1;
    }
}
