package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A choice in the making: which groups are accepted, what they must keep out of reach, and where each atom hides so far. Its steps are
 * taken in the order in which they stand here.
 */
final class Choice {
    private final MembershipMatrix groups;
    private final int before;
    private final int threshold;
    private final SafePublish.Limits limits;
    private final List<Combination> targets = new ArrayList<>();
    private final BitSet accepted = new BitSet();
    private final TreeMap<Integer, Reshuffling> hidingPlaces = new TreeMap<>();
    private final List<String> doubts = new ArrayList<>();

    /**
     * A choice in which nothing is decided but that what was published before stays.
     *
     * @param groups who is in which group: first everything published before, then the candidates, the most useful first
     * @param before how many groups were published before
     * @param hidden groups that must stay hidden
     * @param threshold fewest respondents a number may rest on
     * @param limits what may be spent
     */
    Choice(MembershipMatrix groups, int before, List<BitSet> hidden, int threshold, SafePublish.Limits limits) {
        this.groups = groups;
        this.before = before;
        this.threshold = threshold;
        this.limits = limits;
        accepted.set(0, before);
        hidden.stream()
                .filter(group -> !group.isEmpty() && groups.respondents(group) < threshold)
                .forEach(group -> targets.add(Combination.ofGroup(groups, group)));
        smallDifferences();
    }

    private void smallDifferences() {
        for (int one = 0; one < groups.groups(); one++) {
            for (int other = one + 1; other < groups.groups(); other++) {
                BitSet apart = groups.row(one);
                apart.xor(groups.members(other));
                if (!apart.isEmpty() && groups.respondents(apart) < threshold) {
                    targets.add(Combination.ofDifference(groups, groups.members(one), groups.members(other)));
                }
            }
        }
    }

    /** Takes candidates in order, unless one would bring a target within reach of those taken. */
    void keepTargetsOutOfReach() {
        Echelon space = new Echelon(Echelon.inOrder(groups.atoms()));
        List<long[]> left = new ArrayList<>();
        targets.forEach(target -> left.add(target.residues()));
        for (int group = 0; group < groups.groups(); group++) {
            long[] row = space.reduce(groups.residues(groups.members(group)));
            int pivot = space.pivot(row);
            if (pivot < 0) {
                accepted.set(group);
                continue;
            }
            Echelon.scale(row, PrimeField.inverse(row[pivot]));
            List<long[]> reduced = new ArrayList<>();
            for (long[] target : left) {
                long[] rest = target;
                if (target[pivot] != 0) {
                    rest = target.clone();
                    Echelon.subtract(rest, rest[pivot], row);
                }
                reduced.add(rest);
            }
            boolean reached = reduced.stream().anyMatch(target -> space.pivot(target) < 0);
            if (group < before || !reached) {
                space.add(row);
                reduced.removeIf(target -> space.pivot(target) < 0);
                left.clear();
                left.addAll(reduced);
                accepted.set(group);
            }
        }
    }

    /** Withdraws candidates until every atom is hidden. False when what was published before cannot be proved safe. */
    boolean hideEveryAtom() {
        HidingPlaces places = places();
        for (int atom = 0; atom < groups.atoms(); ) {
            Hiding hiding = places.of(atom);
            if (hiding instanceof Hiding.Hidden hidden) {
                hidingPlaces.put(atom, hidden.reshuffling());
                atom++;
            } else {
                int withdrawn =
                        hiding.match(hidden -> -1, exposed -> lastNeeded(exposed.combination()), doubtful -> {
                            doubts.add(doubtful.reason());
                            return accepted.length() - 1;
                        });
                if (withdrawn < before) {
                    return false;
                }
                accepted.clear(withdrawn);
                places = places();
            }
        }
        return true;
    }

    /** The first group with which the combination can be computed. */
    private int lastNeeded(Combination combination) {
        Echelon space = new Echelon(Echelon.inOrder(groups.atoms()));
        for (int group = accepted.nextSetBit(0); group >= 0; group = accepted.nextSetBit(group + 1)) {
            if (space.add(groups.residues(groups.members(group))) && space.contains(combination.residues())) {
                targets.add(combination);
                return group;
            }
        }
        return accepted.length() - 1;
    }

    /** Tries every candidate left out once more, the most useful first. */
    void addBack() {
        Reach reach = new Reach();
        for (int group = before; group < groups.groups(); group++) {
            if (!accepted.get(group) && !reach.bringsTarget(group)) {
                tryAgain(group);
                reach = accepted.get(group) ? new Reach() : reach;
            }
        }
    }

    /** What can be computed from the accepted groups, and what is left of the targets that cannot. */
    private final class Reach {
        private final Echelon space = new Echelon(Echelon.inOrder(groups.atoms()));
        private final List<long[]> outOfReach;

        Reach() {
            accepted.stream().forEach(group -> space.add(groups.residues(groups.members(group))));
            outOfReach = targets.stream()
                    .map(Combination::residues)
                    .map(space::reduce)
                    .filter(rest -> space.pivot(rest) >= 0)
                    .toList();
        }

        /** Whether one more group would make a target computable: then both leave the same remainder, but for a factor. */
        boolean bringsTarget(int group) {
            long[] row = space.reduce(groups.residues(groups.members(group)));
            int pivot = space.pivot(row);
            if (pivot < 0) {
                return false;
            }
            Echelon.scale(row, PrimeField.inverse(row[pivot]));
            return outOfReach.stream().anyMatch(target -> {
                long[] rest = target.clone();
                Echelon.subtract(rest, rest[pivot], row);
                return space.pivot(rest) < 0;
            });
        }
    }

    private void tryAgain(int group) {
        accepted.set(group);
        MembershipMatrix one = groups.withRows(List.of(groups.row(group)));
        HidingPlaces places = places();
        TreeMap<Integer, Reshuffling> moved = new TreeMap<>();
        for (Map.Entry<Integer, Reshuffling> place : hidingPlaces.entrySet()) {
            int atom = place.getKey();
            if (!place.getValue().isUnseenBy(one)) {
                if (places.of(atom) instanceof Hiding.Hidden hidden) {
                    moved.put(atom, hidden.reshuffling());
                } else {
                    accepted.clear(group);
                    return;
                }
            }
        }
        hidingPlaces.putAll(moved);
    }

    private HidingPlaces places() {
        return new HidingPlaces(chosen(), threshold, limits.stepsForAnAtom());
    }

    private MembershipMatrix chosen() {
        return groups.withRows(accepted.stream().mapToObj(groups::row).toList());
    }

    /** What was chosen, with its proof; nothing, when not every atom is hidden. */
    Selection selection() {
        Optional<Certificate> certificate = Optional.of(chosen())
                .filter(published -> hidingPlaces.size() == published.atoms())
                .map(published -> new Certificate(published, threshold, List.copyOf(hidingPlaces.values())))
                .filter(Certificate::holds);
        BitSet candidates = accepted.get(before, Math.max(before, accepted.length()));
        return new Selection(certificate.isPresent() ? candidates : new BitSet(), certificate, doubts);
    }
}
