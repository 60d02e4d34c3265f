package org.evenkeel.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CellAlgebraTest {
    @Property
    void moments_anyOrderAndPartition_sumToTheSame(
            @ForAll @Size(max = 60) List<@IntRange(min = -50, max = 4000) Integer> values, @ForAll long seed) {
        Moments whole = values.stream()
                .map(value -> Moments.ofOne(value, value > 100 ? 1 : 0))
                .reduce(Moments.EMPTY, Moments::plus);
        List<Integer> shuffled = new ArrayList<>(values);
        Random random = new Random(seed);
        Collections.shuffle(shuffled, random);
        int cut = shuffled.isEmpty() ? 0 : random.nextInt(shuffled.size());
        assertThat(sum(shuffled.subList(0, cut)).plus(sum(shuffled.subList(cut, shuffled.size()))))
                .isEqualTo(whole);
    }

    @Property
    void links_anyOrderAndPartition_sumToTheSame(
            @ForAll @Size(max = 40) List<@IntRange(max = 4000) Integer> values, @ForAll @IntRange(max = 39) int cut) {
        int place = Math.min(cut, values.size());
        assertThat(linked(values.subList(place, values.size())).plus(linked(values.subList(0, place))))
                .isEqualTo(linked(values));
    }

    @Property
    void itemMoments_product_isSymmetric(
            @ForAll @IntRange(min = 0, max = 5) int a,
            @ForAll @IntRange(min = 0, max = 5) int b,
            @ForAll @IntRange(min = 0, max = 5) int c) {
        ItemMoments one = new ItemMoments(
                1,
                List.of((long) a, (long) b, (long) c),
                List.of((long) a * a, (long) a * b, (long) a * c, (long) b * b, (long) b * c, (long) c * c));
        assertThat(one.product(2, 0)).isEqualTo((long) a * c).isEqualTo(one.product(0, 2));
        assertThat(one.product(1, 2)).isEqualTo((long) b * c);
        assertThat(one.product(1, 1)).isEqualTo((long) b * b);
        assertThat(one.plus(ItemMoments.empty(3))).isEqualTo(one);
    }

    private static Moments sum(List<Integer> values) {
        return values.stream()
                .map(value -> Moments.ofOne(value, value > 100 ? 1 : 0))
                .reduce(Moments.EMPTY, Moments::plus);
    }

    private static Links linked(List<Integer> values) {
        return values.stream().map(value -> Links.ofOne(value, 4001L - value)).reduce(Links.EMPTY, Links::plus);
    }
}
