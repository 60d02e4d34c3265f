package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.cohort.Profiles;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final AttributeId YEAR = new AttributeId("year");
    private static final AttributeId CAMPUS = new AttributeId("campus");
    private static final AttributeId TRACK = new AttributeId("track");
    private static final TermId TERM = new TermId("2026-autumn");

    /** Year 1 at A, year 2 at A, year 1 at B, year 2 at B, in this order. */
    private static final Profiles PROFILES =
            new Profiles(TERM, List.of(profile("1", "A"), profile("2", "A"), profile("1", "B"), profile("2", "B")));

    @Test
    void atoms_profilesWithoutRespondents_areNone() {
        Crowd crowd = crowd(12, 0, 7, 30);
        assertThat(crowd.atoms()).containsExactly(12, 7, 30);
        assertThat(crowd.members(year("1"))).isEqualTo(SafePublishTest.atoms(0, 1));
        assertThat(crowd.members(year("2"))).isEqualTo(SafePublishTest.atoms(2));
        assertThat(crowd.publishedBefore()).isEmpty();
    }

    @Test
    void hidden_groupsOfUpToTwoAttributesBelowTheThreshold_eachOnce() {
        assertThat(crowd(12, 4, 3, 30).hidden(10))
                .containsExactlyInAnyOrder(SafePublishTest.atoms(1), SafePublishTest.atoms(2));
        assertThat(crowd(2, 4, 3, 30).hidden(10))
                .containsExactlyInAnyOrder(
                        SafePublishTest.atoms(0),
                        SafePublishTest.atoms(1),
                        SafePublishTest.atoms(2),
                        SafePublishTest.atoms(0, 1),
                        SafePublishTest.atoms(0, 2));
    }

    @Test
    void hidden_groupOfExactlyTheThreshold_isNone() {
        assertThat(crowd(10, 10, 10, 9).hidden(10)).containsExactly(SafePublishTest.atoms(3));
        assertThat(crowd(6, 4, 10, 20).hidden(10))
                .containsExactlyInAnyOrder(SafePublishTest.atoms(0), SafePublishTest.atoms(1));
    }

    @Test
    void hidden_everyoneWithTheSameProfileOfThreeAttributes_isOneToo() {
        Profiles three = new Profiles(TERM, List.of(profile("1", "A", "day"), profile("1", "A", "night")));
        assertThat(Crowd.first(three, Map.of(0, 12L, 1, 5L)).hidden(10)).containsExactly(SafePublishTest.atoms(1));
    }

    @Test
    void hidden_peopleOfOneProfileInDifferentReleases_areHiddenByVersionAsWell() {
        // Twelve of year 1 at A: nine were counted in the release before, three came late.
        Crowd crowd = versioned(Map.of("0.0", 9L, "-.0", 3L, "3.3", 40L));
        assertThat(crowd.hidden(10)).containsExactlyInAnyOrder(SafePublishTest.atoms(0), SafePublishTest.atoms(1));
    }

    @Test
    void publishedBefore_cohortsOfEarlierReleases_areReadByTheirOwnProfiles() {
        // Late answers (-.0), an erasure (3.-), one who moved from A to B (0.2).
        Crowd crowd = versioned(Map.of("-.0", 3L, "0.0", 20L, "0.2", 1L, "3.-", 1L, "3.3", 40L));
        assertThat(crowd.atoms()).containsExactly(3, 20, 1, 1, 40);
        assertThat(crowd.publishedBefore())
                .containsExactly(SafePublishTest.atoms(1, 2, 3, 4), SafePublishTest.atoms(1, 2));
        assertThat(crowd.members(campus("A"))).isEqualTo(SafePublishTest.atoms(0, 1));
        assertThat(crowd.members(Cohort.SCHOOL)).isEqualTo(SafePublishTest.atoms(0, 1, 2, 4));
    }

    @Test
    void crowd_versionsOfAnotherNumberOfReleases_areRefused() {
        TreeMap<VersionedProfile, Long> respondents = new TreeMap<>(Map.of(VersionedProfile.of(0), 12L));
        List<Edition> earlier = List.of(new Edition(PROFILES, List.of()));
        assertThatThrownBy(() -> new Crowd(earlier, PROFILES, respondents))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all 2 releases");
        assertThatThrownBy(() -> Crowd.first(PROFILES, Map.of(0, -1L))).isInstanceOf(IllegalArgumentException.class);
    }

    /** One release before, of the school and campus A. */
    private static Crowd versioned(Map<String, Long> counts) {
        TreeMap<VersionedProfile, Long> respondents = new TreeMap<>();
        counts.forEach((key, count) -> respondents.put(version(key), count));
        return new Crowd(List.of(new Edition(PROFILES, List.of(Cohort.SCHOOL, campus("A")))), PROFILES, respondents);
    }

    private static VersionedProfile version(String key) {
        return new VersionedProfile(List.of(key.split("\\.")).stream()
                .map(part -> part.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(part)))
                .toList());
    }

    private static Crowd crowd(long... respondents) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int profile = 0; profile < respondents.length; profile++) {
            counts.put(profile, respondents[profile]);
        }
        return Crowd.first(PROFILES, counts);
    }

    private static Profile profile(String year, String campus) {
        return Profile.of(Map.of(YEAR, year, CAMPUS, campus));
    }

    private static Profile profile(String year, String campus, String track) {
        return Profile.of(Map.of(YEAR, year, CAMPUS, campus, TRACK, track));
    }

    private static Cohort year(String value) {
        return Cohort.of(Map.of(YEAR, Set.of(value)));
    }

    private static Cohort campus(String value) {
        return Cohort.of(Map.of(CAMPUS, Set.of(value)));
    }
}
