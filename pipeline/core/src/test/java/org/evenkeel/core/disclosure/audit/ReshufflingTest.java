package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReshufflingTest {
    private static final int THRESHOLD = 10;

    /** A school of six, five and forty, and everyone but the six. */
    private static final MembershipMatrix PUBLISHED =
            new MembershipMatrix(new long[] {6, 5, 40}, List.of(SafePublishTest.atoms(0, 1, 2)));

    @Test
    void shifts_withACommonDivisor_areReduced() {
        Reshuffling reshuffling = new Reshuffling(new long[] {4, -6, 2});
        assertThat(reshuffling.shift(0)).isEqualTo(2);
        assertThat(reshuffling.shift(1)).isEqualTo(-3);
        assertThat(reshuffling.shift(SafePublishTest.atoms(1, 2))).isEqualTo(-2);
    }

    @Test
    void isUnseenBy_groupWhoseTotalMoves_sees() {
        assertThat(new Reshuffling(new long[] {1, -1, 0}).isUnseenBy(PUBLISHED)).isTrue();
        assertThat(new Reshuffling(new long[] {1, 1, 0}).isUnseenBy(PUBLISHED)).isFalse();
    }

    @Test
    void hides_otherSmallAtomMovesByItsRespondents_isTooLittle() {
        // Three more are missing at the first atom. The second may move by less than 5 for every 3 of the first.
        assertThat(new Reshuffling(new long[] {3, -5, 2}).hides(0, PUBLISHED, THRESHOLD))
                .isFalse();
        assertThat(new Reshuffling(new long[] {4, -5, 1}).hides(0, PUBLISHED, THRESHOLD))
                .isTrue();
        assertThat(new Reshuffling(new long[] {-4, 5, -1}).hides(0, PUBLISHED, THRESHOLD))
                .isTrue();
    }

    @Test
    void hides_largeAtom_mayMoveByAnything() {
        assertThat(new Reshuffling(new long[] {1, 0, -1}).hides(0, PUBLISHED, THRESHOLD))
                .isTrue();
        assertThat(new Reshuffling(new long[] {1, 0, -1000}).hides(0, PUBLISHED, THRESHOLD))
                .isTrue();
    }

    @Test
    void hides_atomThatDoesNotMove_isSeen() {
        assertThat(new Reshuffling(new long[] {0, 0, 0}).hides(0, PUBLISHED, THRESHOLD))
                .isFalse();
    }

    @Test
    void hides_atomOfTheThreshold_needsNoHidingPlace() {
        assertThat(new Reshuffling(new long[] {0, 0, 0}).hides(0, PUBLISHED, 6)).isTrue();
        assertThat(new Reshuffling(new long[] {0, 0, 0}).hides(0, PUBLISHED, 7)).isFalse();
    }

    @Test
    void certificate_oneReshufflingThatIsSeen_doesNotHold() {
        Reshuffling still = new Reshuffling(new long[] {0, 0, 0});
        Reshuffling first = new Reshuffling(new long[] {1, 0, -1});
        Reshuffling second = new Reshuffling(new long[] {0, 1, -1});
        Reshuffling seen = new Reshuffling(new long[] {0, 1, 0});
        Certificate certificate = new Certificate(PUBLISHED, THRESHOLD, List.of(first, second, still));
        assertThat(certificate.holds()).isTrue();
        assertThat(certificate.threshold()).isEqualTo(THRESHOLD);
        assertThat(certificate.atoms()).isEqualTo(3);
        assertThat(certificate.groups()).isEqualTo(1);
        assertThat(certificate.hidingPlaces()).containsExactly(first, second, still);
        assertThat(new Certificate(PUBLISHED, THRESHOLD, List.of(first, seen, still)).holds())
                .isFalse();
        assertThat(new Certificate(PUBLISHED, THRESHOLD, List.of(first, first, still)).holds())
                .isFalse();
    }

    @Test
    void certificate_numbersTooLarge_provesNothing() {
        Reshuffling huge = new Reshuffling(new long[] {Long.MAX_VALUE, 1, -Long.MAX_VALUE});
        assertThat(new Certificate(PUBLISHED, THRESHOLD, List.of(huge, huge, huge)).holds())
                .isFalse();
    }

    @Test
    void certificate_withoutAReshufflingForEveryAtom_isRefused() {
        assertThatThrownBy(() -> new Certificate(PUBLISHED, THRESHOLD, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
