package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntegerKernelTest {
    /** x + 2y + 3z = 0 and x − y = 0: all multiples of (1, 1, −1). */
    @Test
    void near_oneFreeAtom_isTheMultipleThatIsNearest() {
        IntegerKernel kernel = kernel(3, new long[] {1, 2, 3}, new long[] {1, PrimeField.of(-1), 0});
        assertThat(shifts(kernel.near(new double[] {-0.6, -0.6, 0.6}, 1), 3)).containsExactly(-1, -1, 1);
        assertThat(shifts(kernel.near(new double[] {0, 0, 0.4}, 1), 3)).containsExactly(0, 0, 0);
    }

    /** 2x + 3y = 0: nothing smaller than (−3, 2) is whole. */
    @Test
    void near_fractions_areClearedByTheirDenominators() {
        IntegerKernel kernel = kernel(2, new long[] {2, 3});
        assertThat(shifts(kernel.near(new double[] {-3, 2}, 1), 2)).containsExactly(-3, 2);
    }

    /** 2x + z = 0, 3y + z = 0: z = 6 clears both, for which neither 2 nor 3 is enough. */
    @Test
    void near_differentDenominators_areClearedTogether() {
        IntegerKernel kernel = kernel(3, new long[] {2, 0, 1}, new long[] {0, 3, 1});
        assertThat(shifts(kernel.near(new double[] {-3, -2, 6}, 1), 3)).containsExactly(-3, -2, 6);
        assertThat(shifts(kernel.near(new double[] {-0.5, -1 / 3.0, 1}, 6), 3)).containsExactly(-3, -2, 6);
    }

    /** x + y + z = 0: y and z are free, and each takes its own part. */
    @Test
    void near_twoFreeAtoms_areFollowedBoth() {
        IntegerKernel kernel = kernel(3, new long[] {1, 1, 1});
        assertThat(shifts(kernel.near(new double[] {-5, 2, 3}, 1), 3)).containsExactly(-5, 2, 3);
        assertThat(shifts(kernel.near(new double[] {-0.5, 0.2, 0.3}, 10), 3)).containsExactly(-5, 2, 3);
    }

    @Test
    void of_numbersTooLargeToBeTold_isAbsent() {
        long tooLarge = PrimeField.times(3 * Rational.LARGEST + 1, PrimeField.inverse(3 * Rational.LARGEST + 2));
        assertThat(IntegerKernel.of(Echelon.of(List.of(new long[] {1, tooLarge}), Echelon.inOrder(2)), 2))
                .isEmpty();
    }

    /** Each of the two denominators can be told from its residue; their least common multiple is beyond what is exact. */
    @Test
    void of_commonDenominatorTooLarge_isAbsent() {
        long third = PrimeField.inverse(Rational.LARGEST - 1);
        long other = PrimeField.inverse(Rational.LARGEST - 3);
        Echelon space = Echelon.of(List.of(new long[] {1, 0, third}, new long[] {0, 1, other}), Echelon.inOrder(3));
        assertThat(IntegerKernel.of(space, 3)).isEmpty();
    }

    private static IntegerKernel kernel(int atoms, long[]... rows) {
        return IntegerKernel.of(Echelon.of(List.of(rows), Echelon.inOrder(atoms)), atoms)
                .orElseThrow();
    }

    private static long[] shifts(Reshuffling reshuffling, int atoms) {
        long[] shifts = new long[atoms];
        for (int atom = 0; atom < atoms; atom++) {
            shifts[atom] = reshuffling.shift(atom);
        }
        return shifts;
    }
}
