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
    }

    private static IntervalAttack scores(long[] respondents, ShownTotal... shown) {
        return new IntervalAttack(respondents, 0, 40, Protection.OF_SCORES, List.of(shown), SafePublish.Limits.USUAL);
    }

    private static IntervalAttack counts(long[] respondents, ShownTotal... shown) {
        return new IntervalAttack(respondents, 0, 1, Protection.OF_COUNTS, List.of(shown), SafePublish.Limits.USUAL);
    }
}
