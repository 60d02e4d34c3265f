package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for each atom's hiding place among published totals. By linear programming it asks how much the atom can be reshuffled while
 * no other small atom moves by more than its respondents. Enough, and the reshuffling hides the atom; too little, and the
 * program's dual is a combination of published totals that leans on the atom. Whatever is found is checked in exact arithmetic.
 */
final class HidingPlaces {
    private static final double MARGIN = 1e-3;
    private static final int STEPS_BEFORE_AFRESH = 500;

    private final MembershipMatrix published;
    private final int threshold;
    private final int mostSteps;
    private final Echelon space;
    private final Optional<IntegerKernel> kernel;
    private Optional<Simplex> program = Optional.empty();
    private int steps;

    /**
     * The hiding places under these published groups.
     *
     * @param threshold fewest respondents a number may rest on
     * @param mostSteps simplex steps for one atom, beyond which the answer is doubt
     */
    HidingPlaces(MembershipMatrix published, int threshold, int mostSteps) {
        this.published = published;
        this.threshold = threshold;
        this.mostSteps = mostSteps;
        this.space = Echelon.of(published.residues(), largestFirst());
        this.kernel = IntegerKernel.of(space, published.atoms());
    }

    /** Whether and how an atom is hidden. */
    Hiding of(int atom) {
        if (kernel.isEmpty()) {
            return new Hiding.Doubtful("a reshuffling needs numbers too large to be exact");
        }
        int atoms = published.atoms();
        double[] proposed = new double[atoms];
        double enough = threshold - 1.0 - published.respondents(atom) + MARGIN;
        if (enough > 0) {
            Simplex simplex = startOver();
            if (simplex.enter(atom)) {
                int taken = simplex.raise(atom, enough, mostSteps);
                steps += taken;
                if (taken == mostSteps) {
                    return new Hiding.Doubtful("the limit of " + mostSteps + " simplex steps was reached");
                }
                if (simplex.value(atom) < enough) {
                    return leaning(simplex, atom);
                }
                Arrays.setAll(proposed, simplex::value);
            } else {
                proposed[atom] = 1;
            }
        }
        return exact(kernel.get(), proposed, atom)
                .<Hiding>map(Hiding.Hidden::new)
                .orElseGet(() -> new Hiding.Doubtful("a reshuffling could not be made exact"));
    }

    /** Back to the start; and with a new table when rounding may have gathered in the old one. */
    private Simplex startOver() {
        if (program.isEmpty() || steps > STEPS_BEFORE_AFRESH) {
            program = Optional.of(simplex());
            steps = 0;
        }
        Simplex simplex = program.get();
        simplex.restart();
        return simplex;
    }

    private Optional<Reshuffling> exact(IntegerKernel kernel, double[] proposed, int atom) {
        try {
            return kernel.near(proposed).stream()
                    .filter(reshuffling -> reshuffling.hides(atom, published, threshold))
                    .filter(reshuffling -> reshuffling.isUnseenBy(published))
                    .findFirst();
        } catch (ArithmeticException overflow) {
            return Optional.empty();
        }
    }

    /** The small atoms' part of the space: rows that vanish on every large atom. */
    private Simplex simplex() {
        int atoms = published.atoms();
        BitSet pivots = space.pivots();
        int[] rows = IntStream.range(0, space.rank())
                .filter(row -> small(space.pivotOf(row)))
                .toArray();
        int[] basic = Arrays.stream(rows).map(space::pivotOf).toArray();
        int[] others = IntStream.range(0, atoms)
                .filter(this::small)
                .filter(atom -> !pivots.get(atom))
                .toArray();
        double[][] table = new double[basic.length][others.length];
        for (int row = 0; row < basic.length; row++) {
            long[] residues = space.row(rows[row]);
            for (int column = 0; column < others.length; column++) {
                table[row][column] = Rational.ofResidue(residues[others[column]])
                        .orElseThrow()
                        .value();
            }
        }
        double[] lower = new double[atoms];
        double[] upper = new double[atoms];
        for (int atom = 0; atom < atoms; atom++) {
            upper[atom] = published.respondents(atom);
            lower[atom] = -upper[atom];
        }
        return new Simplex(table, basic, others, lower, upper);
    }

    /** The combination that sees every reshuffling of the atom: the one of the space that vanishes on all other basic atoms. */
    private Hiding leaning(Simplex simplex, int atom) {
        int atoms = published.atoms();
        boolean[] basic = new boolean[atoms];
        for (int column : simplex.basic()) {
            basic[column] = true;
        }
        int[] order = IntStream.range(0, atoms)
                .boxed()
                .sorted(Comparator.comparing(
                        (Integer column) -> column == atom ? 2 : !small(column) ? 0 : basic[column] ? 1 : 3))
                .mapToInt(Integer::intValue)
                .toArray();
        Echelon reordered = Echelon.of(published.residues(), order);
        int row = reordered.rowWithPivot(atom);
        return row < 0
                ? new Hiding.Doubtful("a combination could not be made exact")
                : new Hiding.Exposed(new Combination(reordered.row(row)));
    }

    private boolean small(int atom) {
        return published.respondents(atom) < threshold;
    }

    private int[] largestFirst() {
        return IntStream.range(0, published.atoms())
                .boxed()
                .sorted(Comparator.comparing((Integer atom) -> -published.respondents(atom)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
