package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final int THRESHOLD = 10;

    /** No single group that was left out could be added and the whole still be proved. */
    @Test
    void addBack_anySchool_leavesNothingOutThatFits() {
        int leftOut = 0;
        int cameBack = 0;
        for (long seed : new long[] {1, 3, 6, 13}) {
            SchoolOfTest school = SchoolOfTest.random(seed);
            List<BitSet> candidates = candidates(school);
            Choice choice = choice(school, candidates);
            choice.keepTargetsOutOfReach();
            assertThat(choice.hideEveryAtom()).isTrue();
            int before = choice.selection().accepted().cardinality();
            choice.addBack();
            Selection selection = choice.selection();
            assertThat(selection.certificate()).isPresent();
            BitSet accepted = selection.accepted();
            cameBack += accepted.cardinality() - before;
            for (int group = 0; group < candidates.size(); group++) {
                if (!accepted.get(group)) {
                    leftOut++;
                    List<BitSet> more = new ArrayList<>(
                            accepted.stream().mapToObj(candidates::get).toList());
                    more.add(candidates.get(group));
                    Choice wider = choice(school, more);
                    wider.keepTargetsOutOfReach();
                    wider.hideEveryAtom();
                    assertThat(wider.selection().accepted().cardinality())
                            .as("school %s, group %s", seed, group)
                            .isLessThan(more.size());
                }
            }
        }
        assertThat(leftOut).isPositive();
        assertThat(cameBack).isPositive();
    }

    @Test
    void keepTargetsOutOfReach_hiddenGroup_isNeverWithinReach() {
        for (long seed : new long[] {1, 3, 5}) {
            SchoolOfTest school = SchoolOfTest.random(seed);
            Choice choice = choice(school, candidates(school));
            choice.keepTargetsOutOfReach();
            choice.hideEveryAtom();
            choice.addBack();
            MembershipMatrix published = new MembershipMatrix(
                    school.respondents(),
                    choice.selection().accepted().stream()
                            .mapToObj(candidates(school)::get)
                            .toList());
            Echelon space = Echelon.of(published.residues(), Echelon.inOrder(published.atoms()));
            assertThat(hidden(school)).noneMatch(group -> space.contains(published.residues(group)));
        }
    }

    @Test
    void select_largerSchools_publishAsMuchAsTheyCan() {
        assertThat(LongStream.of(1, 3, 5, 6).map(seed -> {
                    SchoolOfTest school = SchoolOfTest.random(seed);
                    return new SafePublish(THRESHOLD, SafePublish.Limits.USUAL)
                            .select(new MembershipMatrix(school.respondents(), candidates(school)), 0, hidden(school))
                            .accepted()
                            .cardinality();
                }))
                .containsExactly(33L, 90L, 30L, 39L);
    }

    @Test
    void hidingPlaces_atomThatCanBeComputed_isExposedByThatCombination() {
        MembershipMatrix published = new MembershipMatrix(
                new long[] {40, 4, 6}, List.of(SafePublishTest.atoms(0, 1), SafePublishTest.atoms(0)));
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        assertThat(places.of(1).combination())
                .hasValueSatisfying(
                        combination -> assertThat(combination.residues()).containsExactly(0, 1, 0));
        assertThat(places.of(1).reshuffling()).isEmpty();
        assertThat(places.of(0).reshuffling()).isPresent();
        assertThat(places.of(2).reshuffling())
                .hasValueSatisfying(place ->
                        assertThat(place.hides(2, published, THRESHOLD)).isTrue());
        assertThat(places.of(2).combination()).isEmpty();
    }

    @Test
    void hidingPlaces_twoAtomsOnlyKnownTogether_hideEachOtherWhenTheyAreEnough() {
        List<BitSet> together = List.of(SafePublishTest.atoms(0, 1));
        assertThat(hiddenBoth(new MembershipMatrix(new long[] {4, 6}, together)))
                .isTrue();
        assertThat(hiddenBoth(new MembershipMatrix(new long[] {4, 5}, together)))
                .isFalse();
        assertThat(hiddenBoth(new MembershipMatrix(new long[] {1, 9}, together)))
                .isTrue();
    }

    private static boolean hiddenBoth(MembershipMatrix published) {
        HidingPlaces places = new HidingPlaces(published, THRESHOLD, 100);
        return places.of(0).reshuffling().isPresent()
                && places.of(1).reshuffling().isPresent();
    }

    private static Choice choice(SchoolOfTest school, List<BitSet> candidates) {
        return new Choice(
                new MembershipMatrix(school.respondents(), candidates),
                0,
                hidden(school),
                THRESHOLD,
                SafePublish.Limits.USUAL);
    }

    private static List<BitSet> candidates(SchoolOfTest school) {
        return school.groups().stream()
                .filter(group -> school.size(group) >= THRESHOLD)
                .toList();
    }

    private static List<BitSet> hidden(SchoolOfTest school) {
        return school.groups().stream()
                .filter(group -> school.size(group) < THRESHOLD)
                .toList();
    }
}
