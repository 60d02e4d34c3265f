package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;

/**
 * Looks for an assignment in the middle of what is possible: everybody starts at the middle of the scale, and each shown group in turn is
 * moved as a whole until it would be shown as it is, again and again. Alternating projections on convex sets; they need no table
 * and stay away from the ends of the scale where they can, which leaves room to move in all directions.
 */
final class Raking {
    private static final int ROUNDS = 150;
    private static final double[] INWARD = {0.5, 0.9, 0.99};

    private static final double TINY = 1e-9;

    /** How much of the scale is left free at both ends. */
    private static final double FREE = 0.02;

    private final Knowledge knowledge;

    Raking(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The assignment that was reached within so many rounds: often possible, never promised. */
    double[] middle() {
        double[] totals = new double[knowledge.atoms()];
        Arrays.setAll(totals, atom -> knowledge.respondents(atom) * (knowledge.lowest() + knowledge.highest()) / 2);
        for (double inward : INWARD) {
            for (int round = 0; round < ROUNDS; round++) {
                if (!moved(totals, inward)) {
                    return totals;
                }
            }
        }
        return totals;
    }

    /** One round. False when everything was in its place. */
    private boolean moved(double[] totals, double inward) {
        boolean moved = false;
        for (int place = 0; place < knowledge.shown(); place++) {
            ShownTotal shown = knowledge.shown(place);
            int[] members = knowledge.members(place);
            double sum = 0;
            long respondents = 0;
            for (int atom : members) {
                sum += totals[atom];
                respondents += knowledge.respondents(atom);
            }
            double centre = (shown.highest() + shown.lowest()) / 2;
            double half = inward * (shown.highest() - shown.lowest()) / 2;
            double goal = Math.max(centre - half, Math.min(centre + half, sum));
            if (Math.abs(goal - sum) > TINY * respondents) {
                moved = true;
                double each = (goal - sum) / respondents;
                for (int atom : members) {
                    totals[atom] += each * knowledge.respondents(atom);
                }
            }
        }
        double margin = FREE * (knowledge.highest() - knowledge.lowest());
        for (int atom = 0; atom < totals.length; atom++) {
            double least = knowledge.respondents(atom) * (knowledge.lowest() + margin);
            double most = knowledge.respondents(atom) * (knowledge.highest() - margin);
            double inside = Math.max(least, Math.min(most, totals[atom]));
            moved |= Math.abs(inside - totals[atom]) > TINY;
            totals[atom] = inside;
        }
        return moved;
    }
}
