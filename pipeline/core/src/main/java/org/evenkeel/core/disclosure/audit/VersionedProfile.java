package org.evenkeel.core.disclosure.audit;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The profile a respondent had in each release of a period, the oldest first; absent where the release did not count him. Late answers,
 * erasures and corrected attributes make versions of their own. A respondent whose answers changed between two releases counts
 * twice: as one who went and one who came.
 *
 * @param profiles profile numbers by release
 */
public record VersionedProfile(List<OptionalInt> profiles) implements Comparable<VersionedProfile> {
    public VersionedProfile {
        profiles = List.copyOf(profiles);
    }

    /** Someone who is in the only release there is. */
    public static VersionedProfile of(int profile) {
        return new VersionedProfile(List.of(OptionalInt.of(profile)));
    }

    /** The version as it is stored, such as {@code 3.3.-}: present in two releases, gone in the third. */
    public String key() {
        return profiles.stream()
                .map(profile -> profile.isPresent() ? String.valueOf(profile.getAsInt()) : "-")
                .collect(Collectors.joining("."));
    }

    @Override
    public int compareTo(VersionedProfile other) {
        return key().compareTo(other.key());
    }
}
