package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What can be computed from the groups taken so far, and from which of them.
 *
 * <p>Every row of its echelon is a combination of groups with its recipe: columns of the atoms, largest first, and behind them one for
 * each group, the least useful first. A row whose pivot stands among the groups says how the least useful of them can be had from
 * others. So a group can be given back as easily as it is taken, and every recipe does with the most useful groups that will do.
 */
final class Reach {
    private final MembershipMatrix groups;
    private final int atoms;
    private final int[] atomsInOrder;
    private final Echelon space;

    /** Nothing can be computed yet. */
    Reach(MembershipMatrix groups) {
        this.groups = groups;
        this.atoms = groups.atoms();
        this.atomsInOrder = largestFirst(groups);
        int width = atoms + groups.groups();
        this.space = new Echelon(IntStream.concat(
                        IntStream.of(atomsInOrder),
                        IntStream.range(0, groups.groups()).map(group -> width - 1 - group))
                .toArray());
    }

    /** The atoms, those with the most respondents first. */
    static int[] largestFirst(MembershipMatrix matrix) {
        return IntStream.range(0, matrix.atoms())
                .boxed()
                .sorted(Comparator.comparing(atom -> -matrix.respondents(atom)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Takes a group. */
    void take(int group) {
        long[] row = wide(groups.residues(groups.members(group)));
        row[atoms + group] = 1;
        space.add(row);
    }

    /** Gives a group back. */
    void giveBack(int group) {
        space.narrow(atoms + group);
    }

    /** What is left of a combination when everything that can be computed is taken out of it, scaled to a first coefficient of 1. */
    Remainder remainder(long[] combination) {
        long[] rest = combination.clone();
        for (int place = 0; place < space.rank(); place++) {
            int pivot = space.pivotOf(place);
            if (pivot < atoms) {
                Echelon.subtract(rest, rest[pivot], space.row(place));
            }
        }
        return Remainder.of(rest, atomsInOrder);
    }

    /** What is left of a group. */
    Remainder remainder(int group) {
        return remainder(groups.residues(groups.members(group)));
    }

    /** The groups that the most useful recipe of a combination needs; none when it cannot be computed at all. */
    BitSet recipe(Combination combination) {
        long[] rest = space.reduce(wide(combination.residues()));
        return IntStream.range(0, groups.groups())
                .filter(group -> space.pivot(rest) >= atoms && rest[atoms + group] != 0)
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** What can be computed, without the recipes. */
    Echelon ofAtoms() {
        return space.upTo(atoms, atomsInOrder);
    }

    private long[] wide(long[] combination) {
        long[] wide = new long[atoms + groups.groups()];
        System.arraycopy(combination, 0, wide, 0, atoms);
        return wide;
    }
}
