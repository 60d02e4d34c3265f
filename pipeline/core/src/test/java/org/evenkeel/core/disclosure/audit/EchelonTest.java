package org.evenkeel.core.disclosure.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EchelonTest {
    @Test
    void add_vectorOfTheSpace_isNotNew() {
        Echelon space = new Echelon(Echelon.inOrder(3));
        assertThat(space.add(new long[] {1, 1, 0})).isTrue();
        assertThat(space.add(new long[] {0, 1, 1})).isTrue();
        assertThat(space.add(new long[] {1, 2, 1})).isFalse();
        assertThat(space.rank()).isEqualTo(2);
        assertThat(space.contains(new long[] {1, 0, PrimeField.of(-1)})).isTrue();
        assertThat(space.contains(new long[] {0, 0, 1})).isFalse();
    }

    @Test
    void add_orderOfColumns_decidesWherePivotsStand() {
        Echelon space = Echelon.of(List.of(new long[] {1, 1, 1}, new long[] {1, 1, 0}), new int[] {2, 1, 0});
        assertThat(space.pivots().stream()).containsExactly(1, 2);
        assertThat(space.row(space.rowWithPivot(2))).containsExactly(0, 0, 1);
        assertThat(space.row(space.rowWithPivot(1))).containsExactly(1, 1, 0);
        assertThat(space.rowWithPivot(0)).isEqualTo(-1);
    }

    @Test
    void narrow_anyColumn_leavesExactlyTheVectorsThatAreZeroThere() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int width = 3 + random.nextInt(6);
            List<long[]> vectors = new ArrayList<>();
            for (int count = 0; count < width - 1; count++) {
                vectors.add(random.longs(width, 0, 3).toArray());
            }
            Echelon space = Echelon.of(vectors, Echelon.inOrder(width));
            Echelon narrowed = Echelon.of(vectors, Echelon.inOrder(width));
            int column = random.nextInt(width);
            boolean touched = vectors.stream().anyMatch(vector -> vector[column] != 0);
            narrowed.narrow(column);
            assertThat(narrowed.rank()).isEqualTo(space.rank() - (touched ? 1 : 0));
            for (int place = 0; place < narrowed.rank(); place++) {
                assertThat(narrowed.row(place)[column]).isZero();
                assertThat(space.contains(narrowed.row(place))).isTrue();
                assertThat(narrowed.pivot(narrowed.row(place))).isEqualTo(narrowed.pivotOf(place));
                for (int other = 0; other < narrowed.rank(); other++) {
                    assertThat(narrowed.row(other)[narrowed.pivotOf(place)]).isEqualTo(other == place ? 1 : 0);
                }
            }
        }
    }

    @Test
    void upTo_rowsWithLaterPivots_areLeftOut() {
        Echelon space = Echelon.of(List.of(new long[] {1, 1, 5}, new long[] {0, 0, 1}), Echelon.inOrder(3));
        Echelon part = space.upTo(2, Echelon.inOrder(2));
        assertThat(part.rank()).isEqualTo(1);
        assertThat(part.row(0)).containsExactly(1, 1);
        assertThat(part.contains(new long[] {2, 2})).isTrue();
    }

    @Test
    void scale_zeros_stayZeroAndTheOthersAreMultiplied() {
        long[] vector = {0, 2, 5};
        Echelon.scale(vector, 3);
        assertThat(vector).containsExactly(0, 6, 15);
    }

    @Test
    void contains_firstColumnLeftOver_doesNot() {
        assertThat(Echelon.of(List.of(new long[] {0, 1}), Echelon.inOrder(2)).contains(new long[] {1, 0}))
                .isFalse();
    }
}
