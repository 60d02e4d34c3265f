package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachTest {
    /** School, year 1, year 2, campus A, year 1 at A; the last can be had as nothing else. */
    private static final MembershipMatrix GROUPS = new MembershipMatrix(
            new long[] {32, 18, 28, 22},
            List.of(
                    SafePublishTest.atoms(0, 1, 2, 3),
                    SafePublishTest.atoms(0, 1),
                    SafePublishTest.atoms(2, 3),
                    SafePublishTest.atoms(0, 2),
                    SafePublishTest.atoms(0)));

    @Test
    void recipe_ofARemainder_needsTheMostUsefulGroups() {
        Reach reach = taking(0, 1, 2, 3, 4);
        assertThat(reach.recipe(group(2, 3))).isEqualTo(SafePublishTest.atoms(0, 1));
        assertThat(reach.recipe(group(3))).isEqualTo(SafePublishTest.atoms(0, 1, 3, 4));
    }

    @Test
    void recipe_ofWhatCannotBeComputed_isEmpty() {
        assertThat(taking(0, 1, 2, 3).recipe(group(0)).isEmpty()).isTrue();
    }

    @Test
    void giveBack_groupThatAnotherMakesUpFor_changesNothing() {
        Reach reach = taking(0, 1, 2);
        reach.giveBack(1);
        assertThat(reach.remainder(GROUPS.residues(SafePublishTest.atoms(0, 1))).isNothing())
                .isTrue();
        assertThat(reach.recipe(group(0, 1))).isEqualTo(SafePublishTest.atoms(0, 2));
        assertThat(reach.ofAtoms().rank()).isEqualTo(2);
    }

    @Test
    void giveBack_groupNothingMakesUpFor_isOutOfReach() {
        Reach reach = taking(0, 1, 4);
        reach.giveBack(4);
        assertThat(reach.remainder(4).isNothing()).isFalse();
        assertThat(reach.remainder(1).isNothing()).isTrue();
        assertThat(reach.ofAtoms().rank()).isEqualTo(2);
    }

    @Test
    void remainder_ofAGroupAndOfWhatItBrings_areTheSame() {
        Reach reach = taking(0, 1, 3);
        assertThat(reach.remainder(4)).isEqualTo(reach.remainder(GROUPS.residues(SafePublishTest.atoms(3))));
        assertThat(reach.remainder(4)).hasSameHashCodeAs(reach.remainder(GROUPS.residues(SafePublishTest.atoms(3))));
    }

    @Test
    void targets_oneTakeAway_areReachedByExactlyWhatBringsThem() {
        BitSet small = SafePublishTest.atoms(3);
        Targets targets = new Targets(GROUPS, List.of(small), 23);
        Reach reach = new Reach(GROUPS);
        targets.measure(reach);
        for (int group : new int[] {0, 1, 3}) {
            assertThat(targets.areReachedBy(reach.remainder(group))).isFalse();
            targets.take(reach.remainder(group));
            reach.take(group);
        }
        assertThat(targets.areReachedBy(reach.remainder(4))).isTrue();
    }

    @Test
    void targets_groupOfTheThreshold_isNone() {
        Targets targets = new Targets(GROUPS, List.of(SafePublishTest.atoms(3)), 18);
        Reach reach = taking(0, 1, 3);
        targets.measure(reach);
        assertThat(targets.areReachedBy(reach.remainder(4))).isFalse();
    }

    @Test
    void targets_differenceOfTwoGroupsThatRestsOnFew_isOne() {
        MembershipMatrix two = new MembershipMatrix(
                new long[] {30, 4, 5}, List.of(SafePublishTest.atoms(0, 1), SafePublishTest.atoms(0, 2)));
        assertThat(secondIsRefusedAfterTheFirst(two, 10)).isTrue();
        assertThat(secondIsRefusedAfterTheFirst(two, 9)).isFalse();
    }

    @Test
    void matrix_atomWithoutRespondentsOrGroupOfUnknownAtoms_isRefused() {
        assertThatThrownBy(() -> new MembershipMatrix(new long[] {1, 0}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MembershipMatrix(new long[] {1, 1}, List.of(SafePublishTest.atoms(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atom 2");
    }

    private static boolean secondIsRefusedAfterTheFirst(MembershipMatrix two, int threshold) {
        Targets targets = new Targets(two, List.of(new BitSet()), threshold);
        Reach reach = new Reach(two);
        reach.take(0);
        targets.measure(reach);
        return targets.areReachedBy(reach.remainder(1));
    }

    @Test
    void largestFirst_atomsOfOneSize_keepTheirOrder() {
        assertThat(Reach.largestFirst(new MembershipMatrix(new long[] {2, 7, 2, 9}, List.of())))
                .containsExactly(3, 1, 0, 2);
    }

    private static Reach taking(int... groups) {
        Reach reach = new Reach(GROUPS);
        for (int group : groups) {
            reach.take(group);
        }
        return reach;
    }

    private static Combination group(int... atoms) {
        return Combination.ofGroup(GROUPS, SafePublishTest.atoms(atoms));
    }

    @Test
    void targets_largeHiddenGroupOrTwiceTheSame_areNone() {
        BitSet large = SafePublishTest.atoms(1);
        Targets targets = new Targets(GROUPS, List.of(large, new BitSet()), 18);
        Reach reach = taking(0, 1, 2);
        targets.measure(reach);
        assertThat(targets.areReachedBy(reach.remainder(4))).isFalse();
        MembershipMatrix twice =
                new MembershipMatrix(new long[] {30}, List.of(SafePublishTest.atoms(0), SafePublishTest.atoms(0)));
        assertThat(secondIsRefusedAfterTheFirst(twice, 40)).isFalse();
    }

    @Test
    void targets_withinReachAlready_areGivenUp() {
        Targets targets = new Targets(GROUPS, List.of(SafePublishTest.atoms(3)), 23);
        Reach reach = taking(0, 1, 3, 4);
        targets.measure(reach);
        assertThat(targets.areReachedBy(reach.remainder(2))).isFalse();
        assertThat(targets.areReachedBy(reach.remainder(4))).isFalse();
    }

    @Test
    void targets_oneAddedLater_isKeptOutOfReachFromTheNextLook() {
        Targets targets = new Targets(GROUPS, List.of(), 5);
        Reach reach = taking(0, 1, 3);
        targets.measure(reach);
        targets.add(group(3));
        assertThat(targets.areReachedBy(reach.remainder(4))).isFalse();
        targets.measure(reach);
        assertThat(targets.areReachedBy(reach.remainder(4))).isTrue();
        targets.take(reach.remainder(4));
        reach.take(4);
        assertThat(targets.areReachedBy(reach.remainder(4))).isFalse();
    }

    @Test
    void recipe_ofAGroupThatIsTaken_isThatGroupOrMoreUsefulOnes() {
        assertThat(taking(1).recipe(group(0, 1))).isEqualTo(SafePublishTest.atoms(1));
        assertThat(taking(2, 1, 0).recipe(group(2, 3))).isEqualTo(SafePublishTest.atoms(0, 1));
    }

    @Test
    void remainder_multiplesOfEachOther_areTheSameAndNothingElseIs() {
        int[] order = {2, 0, 1};
        Remainder one = Remainder.of(new long[] {4, 0, 2}, order);
        assertThat(one).isEqualTo(Remainder.of(new long[] {2, 0, 1}, order));
        assertThat(one).isNotEqualTo(Remainder.of(new long[] {2, 1, 1}, order)).isNotEqualTo("a word");
        assertThat(one.without(Remainder.of(new long[] {0, 0, 7}, order), order))
                .isEqualTo(Remainder.of(new long[] {1, 0, 0}, order));
        assertThat(one.without(Remainder.of(new long[] {0, 5, 0}, order), order))
                .isSameAs(one);
        assertThat(one.without(Remainder.of(new long[3], order), order)).isSameAs(one);
        assertThat(one.without(one, order).isNothing()).isTrue();
        assertThat(one.isNothing()).isFalse();
    }
}
