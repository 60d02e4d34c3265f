package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import org.evenkeel.core.problem.Require;

/**
 * What a shown figure says about the total of a group: it lies between these ends.
 *
 * @param atoms the atoms of the group
 * @param lowest the least total that would be shown like this
 * @param highest the greatest
 */
public record ShownTotal(BitSet atoms, double lowest, double highest) {
    public ShownTotal {
        atoms = (BitSet) atoms.clone();
        Require.that(lowest <= highest, "a total needs its ends in order. Value given: %s..%s", lowest, highest);
    }

    @Override
    public BitSet atoms() {
        return (BitSet) atoms.clone();
    }
}
