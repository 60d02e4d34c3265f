package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ChoiceTest {
    private static final int THRESHOLD = 10;

    /** No single group that was left out could be added and the whole still be proved. */
    @Tag("school")
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

    @Tag("school")
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

    /**
     * Year 1 at A, year 1 at B, year 2 at A, year 2 at B, repeaters of year 2 at B; then nine and five people of no shown group. The
     * first eight groups are safe together, and from them year 2 at B with its repeaters can be computed, 22 people.
     */
    private static final long[] RESPONDENTS = {32, 18, 28, 18, 4, 9, 5};

    private static final List<BitSet> SAFE = List.of(
            SafePublishTest.atoms(0, 1, 2, 3, 4),
            SafePublishTest.atoms(0, 1),
            SafePublishTest.atoms(2, 3, 4),
            SafePublishTest.atoms(0, 2),
            SafePublishTest.atoms(1, 3, 4),
            SafePublishTest.atoms(0),
            SafePublishTest.atoms(2),
            SafePublishTest.atoms(1));

    /** Taken away from the 22, it leaves four repeaters. */
    private static final BitSet LEAVES_FOUR = SafePublishTest.atoms(3);

    /** With the one before it leaves nine. Without it, the nine less the four repeaters, who are thirteen. */
    private static final BitSet WITH_NINE = SafePublishTest.atoms(3, 5);

    /** With the first it leaves five. Without it, the five less the four repeaters: nine people. */
    private static final BitSet WITH_FIVE = SafePublishTest.atoms(3, 6);

    @Test
    void hideEveryAtom_groupThatExposesFour_isWithdrawn() {
        Choice choice = choice(List.of(), LEAVES_FOUR);
        choice.keepTargetsOutOfReach();
        assertThat(choice.hideEveryAtom()).isTrue();
        Selection selection = choice.selection();
        assertThat(selection.accepted()).isEqualTo(firstEight());
        assertThat(selection.certificate().orElseThrow().holds()).isTrue();
        assertThat(selection.certificate().orElseThrow().groups()).isEqualTo(8);
        assertThat(selection.doubts()).isEmpty();
    }

    @Test
    void keepTargetsOutOfReach_fourThatMustStayHidden_refusesWhatLeavesThem() {
        Choice choice = choice(List.of(SafePublishTest.atoms(4)), LEAVES_FOUR);
        choice.keepTargetsOutOfReach();
        assertThat(choice.hideEveryAtom()).isTrue();
        assertThat(choice.selection().accepted()).isEqualTo(firstEight());
    }

    @Test
    void addBack_groupRefusedForTheSakeOfOneWithdrawnLater_comesBack() {
        BitSet eightAndTheLast = firstEight();
        eightAndTheLast.set(9);
        assertThat(chosen(LEAVES_FOUR, WITH_NINE)).isEqualTo(eightAndTheLast);
    }

    @Test
    void addBack_groupThatExposesTheSameFourAgain_staysOut() {
        BitSet eightAndTheLast = firstEight();
        eightAndTheLast.set(10);
        assertThat(chosen(LEAVES_FOUR, WITH_FIVE, WITH_NINE)).isEqualTo(eightAndTheLast);
        assertThat(chosen(LEAVES_FOUR, WITH_FIVE)).isEqualTo(firstEight());
    }

    @Test
    void addBack_sameGroupTwice_isTakenTwice() {
        BitSet all = firstEight();
        all.set(8);
        assertThat(chosen(SafePublishTest.atoms(0))).isEqualTo(all);
    }

    @Test
    void select_nothingIsProvedInSoFewSteps_saysSoAndPublishesLess() {
        Selection selection = new SafePublish(THRESHOLD, new SafePublish.Limits(1))
                .select(
                        new MembershipMatrix(
                                new long[] {4, 4, 4, 4},
                                List.of(SafePublishTest.atoms(0, 1, 2, 3), SafePublishTest.atoms(0, 1, 2))),
                        0,
                        List.of());
        assertThat(selection.doubts()).containsExactly("the limit of 1 simplex steps was reached");
        assertThat(selection.accepted().isEmpty()).isTrue();
    }

    @Test
    void hideEveryAtom_whatWasPublishedBeforeExposesSomeone_nothingMayBeAdded() {
        Choice choice = new Choice(
                new MembershipMatrix(
                        new long[] {4, 40, 40},
                        List.of(SafePublishTest.atoms(0, 1), SafePublishTest.atoms(1), SafePublishTest.atoms(2))),
                2,
                List.of(),
                THRESHOLD,
                SafePublish.Limits.USUAL);
        choice.keepTargetsOutOfReach();
        assertThat(choice.hideEveryAtom()).isFalse();
        assertThat(choice.selection().certificate()).isEmpty();
        assertThat(choice.selection().accepted().isEmpty()).isTrue();
    }

    private static BitSet chosen(BitSet... more) {
        Choice choice = choice(List.of(), more);
        choice.keepTargetsOutOfReach();
        assertThat(choice.hideEveryAtom()).isTrue();
        choice.addBack();
        Selection selection = choice.selection();
        assertThat(selection.certificate().orElseThrow().holds()).isTrue();
        return selection.accepted();
    }

    private static BitSet firstEight() {
        BitSet eight = new BitSet();
        eight.set(0, 8);
        return eight;
    }

    private static Choice choice(List<BitSet> hidden, BitSet... more) {
        List<BitSet> groups = new ArrayList<>(SAFE);
        groups.addAll(List.of(more));
        return new Choice(new MembershipMatrix(RESPONDENTS, groups), 0, hidden, THRESHOLD, SafePublish.Limits.USUAL);
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
