package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Looks for each atom's hiding place among published totals. By linear programming it asks how much the atom can be reshuffled while
 * no other small atom moves by more than its respondents. Enough, and the reshuffling hides the atom; too little, and the
 * program's dual is a combination of published totals that leans on the atom. Whatever is found is checked in exact arithmetic.
 */
final class HidingPlaces {
    private static final double MARGIN = 1e-3;
    private static final int STEPS_BEFORE_AFRESH = 500;

    /** Scales on which corners of linear programs are often whole, and one fine enough where denominators are large. */
    private static final long[] SCALES = {1, 12, 1L << 44};

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
        this(published, Echelon.of(published.residues(), Reach.largestFirst(published)), threshold, mostSteps);
    }

    /** The same where the space of what can be computed from the groups is known, its pivots looked for in the largest atoms first. */
    HidingPlaces(MembershipMatrix published, Echelon space, int threshold, int mostSteps) {
        this.published = published;
        this.threshold = threshold;
        this.mostSteps = mostSteps;
        this.space = space;
        this.kernel = IntegerKernel.of(space, published.atoms());
    }

    /** Whether and how an atom is hidden. */
    Hiding of(int atom) {
        return kernel.map(exactly -> of(atom, exactly))
                .orElseGet(() -> new Hiding.Doubtful("a reshuffling needs numbers too large to be exact"));
    }

    private Hiding of(int atom, IntegerKernel exactly) {
        if (published.respondents(atom) >= threshold) {
            return new Hiding.Hidden(new Reshuffling(new long[published.atoms()]));
        }
        double[] proposed = new double[published.atoms()];
        double enough = threshold - 1.0 - published.respondents(atom) + MARGIN;
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
        return exact(exactly, proposed, atom)
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

    /** The first of the whole-numbered reshufflings near the proposed one, the coarsest first, that hides the atom. */
    private Optional<Reshuffling> exact(IntegerKernel exactly, double[] proposed, int atom) {
        try {
            return LongStream.of(SCALES)
                    .mapToObj(scale -> exactly.near(proposed, scale))
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

    /**
     * The combination that sees every reshuffling of the atom: the one of the space that vanishes on all other basic atoms. Rows whose
     * own pivots are basic have no part in it.
     */
    private Hiding leaning(Simplex simplex, int atom) {
        BitSet basic = new BitSet();
        IntStream.of(simplex.basic()).filter(column -> column != atom).forEach(basic::set);
        int[] order = IntStream.concat(basic.stream(), IntStream.of(atom)).toArray();
        Echelon reordered = new Echelon(order);
        for (int row = 0; row < space.rank(); row++) {
            if (small(space.pivotOf(row)) && !basic.get(space.pivotOf(row))) {
                reordered.add(space.row(row));
            }
        }
        int row = reordered.rowWithPivot(atom);
        return row < 0
                ? new Hiding.Doubtful("a combination could not be made exact")
                : new Hiding.Exposed(new Combination(reordered.row(row)));
    }

    private boolean small(int atom) {
        return published.respondents(atom) < threshold;
    }
}
