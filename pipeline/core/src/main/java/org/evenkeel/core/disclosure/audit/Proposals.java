package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Assignments proposed by linear programming in floating point. Nobody has to trust them: they are checked in whole parts. */
final class Proposals {
    private static final double ARRIVED = 1 - 1e-9;

    private final Knowledge knowledge;
    private final int mostSteps;

    /** Proposals that agree with what is known, each within so many simplex steps. */
    Proposals(Knowledge knowledge, int mostSteps) {
        this.knowledge = knowledge;
        this.mostSteps = mostSteps;
    }

    /**
     * An assignment in which the group's total is as far from that of the start as it can be, or at least far enough.
     *
     * @param sign 1 for far above, −1 for far below
     */
    double[] extreme(double[] start, BitSet group, int sign, double enough) {
        int atoms = knowledge.atoms();
        int shown = knowledge.shown();
        int goal = atoms + shown;
        double[][] table = new double[shown + 1][atoms];
        double[] lower = new double[goal + 1];
        double[] upper = new double[goal + 1];
        for (int atom = 0; atom < atoms; atom++) {
            lower[atom] = Math.min(0, knowledge.respondents(atom) * knowledge.lowest() - start[atom]);
            upper[atom] = Math.max(0, knowledge.respondents(atom) * knowledge.highest() - start[atom]);
        }
        for (int row = 0; row < shown; row++) {
            double now = 0;
            for (int atom : knowledge.members(row)) {
                table[row][atom] = -1;
                now += start[atom];
            }
            lower[atoms + row] = Math.min(0, knowledge.shown(row).lowest() - now);
            upper[atoms + row] = Math.max(0, knowledge.shown(row).highest() - now);
        }
        group.stream().forEach(atom -> table[shown][atom] = -sign);
        upper[goal] = Double.POSITIVE_INFINITY;
        Simplex simplex =
                new Simplex(table, IntStream.rangeClosed(atoms, goal).toArray(), Echelon.inOrder(atoms), lower, upper);
        simplex.raise(goal, enough * 1.01 + 1, mostSteps);
        return reached(start, simplex);
    }

    /**
     * Some assignment that would be shown the same, reached from the middle of the scale: the ends of what is shown are moved out to
     * where the middle lies, and then taken back together, as far as they will go.
     *
     * @param inward which part of the width of what is shown may be used
     */
    Optional<double[]> feasible(double inward) {
        int atoms = knowledge.atoms();
        int shown = knowledge.shown();
        int way = atoms;
        int goal = atoms + 1 + shown;
        double[] start = new double[atoms];
        Arrays.setAll(start, atom -> knowledge.respondents(atom) * (knowledge.lowest() + knowledge.highest()) / 2);
        double[][] table = new double[shown + 1][atoms + 1];
        double[] lower = new double[goal + 1];
        double[] upper = new double[goal + 1];
        for (int row = 0; row < shown; row++) {
            ShownTotal total = knowledge.shown(row);
            double now = 0;
            for (int atom : knowledge.members(row)) {
                table[row][atom] = -1;
                now += start[atom];
            }
            double half = (total.highest() - total.lowest()) / 2;
            table[row][way] = (total.highest() + total.lowest()) / 2 - now;
            lower[atoms + 1 + row] = -half * inward;
            upper[atoms + 1 + row] = half * inward;
        }
        for (int atom = 0; atom < atoms; atom++) {
            double half = knowledge.respondents(atom) * (knowledge.highest() - knowledge.lowest()) / 2;
            lower[atom] = -half;
            upper[atom] = half;
        }
        table[shown][way] = -1;
        upper[way] = 1;
        upper[goal] = 1;
        Simplex simplex = new Simplex(
                table, IntStream.rangeClosed(atoms + 1, goal).toArray(), Echelon.inOrder(atoms + 1), lower, upper);
        simplex.raise(goal, 1, mostSteps);
        return simplex.value(goal) < ARRIVED ? Optional.empty() : Optional.of(reached(start, simplex));
    }

    private static double[] reached(double[] start, Simplex simplex) {
        double[] totals = new double[start.length];
        Arrays.setAll(totals, atom -> start[atom] + simplex.value(atom));
        return totals;
    }
}
