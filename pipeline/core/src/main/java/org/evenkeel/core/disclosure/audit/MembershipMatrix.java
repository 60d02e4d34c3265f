package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * Which atom belongs to which group, and how many respondents each atom has. Groups are rows, atoms are columns; everything that
 * can be computed from the groups' totals is a combination of the rows.
 */
public final class MembershipMatrix {
    private final long[] respondents;
    private final List<BitSet> rows;

    /** The matrix of these groups over atoms with these respondents. An atom without respondents is no atom. */
    public MembershipMatrix(long[] respondents, List<BitSet> rows) {
        this.respondents = respondents.clone();
        this.rows = rows.stream().map(row -> (BitSet) row.clone()).toList();
        for (long count : respondents) {
            Require.that(count > 0, "an atom has respondents. Value given: %s", count);
        }
        for (BitSet row : rows) {
            Require.that(
                    row.length() <= respondents.length,
                    "a group is made of the %s atoms there are. Value given: atom %s",
                    respondents.length,
                    row.length() - 1);
        }
    }

    /** How many atoms there are. */
    public int atoms() {
        return respondents.length;
    }

    /** How many groups there are. */
    public int groups() {
        return rows.size();
    }

    /** Respondents of an atom. */
    public long respondents(int atom) {
        return respondents[atom];
    }

    /** Respondents of a set of atoms. */
    public long respondents(BitSet atoms) {
        return atoms.stream().mapToLong(atom -> respondents[atom]).sum();
    }

    /** The atoms of a group. */
    public BitSet row(int group) {
        return (BitSet) rows.get(group).clone();
    }

    /** The atoms of a group, not to be changed. */
    BitSet members(int group) {
        return rows.get(group);
    }

    /** The same atoms with these groups. */
    public MembershipMatrix withRows(List<BitSet> other) {
        return new MembershipMatrix(respondents, other);
    }

    /** The groups as vectors modulo the prime. */
    List<long[]> residues() {
        List<long[]> residues = new ArrayList<>();
        rows.forEach(row -> residues.add(residues(row)));
        return residues;
    }

    /** A set of atoms as a vector modulo the prime. */
    long[] residues(BitSet atoms) {
        long[] vector = new long[respondents.length];
        atoms.stream().forEach(atom -> vector[atom] = 1);
        return vector;
    }
}
