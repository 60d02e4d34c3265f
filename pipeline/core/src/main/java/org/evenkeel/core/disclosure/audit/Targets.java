package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Combinations that nobody must be able to compute, by what is left of them when everything that can be computed is taken out.
 */
final class Targets {
    private final List<Combination> all = new ArrayList<>();
    private final int[] order;
    private Set<Remainder> outOfReach = new LinkedHashSet<>();

    /**
     * What is too small to begin with: hidden groups below the threshold, and differences of two groups that rest on fewer
     * respondents.
     */
    Targets(MembershipMatrix groups, List<BitSet> hidden, int threshold) {
        this.order = Reach.largestFirst(groups);
        hidden.stream()
                .filter(group -> !group.isEmpty() && groups.respondents(group) < threshold)
                .forEach(group -> all.add(Combination.ofGroup(groups, group)));
        for (int one = 0; one < groups.groups(); one++) {
            for (int other = one + 1; other < groups.groups(); other++) {
                BitSet apart = groups.row(one);
                apart.xor(groups.members(other));
                if (!apart.isEmpty() && groups.respondents(apart) < threshold) {
                    all.add(Combination.ofDifference(groups, groups.members(one), groups.members(other)));
                }
            }
        }
    }

    /** One more. */
    void add(Combination combination) {
        all.add(combination);
    }

    /** Looks at all of them afresh. Those within reach already are given up. */
    void measure(Reach reach) {
        outOfReach = new LinkedHashSet<>();
        all.stream()
                .map(target -> reach.remainder(target.residues()))
                .filter(rest -> !rest.isNothing())
                .forEach(outOfReach::add);
    }

    /** Whether one of them could be computed as soon as something that leaves this remainder could. */
    boolean areReachedBy(Remainder remainder) {
        return outOfReach.contains(remainder);
    }

    /** Something that left this remainder can be computed from now on. */
    void take(Remainder remainder) {
        Set<Remainder> left = new LinkedHashSet<>();
        outOfReach.stream()
                .map(target -> target.without(remainder, order))
                .filter(rest -> !rest.isNothing())
                .forEach(left::add);
        outOfReach = left;
    }
}
