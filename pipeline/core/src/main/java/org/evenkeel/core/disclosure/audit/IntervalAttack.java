package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Attacks hidden totals with inequalities. The attacker knows who is in which group, how many respondents each atom has, between which
 * values every answer lies, and everything that is shown on its grid. What he cannot rule out are the assignments of totals to atoms
 * that would be shown the same. Two assignments in which a hidden group's total is far apart prove that he does not know it.
 *
 * <p>Linear programming proposes assignments; each is then made a fixed-point number and checked against every shown figure in
 * whole numbers, so that a rounding error can only make a group count as unprotected. Assignments found for one group are tried on all
 * others first.
 */
public final class IntervalAttack {
    /** Parts of a unit in which assignments of scores are checked. */
    private static final long PARTS = 1L << 30;

    /** How near the edge of what is shown an assignment may come. */
    private static final double INWARD = 0.999;

    private static final double[] FIRST_INWARD = {0.9, 0.99, INWARD};
    private static final double ARRIVED = 1 - 1e-9;

    private final long[] respondents;
    private final double lowest;
    private final double highest;
    private final Protection protection;
    private final List<ShownTotal> shown;
    private final int mostSteps;
    private final List<long[]> possible = new ArrayList<>();
    private Optional<double[]> middle = Optional.empty();

    /**
     * An attack on one measure.
     *
     * @param respondents respondents of each atom
     * @param lowest the lowest value of one respondent
     * @param highest the highest value of one respondent
     * @param protection what must stay unknown
     * @param shown what is shown
     * @param limits what may be spent
     */
    public IntervalAttack(
            long[] respondents,
            double lowest,
            double highest,
            Protection protection,
            List<ShownTotal> shown,
            SafePublish.Limits limits) {
        this.respondents = respondents.clone();
        this.lowest = lowest;
        this.highest = highest;
        this.protection = protection;
        this.shown = List.copyOf(shown);
        this.mostSteps = limits.stepsForAnAtom();
    }

    /** The range of totals of a group that the attack could not rule out. It may be wider in truth, never narrower. */
    public record Range(double lowest, double highest) {
        /** How much is unknown. */
        public double width() {
            return highest - lowest;
        }
    }

    /** The first of the hidden groups that is not proved to be protected, if there is one. */
    public Optional<BitSet> unprotected(List<BitSet> hidden) {
        return hidden.stream().filter(group -> !isProtected(group)).findFirst();
    }

    /** Whether enough stays unknown about a hidden group. */
    public boolean isProtected(BitSet group) {
        long size = group.stream().mapToLong(atom -> respondents[atom]).sum();
        double least = protection.least(size, highest - lowest);
        return enough(known(group), size, least) || enough(widened(group, least), size, least);
    }

    private boolean enough(Optional<Range> range, long size, double least) {
        return range.map(protection::possible)
                .filter(ends -> ends.width() >= least)
                .filter(ends -> protection == Protection.OF_SCORES || (ends.lowest() < size && ends.highest() > 0))
                .isPresent();
    }

