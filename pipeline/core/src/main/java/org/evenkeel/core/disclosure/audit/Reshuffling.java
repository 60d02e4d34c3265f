package org.evenkeel.core.disclosure.audit;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A way to move totals between atoms that changes no published total: whoever sees only what was published cannot tell whether it
 * happened. It is what proofs of safety are made of. Whole numbers; an overflow is an {@link ArithmeticException}, never a result.
 */
final class Reshuffling {
    private final long[] shifts;

    /** A reshuffling that moves the total of each atom by this much. */
    Reshuffling(long[] shifts) {
        long divisor = Arrays.stream(shifts).map(Math::abs).reduce(0, Rational::greatestDivisor);
        this.shifts = Arrays.stream(shifts)
                .map(shift -> divisor == 0 ? 0 : shift / divisor)
                .toArray();
    }

    /** By how much the total of an atom moves. */
    long shift(int atom) {
        return shifts[atom];
    }

    /** By how much the total of a group moves. */
    long shift(BitSet group) {
        long moved = 0;
        for (int atom = group.nextSetBit(0); atom >= 0; atom = group.nextSetBit(atom + 1)) {
            moved = Math.addExact(moved, shifts[atom]);
        }
        return moved;
    }

    /** Whether the totals of all groups stay as they are. */
    boolean isUnseenBy(MembershipMatrix published) {
        for (int group = 0; group < published.groups(); group++) {
            if (shift(published.members(group)) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it hides an atom in a crowd, given that nobody sees it: then every combination of the published totals in which this
     * atom has the largest coefficient rests on at least the threshold of respondents.
     *
     * <p>Let w be such a combination, scaled to w(a) = 1 at the atom and |w| ≤ 1 elsewhere. If it touches an atom of the threshold or
     * more, it rests on enough. Otherwise, because it does not see the reshuffling k, Σ w·k = 0, so |k(a)| ≤ Σ |w(b)|·|k(b)| over
     * the small atoms b other than a. Here |k(b)|·m &lt; n(b)·|k(a)| wherever k(b) ≠ 0, with m = threshold − 1 − n(a). Hence
     * m &lt; Σ |w(b)|·n(b), which is at most the number of the other respondents it rests on.
     */
    boolean hides(int atom, MembershipMatrix published, int threshold) {
        long missing = threshold - 1L - published.respondents(atom);
        if (missing < 0) {
            return true;
        }
        long size = Math.abs(shifts[atom]);
        for (int other = 0; other < shifts.length; other++) {
            boolean small = published.respondents(other) < threshold;
            if (other != atom && small && shifts[other] != 0) {
                long moved = Math.multiplyExact(Math.abs(shifts[other]), missing);
                if (moved >= Math.multiplyExact(published.respondents(other), size)) {
                    return false;
                }
            }
        }
        return size > 0;
    }
}
