package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;

/**
 * A combination of published totals, by its coefficients at the atoms, modulo the {@link PrimeField#PRIME prime}. It is not 0 at the atoms it
 * rests on.
 */
final class Combination {
    private final long[] residues;

    Combination(long[] residues) {
        this.residues = residues.clone();
    }

    /** The group of these atoms. */
    static Combination ofGroup(MembershipMatrix matrix, BitSet atoms) {
        return new Combination(matrix.residues(atoms));
    }

    /** What the first group has more than the second: plus one where only it has an atom, minus one where only the other has. */
    static Combination ofDifference(MembershipMatrix matrix, BitSet group, BitSet other) {
        long[] difference = matrix.residues(group);
        other.stream().forEach(atom -> difference[atom] = PrimeField.minus(difference[atom], 1));
        return new Combination(difference);
    }

    long[] residues() {
        return residues.clone();
    }
}
