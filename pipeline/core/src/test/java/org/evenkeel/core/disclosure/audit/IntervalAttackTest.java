package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalAttackTest {
    private static final BitSet SMALL = SafePublishTest.atoms(0);

    @Test
    void widest_meanNearTheFloor_boundsEveryGroupInside() {
        // Twelve people on a scale of 0 to 40 with a mean shown as 0.5: nobody can have much.
        IntervalAttack attack = scores(new long[] {6, 6}, new ShownTotal(SafePublishTest.atoms(0, 1), 3, 9));
        IntervalAttack.Range range = attack.widest(SMALL).orElseThrow();
        assertThat(range.lowest()).isCloseTo(0, within(0.1));
        assertThat(range.highest()).isCloseTo(9, within(0.1));
        assertThat(attack.isProtected(SMALL)).isFalse();
    }

    @Test
    void isProtected_meanInTheMiddle_holds() {
        IntervalAttack attack = scores(new long[] {6, 6}, new ShownTotal(SafePublishTest.atoms(0, 1), 234, 246));
        assertThat(attack.isProtected(SMALL)).isTrue();
    }

    @Test
    void isProtected_nobodyAtRisk_failsBecauseNobodyIsCertain() {
        IntervalAttack none = counts(new long[] {4, 16}, new ShownTotal(SafePublishTest.atoms(0, 1), 0, 0.9));
        IntervalAttack banded = counts(new long[] {4, 16}, new ShownTotal(SafePublishTest.atoms(0, 1), 0, 3));
        assertThat(none.isProtected(SMALL)).isFalse();
        assertThat(banded.isProtected(SMALL)).isTrue();
    }

    @Test
    void isProtected_contradictoryFigures_areNotSafe() {
        IntervalAttack attack = scores(
                new long[] {6, 6},
                new ShownTotal(SafePublishTest.atoms(0, 1), 10, 20),
                new ShownTotal(SafePublishTest.atoms(0, 1), 30, 40));
        assertThat(attack.isProtected(SMALL)).isFalse();
        assertThat(attack.widest(SMALL)).isEmpty();
    }

    @Test
    void safe_figureThatGivesAHiddenGroupAway_isWithdrawnAndTheOthersStay() {
        ShownTotal school = new ShownTotal(SafePublishTest.atoms(0, 1, 2), 500, 520);
        ShownTotal nearTheFloor = new ShownTotal(SafePublishTest.atoms(0, 1), 0, 6);
        ShownTotal apart = new ShownTotal(SafePublishTest.atoms(2), 480, 500);
        IntervalAttack attack = scores(new long[] {4, 8, 20});
        List<BitSet> hidden = List.of(SMALL);
        assertThat(attack.safe(List.of(school, nearTheFloor), hidden)).isEqualTo(SafePublishTest.atoms(0));
        assertThat(attack.safe(List.of(nearTheFloor, school), hidden)).isEqualTo(SafePublishTest.atoms(1));
        assertThat(attack.safe(List.of(apart, nearTheFloor, school), hidden)).isEqualTo(SafePublishTest.atoms(0, 2));
        assertThat(attack.safe(List.of(school), hidden)).isEqualTo(SafePublishTest.atoms(0));
        assertThat(attack.safe(List.of(), hidden).isEmpty()).isTrue();
        assertThat(attack.showing(List.of(school, nearTheFloor)).unprotected(hidden))
                .contains(SMALL);
        assertThat(attack.showing(List.of(school)).unprotected(hidden)).isEmpty();
    }

    @Test
    void along_reshufflingsOfTheCertificate_proveWithoutAnyProgram() {
        ShownTotal shown = new ShownTotal(SafePublishTest.atoms(0, 1), 234, 246);
        Reshuffling unseen = new Reshuffling(new long[] {1, -1});
        Reshuffling seen = new Reshuffling(new long[] {1, 0});
        assertThat(oneStep(shown).isProtected(SMALL)).isFalse();
        assertThat(oneStep(shown).along(certificate(unseen, unseen)).isProtected(SMALL))
                .isTrue();
        assertThat(oneStep(shown).along(certificate(seen, seen)).isProtected(SMALL))
                .isFalse();
        assertThat(oneStep(shown).along(certificate(seen, unseen)).isProtected(SMALL))
                .as("those that are seen are left aside")
                .isTrue();
        assertThat(oneStep(shown)
                        .along(certificate(unseen, unseen))
                        .showing(List.of(shown))
                        .isProtected(SMALL))
                .isTrue();
    }

    @Test
    void showing_otherFigures_forgetsAssignmentsTheyRuleOut() {
        IntervalAttack attack = scores(new long[] {6, 6}, new ShownTotal(SafePublishTest.atoms(0, 1), 234, 246));
        assertThat(attack.isProtected(SMALL)).isTrue();
        assertThat(attack.showing(List.of(new ShownTotal(SafePublishTest.atoms(0, 1), 3, 9)))
                        .isProtected(SMALL))
                .isFalse();
    }

    @Test
    void isProtected_exactlyAFifthOfTheScale_isEnough() {
        ShownTotal fifth = new ShownTotal(SMALL, 100, 148.2);
        ShownTotal less = new ShownTotal(SMALL, 100, 147.8);
        assertThat(scores(new long[] {6, 6}, fifth).isProtected(SMALL)).isTrue();
        assertThat(scores(new long[] {6, 6}, less).isProtected(SMALL)).isFalse();
    }

    @Test
    void isProtected_everybodyAtRisk_failsBecauseEverybodyIsCertain() {
        assertThat(counts(new long[] {4, 16}, new ShownTotal(SafePublishTest.atoms(0, 1), 19.1, 20))
                        .isProtected(SMALL))
                .isFalse();
        assertThat(counts(new long[] {4, 16}, new ShownTotal(SafePublishTest.atoms(0, 1), 17, 20))
                        .isProtected(SMALL))
                .isTrue();
    }

    private static IntervalAttack oneStep(ShownTotal shown) {
        return new IntervalAttack(
                new long[] {4, 8}, 0, 40, Protection.OF_SCORES, List.of(shown), new SafePublish.Limits(1));
    }

    private static Certificate certificate(Reshuffling... reshufflings) {
        return new Certificate(
                new MembershipMatrix(new long[] {4, 8}, List.of(SafePublishTest.atoms(0, 1))),
                10,
                List.of(reshufflings));
    }

    private static IntervalAttack scores(long[] respondents, ShownTotal... shown) {
        return new IntervalAttack(respondents, 0, 40, Protection.OF_SCORES, List.of(shown), SafePublish.Limits.USUAL);
    }

    private static IntervalAttack counts(long[] respondents, ShownTotal... shown) {
        return new IntervalAttack(respondents, 0, 1, Protection.OF_COUNTS, List.of(shown), SafePublish.Limits.USUAL);
    }

    @Test
    void widest_figuresOfGroupsThatOverlap_boundsWhatTheyShare() {
        // 6 + 6 people have 100 together, the second six with eight others 300 to 310: at most 100 of the 480 of all.
        IntervalAttack attack = scores(
                new long[] {6, 6, 8},
                new ShownTotal(SafePublishTest.atoms(0, 1), 90, 100),
                new ShownTotal(SafePublishTest.atoms(1, 2), 300, 310));
        IntervalAttack.Range range = attack.widest(SMALL).orElseThrow();
        assertThat(range.lowest()).isCloseTo(0, within(0.5));
        assertThat(range.highest()).isCloseTo(100, within(0.5));
        assertThat(range.width()).isEqualTo(range.highest() - range.lowest());
        assertThat(attack.widest(SafePublishTest.atoms(1, 2)).orElseThrow().width())
                .isCloseTo(10, within(0.2));
    }

    @Test
    void unprotected_firstOfTheHiddenGroups_isNamed() {
        IntervalAttack attack = scores(
                new long[] {6, 6, 8},
                new ShownTotal(SafePublishTest.atoms(0), 100, 102),
                new ShownTotal(SafePublishTest.atoms(1), 100, 102));
        assertThat(attack.unprotected(
                        List.of(SafePublishTest.atoms(2), SafePublishTest.atoms(1), SafePublishTest.atoms(0))))
                .contains(SafePublishTest.atoms(1));
        assertThat(attack.unprotected(List.of(SafePublishTest.atoms(2)))).isEmpty();
    }

    /** None touches the hidden group, and still its total is known to be contradictory: the last is withdrawn first. */
    @Test
    void safe_figuresThatContradictEachOther_loseTheLeastUseful() {
        ShownTotal one = new ShownTotal(SafePublishTest.atoms(1), 100, 110);
        ShownTotal other = new ShownTotal(SafePublishTest.atoms(1), 200, 210);
        assertThat(scores(new long[] {6, 6, 8}).safe(List.of(one, other), List.of(SMALL)))
                .isEqualTo(SafePublishTest.atoms(0));
    }

    @Test
    void isProtected_reshufflingThatAShownGroupSees_isNotUsed() {
        ShownTotal first = new ShownTotal(SMALL, 80, 82);
        ShownTotal both = new ShownTotal(SafePublishTest.atoms(0, 1), 234, 246);
        Reshuffling between = new Reshuffling(new long[] {1, -1});
        IntervalAttack attack = new IntervalAttack(
                new long[] {4, 8}, 0, 40, Protection.OF_SCORES, List.of(both, first), new SafePublish.Limits(1));
        assertThat(attack.along(certificate(between, between)).isProtected(SMALL))
                .isFalse();
    }

    @Test
    void along_certificateOfOtherAtoms_changesNothing() {
        IntervalAttack attack = scores(new long[] {6, 6, 8});
        assertThat(attack.along(certificate(new Reshuffling(new long[2]), new Reshuffling(new long[2]))))
                .isSameAs(attack);
    }

    /** One person can give and take twenty points: neither is enough for four people, who need 32, both are. */
    @Test
    void along_reshufflingsBothWays_proveWhatOneWayDoesNot() {
        ShownTotal shown = new ShownTotal(SafePublishTest.atoms(0, 1), 99, 101);
        Reshuffling between = new Reshuffling(new long[] {1, -1});
        Certificate certificate = new Certificate(
                new MembershipMatrix(new long[] {4, 1}, List.of(SafePublishTest.atoms(0, 1))),
                10,
                List.of(between, between));
        assertThat(new IntervalAttack(
                                new long[] {4, 1},
                                0,
                                40,
                                Protection.OF_SCORES,
                                List.of(shown),
                                new SafePublish.Limits(0))
                        .along(certificate)
                        .isProtected(SMALL))
                .isTrue();
    }

    @Test
    void isProtected_onePerson_isNeitherSurelyAtRiskNorSurelyNot() {
        assertThat(counts(new long[] {1, 19}, new ShownTotal(SafePublishTest.atoms(0, 1), 5, 6))
                        .isProtected(SMALL))
                .isTrue();
        assertThat(counts(
                                new long[] {1, 19},
                                new ShownTotal(SafePublishTest.atoms(0, 1), 5, 6),
                                new ShownTotal(SMALL, 1, 1))
                        .isProtected(SMALL))
                .isFalse();
    }
}
