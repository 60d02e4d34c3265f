package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * All reshufflings of a matrix as whole-numbered combinations of a few: one for each atom that is free, in which no other free atom
 * moves.
 */
final class IntegerKernel {
    private final int atoms;
    private final List<Integer> free;
    private final List<long[]> basis;

    private IntegerKernel(int atoms, List<Integer> free, List<long[]> basis) {
        this.atoms = atoms;
        this.free = free;
        this.basis = basis;
    }

    /** The kernel of a space, unless its numbers are too large to be told from their residues. */
    static Optional<IntegerKernel> of(Echelon space, int atoms) {
        BitSet pivots = space.pivots();
        List<Integer> free = new ArrayList<>();
        List<long[]> basis = new ArrayList<>();
        for (int atom = 0; atom < atoms; atom++) {
            if (!pivots.get(atom)) {
                Optional<long[]> vector = vector(space, atoms, atom);
                if (vector.isEmpty()) {
                    return Optional.empty();
                }
                free.add(atom);
                basis.add(vector.get());
            }
        }
        return Optional.of(new IntegerKernel(atoms, free, basis));
    }

    private static Optional<long[]> vector(Echelon space, int atoms, int freeAtom) {
        Rational[] entries = new Rational[space.rank()];
        long denominator = 1;
        for (int row = 0; row < entries.length; row++) {
            Optional<Rational> entry = Rational.ofResidue(space.row(row)[freeAtom]);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries[row] = entry.get();
            long more = entries[row].denominator() / Rational.greatestDivisor(denominator, entries[row].denominator());
            if (more > Rational.LARGEST / denominator) {
                return Optional.empty();
            }
            denominator *= more;
        }
        long[] vector = new long[atoms];
        vector[freeAtom] = denominator;
        for (int row = 0; row < entries.length; row++) {
            vector[space.pivotOf(row)] =
                    -Math.multiplyExact(entries[row].numerator(), denominator / entries[row].denominator());
        }
        return Optional.of(vector);
    }

    /**
     * The whole-numbered reshuffling nearest to this many times one that was proposed in floating point. An overflow is an {@link
     * ArithmeticException}.
     */
    Reshuffling near(double[] proposed, long scale) {
        long[] shifts = new long[atoms];
        for (int place = 0; place < free.size(); place++) {
            long[] vector = basis.get(place);
            int atom = free.get(place);
            long times = Math.round(proposed[atom] * scale / vector[atom]);
            for (int column = 0; times != 0 && column < atoms; column++) {
                if (vector[column] != 0) {
                    shifts[column] = Math.addExact(shifts[column], Math.multiplyExact(times, vector[column]));
                }
            }
        }
        return new Reshuffling(shifts);
    }
}