    /** The range of a group's total in the assignments found so far. */
    private Optional<Range> known(BitSet group) {
        return possible.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(
                        possible.stream()
                                        .mapToLong(totals -> total(totals, group))
                                        .min()
                                        .orElseThrow()
                                / (double) PARTS,
                        possible.stream()
                                        .mapToLong(totals -> total(totals, group))
                                        .max()
                                        .orElseThrow()
                                / (double) PARTS));
    }

    /** The widest range of a group's total that can be found. Absent when no assignment at all was found. */
    public Optional<Range> widest(BitSet group) {
        return widened(group, Double.POSITIVE_INFINITY);
    }

    private Optional<Range> widened(BitSet group, double least) {
        if (middle.isEmpty()) {
            middle = Arrays.stream(FIRST_INWARD)
                    .mapToObj(this::feasible)
                    .flatMap(Optional::stream)
                    .findFirst();
            middle.ifPresent(this::keep);
        }
        middle.ifPresent(start -> {
            extreme(start, group, 1, least);
            extreme(start, group, -1, least);
        });
        return known(group);
    }

    private void extreme(double[] start, BitSet group, int sign, double enough) {
        int atoms = respondents.length;
        int goal = atoms + shown.size();
        double[][] table = new double[shown.size() + 1][atoms];
        for (int row = 0; row < shown.size(); row++) {
            double[] place = table[row];
            shown.get(row).atoms().stream().forEach(atom -> place[atom] = -1);
        }
        group.stream().forEach(atom -> table[shown.size()][atom] = -sign);
        double[] lower = new double[goal + 1];
        double[] upper = new double[goal + 1];
        for (int atom = 0; atom < atoms; atom++) {
            lower[atom] = Math.min(0, respondents[atom] * lowest - start[atom]);
            upper[atom] = Math.max(0, respondents[atom] * highest - start[atom]);
        }
        for (int row = 0; row < shown.size(); row++) {
            double now = shown.get(row).atoms().stream()
                    .mapToDouble(atom -> start[atom])
                    .sum();
            lower[atoms + row] = Math.min(0, shown.get(row).lowest() - now);
            upper[atoms + row] = Math.max(0, shown.get(row).highest() - now);
        }
        lower[goal] = 0;
        upper[goal] = Double.POSITIVE_INFINITY;
        Simplex simplex =
                new Simplex(table, IntStream.rangeClosed(atoms, goal).toArray(), Echelon.inOrder(atoms), lower, upper);
        simplex.raise(goal, enough * 1.01 + 1, mostSteps);
        double[] totals = new double[atoms];
        Arrays.setAll(totals, atom -> start[atom] + simplex.value(atom));
        keep(totals);
    }

    /**
     * Some assignment that would be shown the same, reached from the middle of the scale: the ends of what is shown are moved out to
     * where the middle lies, and then taken back together, as far as they will go.
     */
    private Optional<double[]> feasible(double inward) {
        int atoms = respondents.length;
        int way = atoms;
        int goal = atoms + 1 + shown.size();
        double[] start = new double[atoms];
        Arrays.setAll(start, atom -> respondents[atom] * (lowest + highest) / 2);
        double[][] table = new double[shown.size() + 1][atoms + 1];
        double[] lower = new double[goal + 1];
        double[] upper = new double[goal + 1];
        for (int row = 0; row < shown.size(); row++) {
            ShownTotal total = shown.get(row);
            double[] place = table[row];
            total.atoms().stream().forEach(atom -> place[atom] = -1);
            double half = (total.highest() - total.lowest()) / 2;
            double now = total.atoms().stream().mapToDouble(atom -> start[atom]).sum();
            place[way] = (total.highest() + total.lowest()) / 2 - now;
            lower[atoms + 1 + row] = -half * inward;
            upper[atoms + 1 + row] = half * inward;
        }
        for (int atom = 0; atom < atoms; atom++) {
            double half = respondents[atom] * (highest - lowest) / 2;
            lower[atom] = -half;
            upper[atom] = half;
        }
        table[shown.size()][way] = -1;
        upper[way] = 1;
        upper[goal] = 1;
        Simplex simplex = new Simplex(
                table, IntStream.rangeClosed(atoms + 1, goal).toArray(), Echelon.inOrder(atoms + 1), lower, upper);
        simplex.raise(goal, 1, mostSteps);
        if (simplex.value(goal) < ARRIVED) {
            return Optional.empty();
        }
        double[] totals = new double[atoms];
        Arrays.setAll(totals, atom -> start[atom] + simplex.value(atom));
        return Optional.of(totals);
    }

    /** Keeps a proposed assignment if it stands up to every shown figure once it is a fixed-point number. */
    private void keep(double[] proposed) {
        long[] totals = fixed(proposed);
        if (stands(totals)) {
            possible.add(totals);
        }
    }

    /** A little towards the middle, so that rounding does not push it over an edge. */
    private long[] fixed(double[] proposed) {
        double[] centre = middle.orElse(proposed);
        long[] totals = new long[proposed.length];
        Arrays.setAll(totals, atom -> Math.round((centre[atom] + INWARD * (proposed[atom] - centre[atom])) * PARTS));
        return totals;
    }

    /** Whether these totals are possible and would be shown the same. Ends are rounded inward. */
    private boolean stands(long[] totals) {
        for (int atom = 0; atom < totals.length; atom++) {
            if (totals[atom] < Math.ceil(respondents[atom] * lowest * PARTS)
                    || totals[atom] > Math.floor(respondents[atom] * highest * PARTS)) {
                return false;
            }
        }
        return shown.stream().allMatch(total -> {
            long sum = total(totals, total.atoms());
            return sum >= Math.ceil(total.lowest() * PARTS) && sum <= Math.floor(total.highest() * PARTS);
        });
    }

    private static long total(long[] totals, BitSet group) {
        long sum = 0;
        for (int atom = group.nextSetBit(0); atom >= 0; atom = group.nextSetBit(atom + 1)) {
            sum += totals[atom];
        }
        return sum;
    }
}
