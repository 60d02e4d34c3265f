package org.evenkeel.core.disclosure.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;

/**
 * Everyone who ever stood behind a figure of one source or measure in one period: how many respondents have each versioned profile.
 * Counts only; this is what the vault keeps.
 *
 * @param earlier what earlier releases published, the oldest first
 * @param now the profiles of the release in the making
 * @param respondents respondents by versioned profile, whose last part is the profile now
 */
public record Crowd(List<Edition> earlier, Profiles now, SortedMap<VersionedProfile, Long> respondents) {
    public Crowd {
        earlier = List.copyOf(earlier);
        SortedMap<VersionedProfile, Long> present = new TreeMap<>();
        for (Map.Entry<VersionedProfile, Long> entry : respondents.entrySet()) {
            Require.that(
                    entry.getKey().profiles().size() == earlier.size() + 1,
                    "a versioned profile speaks of all %s releases. Value given: %s",
                    earlier.size() + 1,
                    entry.getKey().key());
            Require.that(entry.getValue() >= 0, "respondents must be 0 or more. Value given: %s", entry.getValue());
            if (entry.getValue() > 0) {
                present.put(entry.getKey(), entry.getValue());
            }
        }
        respondents = Collections.unmodifiableSortedMap(present);
    }

    /** The crowd of a period that nothing was published of before. */
    public static Crowd first(Profiles profiles, Map<Integer, Long> respondents) {
        SortedMap<VersionedProfile, Long> versions = new TreeMap<>();
        respondents.forEach((profile, count) -> versions.put(VersionedProfile.of(profile), count));
        return new Crowd(List.of(), profiles, versions);
    }

    /** Respondents by atom: one atom for each versioned profile, in their order. */
    public long[] atoms() {
        return respondents.values().stream().mapToLong(Long::longValue).toArray();
    }

    /** The atoms of a cohort in the release in the making. */
    public BitSet members(Cohort cohort) {
        return members(cohort, now, earlier.size());
    }

    /** The atoms of every cohort that was ever shown, the oldest release first. */
    public List<BitSet> publishedBefore() {
        List<BitSet> groups = new ArrayList<>();
        for (int release = 0; release < earlier.size(); release++) {
            for (Cohort cohort : earlier.get(release).published()) {
                groups.add(members(cohort, earlier.get(release).profiles(), release));
            }
        }
        return groups;
    }

    private BitSet members(Cohort cohort, Profiles profiles, int release) {
        BitSet members = new BitSet();
        int atom = 0;
        for (VersionedProfile version : respondents.keySet()) {
            OptionalInt profile = version.profiles().get(release);
            members.set(
                    atom++,
                    profile.isPresent() && cohort.contains(profiles.profiles().get(profile.getAsInt())));
        }
        return members;
    }

    /**
     * The groups that must stay hidden because they are below the threshold, asked for or not: all combinations of up to two
     * attributes, everyone with the same profile, and every version of a profile.
     */
    public List<BitSet> hidden(int threshold) {
        Set<Cohort> lattice = new TreeSet<>((left, right) -> left.key().compareTo(right.key()));
        for (Profile profile : now.profiles()) {
            List<Map.Entry<AttributeId, String>> values =
                    List.copyOf(profile.values().entrySet());
            SortedMap<AttributeId, Set<String>> all = new TreeMap<>();
            for (Map.Entry<AttributeId, String> one : values) {
                all.put(one.getKey(), Set.of(one.getValue()));
                for (Map.Entry<AttributeId, String> other : values) {
                    SortedMap<AttributeId, Set<String>> pair = new TreeMap<>();
                    pair.put(one.getKey(), Set.of(one.getValue()));
                    pair.put(other.getKey(), Set.of(other.getValue()));
                    lattice.add(Cohort.of(pair));
                }
            }
            lattice.add(Cohort.of(all));
        }
        List<BitSet> groups = new ArrayList<>();
        lattice.forEach(cohort -> groups.add(members(cohort)));
        long[] atoms = atoms();
        for (int atom = 0; atom < atoms.length; atom++) {
            BitSet version = new BitSet();
            version.set(atom);
            groups.add(version);
        }
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .filter(group -> group.stream().mapToLong(atom -> atoms[atom]).sum() < threshold)
                .distinct()
                .toList();
    }
}
