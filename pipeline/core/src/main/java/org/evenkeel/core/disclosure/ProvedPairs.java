package org.evenkeel.core.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.disclosure.audit.MembershipMatrix;
import org.evenkeel.core.disclosure.audit.SafePublish;
import org.evenkeel.core.disclosure.audit.Selection;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.GroupData;

/**
 * Which changes may be shown, and of which pairs of answers. A change and the mean of its group give away the mean it started from, so
 * that must have been published. Its interval tells besides how alike the answers of the same people were in both terms: those who
 * answered both times are a crowd of their own, and what can be computed of them needs a proof of its own. Where there is none, as
 * where the few who repeat a year would be left over, the change is that of people of whom nobody is linked.
 */
final class ProvedPairs {
    private static final Comparator<LinkKey> BY_PROFILES =
            Comparator.comparingInt(LinkKey::earlierProfile).thenComparingInt(LinkKey::laterProfile);

    private final int threshold;
    private final Set<GroupData> proved;

    private ProvedPairs(int threshold, Set<GroupData> proved) {
        this.threshold = threshold;
        this.proved = proved;
    }

    /** Who answered both times, by their profiles, and which of them is in which group: what a proof is about. */
    private record Crowd(List<Long> respondents, List<BitSet> groups) {
        static Crowd of(List<GroupData> groups) {
            Map<LinkKey, Long> counts = new TreeMap<>(BY_PROFILES);
            groups.forEach(group -> pairs(group).forEach((key, links) -> counts.merge(key, links.count(), Math::max)));
            counts.values().removeIf(count -> count == 0);
            List<LinkKey> atoms = List.copyOf(counts.keySet());
            List<BitSet> members = new ArrayList<>();
            for (GroupData group : groups) {
                BitSet row = new BitSet();
                for (int atom = 0; atom < atoms.size(); atom++) {
                    row.set(
                            atom,
                            pairs(group)
                                            .getOrDefault(atoms.get(atom), Links.EMPTY)
                                            .count()
                                    > 0);
                }
                members.add(row);
            }
            return new Crowd(List.copyOf(counts.values()), members);
        }

        Selection select(int threshold) {
            return new SafePublish(threshold, SafePublish.Limits.USUAL)
                    .select(
                            new MembershipMatrix(
                                    respondents.stream()
                                            .mapToLong(Long::longValue)
                                            .toArray(),
                                    groups),
                            0,
                            List.of());
        }
    }

    /** The changes of these groups, all of which may be shown themselves. Measures answered by the same people share their proof. */
    static ProvedPairs of(List<GroupData> groups, int threshold) {
        Map<Crowds.Key, List<GroupData>> byMeasure = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> usesPairs(group) && links(group) >= threshold && startIsShown(group))
                .sorted((left, right) -> PublishSet.Candidate.BY_USE.compare(candidate(left), candidate(right)))
                .forEach(group -> byMeasure
                        .computeIfAbsent(
                                new Crowds.Key(
                                        group.source(),
                                        group.period(),
                                        group.measured().map(GroupData.Measured::measure)),
                                any -> new ArrayList<>())
                        .add(group));
        Map<Crowd, Selection> selections = new LinkedHashMap<>();
        Set<GroupData> proved = new HashSet<>();
        byMeasure
                .values()
                .forEach(ofMeasure ->
                        selections
                                .computeIfAbsent(Crowd.of(ofMeasure), crowd -> crowd.select(threshold))
                                .accepted()
                                .stream()
                                .mapToObj(ofMeasure::get)
                                .forEach(proved::add));
        return new ProvedPairs(threshold, proved);
    }

    /** Whether the group that this one is measured from may be spoken of. */
    boolean mayStart(GroupData group) {
        boolean enough = group.measured()
                .map(measured -> measured.earlier().moments().count() >= threshold)
                .orElse(false);
        return enough && startIsShown(group);
    }

    /** Whether what uses the pairs of this group may be shown beside the other changes; nothing uses very few. */
    boolean areProved(GroupData group) {
        return !usesPairs(group) || proved.contains(group);
    }

    /** The group with the pairs that its change may use: its own, or none. */
    GroupData withProvedPairs(GroupData group) {
        return areProved(group) ? group : group.withoutPairs();
    }

    private static boolean usesPairs(GroupData group) {
        return links(group) >= Changes.FEWEST_LINKS;
    }

    private static long links(GroupData group) {
        return pairs(group).values().stream().mapToLong(Links::count).sum();
    }

    private static boolean startIsShown(GroupData group) {
        return group.measured()
                .map(measured -> measured.earlier().start() == GroupData.Earlier.Start.SHOWN)
                .orElse(false);
    }

    private static Map<LinkKey, Links> pairs(GroupData group) {
        return group.measured().map(measured -> measured.earlier().pairs()).orElse(Map.of());
    }

    private static PublishSet.Candidate candidate(GroupData group) {
        return new PublishSet.Candidate(group.cohort(), group.support());
    }
}
