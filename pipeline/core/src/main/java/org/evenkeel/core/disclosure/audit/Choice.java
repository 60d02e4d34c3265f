package org.evenkeel.core.disclosure.audit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A choice in the making: which groups are accepted, what they must keep out of reach, and where each atom hides so far. Its steps are
 * taken in the order in which they stand here.
 */
final class Choice {
    private static final int MOST_ROUNDS = 50;

    private final MembershipMatrix groups;
    private final int before;
    private final int threshold;
    private final SafePublish.Limits limits;
    private final Targets targets;
    private final Reach reach;
    private final BitSet accepted = new BitSet();
    private final TreeMap<Integer, Reshuffling> hidingPlaces = new TreeMap<>();
    private final Map<Integer, Integer> exposures = new TreeMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();

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
        this.targets = new Targets(groups, hidden, threshold);
        this.reach = new Reach(groups);
    }

    /** Takes candidates in order, unless one would bring a target within reach of those taken. */
    void keepTargetsOutOfReach() {
        targets.measure(reach);
        for (int group = 0; group < groups.groups(); group++) {
            Remainder remainder = reach.remainder(group);
            if (group < before || !targets.areReachedBy(remainder)) {
                accepted.set(group);
                reach.take(group);
                targets.take(remainder);
            }
        }
    }

    /** Withdraws candidates until every atom is hidden. False when what was published before cannot be proved safe. */
    boolean hideEveryAtom() {
        BitSet onTrial = (BitSet) accepted.clone();
        onTrial.clear(0, before);
        return hide(onTrial);
    }

    /**
     * Tries the candidates left out once more, the most useful first. Those that no target and none of the atoms exposed so far speaks
     * against are taken on trial together, and the trial's own are withdrawn again until every atom is hidden; then those left out are
     * tried against the new choice, until none of them fits.
     */
    void addBack() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            targets.measure(reach);
            BitSet onTrial = new BitSet();
            for (int group = before; group < groups.groups(); group++) {
                if (!accepted.get(group)) {
                    Remainder remainder = reach.remainder(group);
                    if (!targets.areReachedBy(remainder) && staysHiddenWhereExposed(group)) {
                        targets.take(remainder);
                        onTrial.set(group);
                    }
                }
            }
            if (onTrial.isEmpty()) {
                return;
            }
            if (!hide(onTrial)) {
                onTrial.stream().forEach(this::giveBack);
                return;
            }
        }
    }

    /** Takes a group, unless one of the atoms exposed so far would be exposed again. */
    private boolean staysHiddenWhereExposed(int group) {
        accepted.set(group);
        reach.take(group);
        HidingPlaces places = places();
        for (int atom : mostExposedFirst()) {
            if (exposures.containsKey(atom) && isSeen(atom, groups.members(group))) {
                Hiding hiding = places.of(atom);
                hiding.reshuffling().ifPresent(place -> hidingPlaces.put(atom, place));
                if (hiding.reshuffling().isEmpty()) {
                    exposures.merge(atom, 1, Integer::sum);
                    hiding.combination().ifPresent(targets::add);
                    giveBack(group);
                    return false;
                }
            }
        }
        return true;
    }

    /** Withdraws groups of those on trial until every atom is hidden. False when it is not for others than these. */
    private boolean hide(BitSet onTrial) {
        HidingPlaces places = places();
        for (int atom : mostExposedFirst()) {
            while (isSeenByOneOf(atom, onTrial)) {
                Hiding hiding = places.of(atom);
                hiding.reshuffling().ifPresent(place -> hidingPlaces.put(atom, place));
                if (hiding.reshuffling().isPresent()) {
                    break;
                }
                int withdrawn =
                        hiding.match(hidden -> -1, exposed -> lastNeeded(exposed.leaning(), onTrial), doubtful -> {
                            doubts.add(doubtful.reason());
                            return onTrial.length() - 1;
                        });
                if (withdrawn < 0) {
                    return false;
                }
                exposures.merge(atom, 1, Integer::sum);
                onTrial.clear(withdrawn);
                giveBack(withdrawn);
                places = places();
            }
        }
        return true;
    }

    private void giveBack(int group) {
        accepted.clear(group);
        reach.giveBack(group);
    }

    /** The least useful of the groups on trial with which a combination is computed; −1 when it is computed without them. */
    private int lastNeeded(Combination combination, BitSet onTrial) {
        targets.add(combination);
        BitSet needed = reach.recipe(combination);
        needed.and(onTrial);
        return needed.length() - 1;
    }

    private boolean isSeenByOneOf(int atom, BitSet onTrial) {
        return !hidingPlaces.containsKey(atom)
                || onTrial.stream().anyMatch(group -> isSeen(atom, groups.members(group)));
    }

    private boolean isSeen(int atom, BitSet group) {
        return Optional.ofNullable(hidingPlaces.get(atom))
                .map(place -> place.shift(group) != 0)
                .orElse(true);
    }

    /** The atoms; first those that were exposed most often, because they mostly are again. */
    private List<Integer> mostExposedFirst() {
        return IntStream.range(0, groups.atoms())
                .boxed()
                .sorted(Comparator.comparing(atom -> -exposures.getOrDefault(atom, 0)))
                .toList();
    }

    private HidingPlaces places() {
        return new HidingPlaces(chosen(), reach.ofAtoms(), threshold, limits.stepsForAnAtom());
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
        return new Selection(certificate.isPresent() ? candidates : new BitSet(), certificate, List.copyOf(doubts));
    }
}
