package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What an attacker knows about the totals of atoms: how many respondents each has, between which values every answer lies, and what is
 * shown of groups. Whether an assignment of totals agrees with all of it is decided in whole parts of a unit, every end rounded
 * inward, so that rounding can only make an assignment count as impossible.
 */
final class Knowledge {
    /** Parts of a unit in which totals are whole. */
    static final long PARTS = 1L << 30;

    private final long[] respondents;
    private final double lowest;
    private final double highest;
    private final List<ShownTotal> shown;
    private final int[][] members;
    private final long[] least;
    private final long[] most;

    /**
     * Knowledge of one measure.
     *
     * @param respondents respondents of each atom
     * @param lowest the lowest value of one respondent
     * @param highest the highest value of one respondent
     * @param shown what is shown
     */
    Knowledge(long[] respondents, double lowest, double highest, List<ShownTotal> shown) {
        this.respondents = respondents.clone();
        this.lowest = lowest;
        this.highest = highest;
        this.shown = List.copyOf(shown);
        this.members =
                shown.stream().map(total -> total.atoms().stream().toArray()).toArray(int[][]::new);
        this.least = Arrays.stream(respondents)
                .map(count -> (long) Math.ceil(count * lowest * PARTS))
                .toArray();
        this.most = Arrays.stream(respondents)
                .map(count -> (long) Math.floor(count * highest * PARTS))
                .toArray();
    }

    /** The same people and scale, of whom other totals are shown. */
    Knowledge showing(List<ShownTotal> other) {
        return new Knowledge(respondents, lowest, highest, other);
    }

    int atoms() {
        return respondents.length;
    }

    long respondents(int atom) {
        return respondents[atom];
    }

    long respondents(BitSet group) {
        return group.stream().mapToLong(atom -> respondents[atom]).sum();
    }

    /** The lowest value of one respondent. */
    double lowest() {
        return lowest;
    }

    /** The highest value of one respondent. */
    double highest() {
        return highest;
    }

    /** How many totals are shown. */
    int shown() {
        return members.length;
    }

    /** What is shown in this place. */
    ShownTotal shown(int place) {
        return shown.get(place);
    }

    /** The atoms of the group shown in this place, not to be changed. */
    int[] members(int place) {
        return members[place];
    }

    /** Totals in parts; those a hair off the scale are taken back to its ends. */
    long[] parts(double[] totals) {
        long[] parts = new long[totals.length];
        Arrays.setAll(parts, atom -> Math.max(least[atom], Math.min(most[atom], Math.round(totals[atom] * PARTS))));
        return parts;
    }

    /** Whether totals in parts are possible and would be shown like this. */
    boolean allows(long[] totals) {
        for (int atom = 0; atom < totals.length; atom++) {
            if (totals[atom] < least[atom] || totals[atom] > most[atom]) {
                return false;
            }
        }
        for (int place = 0; place < members.length; place++) {
            long sum = 0;
            for (int atom : members[place]) {
                sum += totals[atom];
            }
            ShownTotal total = shown.get(place);
            if (sum < Math.ceil(total.lowest() * PARTS) || sum > Math.floor(total.highest() * PARTS)) {
                return false;
            }
        }
        return true;
    }
}
