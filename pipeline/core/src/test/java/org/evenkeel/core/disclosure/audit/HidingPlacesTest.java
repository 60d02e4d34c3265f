package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HidingPlacesTest {
    private static final int THRESHOLD = 10;

    @Test
    void of_everyAtomOfASafeSchool_hasAPlaceThatHidesIt() {
        MembershipMatrix published = new MembershipMatrix(
                new long[] {4, 7, 6, 6, 30},
                List.of(
                        SafePublishTest.atoms(0, 1, 2, 3, 4),
                        SafePublishTest.atoms(0, 1, 4),
                        SafePublishTest.atoms(0, 2)));
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        for (int atom = 0; atom < published.atoms(); atom++) {
            int place = atom;
            assertThat(places.of(atom).reshuffling()).as("atom %s", atom).hasValueSatisfying(reshuffling -> {
                assertThat(reshuffling.hides(place, published, THRESHOLD)).isTrue();
                assertThat(reshuffling.isUnseenBy(published)).isTrue();
            });
        }
    }

    /** Two thirds of the moves are needed at the first atom: the corner of the program is not whole, its multiple is. */
    @Test
    void of_placeInFractions_isMadeWhole() {
        MembershipMatrix published = new MembershipMatrix(
                new long[] {6, 5, 5, 5},
                List.of(
                        SafePublishTest.atoms(0, 1, 2),
                        SafePublishTest.atoms(0, 1, 3),
                        SafePublishTest.atoms(0, 2, 3)));
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        assertThat(places.of(0).reshuffling()).hasValueSatisfying(reshuffling -> {
            assertThat(reshuffling.shift(0)).isEqualTo(-2 * reshuffling.shift(1));
            assertThat(reshuffling.shift(1)).isEqualTo(reshuffling.shift(2)).isEqualTo(reshuffling.shift(3));
        });
    }

    @Test
    void of_atomOfTheThreshold_needsNoPlace() {
        MembershipMatrix published =
                new MembershipMatrix(new long[] {10, 9}, List.of(SafePublishTest.atoms(0), SafePublishTest.atoms(1)));
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        assertThat(places.of(0).reshuffling())
                .hasValueSatisfying(place -> assertThat(place.shift(0)).isZero());
        assertThat(places.of(1).reshuffling()).isEmpty();
        assertThat(places.of(1).combination())
                .hasValueSatisfying(
                        combination -> assertThat(combination.residues()).containsExactly(0, 1));
    }

    @Test
    void of_atomInNoGroup_movesAlone() {
        MembershipMatrix published = new MembershipMatrix(new long[] {40, 3}, List.of(SafePublishTest.atoms(0)));
        assertThat(new HidingPlaces(published, THRESHOLD, 100).of(1).reshuffling())
                .hasValueSatisfying(place -> {
                    assertThat(place.shift(0)).isZero();
                    assertThat(place.shift(1)).isEqualTo(1);
                });
    }

    @Test
    void of_oneAtomAfterAnother_answersEachAsIfItWereTheFirst() {
        MembershipMatrix published = new MembershipMatrix(
                new long[] {4, 7, 2, 30},
                List.of(SafePublishTest.atoms(0, 1), SafePublishTest.atoms(1, 2, 3), SafePublishTest.atoms(2, 3)));
        HidingPlaces together = new HidingPlaces(published, THRESHOLD, 100);
        for (int atom : new int[] {0, 1, 2, 3, 1, 0}) {
            HidingPlaces alone = new HidingPlaces(published, THRESHOLD, 100);
            assertThat(together.of(atom).reshuffling().isPresent())
                    .as("atom %s", atom)
                    .isEqualTo(alone.of(atom).reshuffling().isPresent());
        }
    }

    /** The second group less the third is the seven; taken from the first, it leaves the four. */
    @Test
    void of_atomExposedByThreeGroups_namesWhatLeansOnIt() {
        MembershipMatrix published = new MembershipMatrix(
                new long[] {4, 7, 2, 30},
                List.of(SafePublishTest.atoms(0, 1), SafePublishTest.atoms(1, 2, 3), SafePublishTest.atoms(2, 3)));
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        assertThat(places.of(0).combination())
                .hasValueSatisfying(
                        combination -> assertThat(combination.residues()).containsExactly(1, 0, 0, 0));
        assertThat(places.of(1).combination())
                .hasValueSatisfying(
                        combination -> assertThat(combination.residues()).containsExactly(0, 1, 0, 0));
        assertThat(places.of(2).reshuffling()).isPresent();
    }

    @Test
    void of_limitOfStepsReached_isDoubtAndNeverSafety() {
        MembershipMatrix published = new MembershipMatrix(new long[] {4, 6}, List.of(SafePublishTest.atoms(0, 1)));
        Hiding hiding = new HidingPlaces(published, THRESHOLD, 0).of(0);
        assertThat(hiding).isEqualTo(new Hiding.Doubtful("the limit of 0 simplex steps was reached"));
        assertThat(hiding.reshuffling()).isEmpty();
        assertThat(hiding.combination()).isEmpty();
    }
}
