package org.evenkeel.spark.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ExactSumTest {
    @Property
    void total_anyNumbers_equalsTheSumWithoutBounds(@ForAll List<Long> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);

        assertThat(sum.total())
                .isEqualTo(values.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add));
    }

    @Property
    void total_anyProducts_equalsTheSumWithoutBounds(@ForAll List<Long> left, @ForAll long right) {
        ExactSum sum = new ExactSum();
        left.forEach(value -> sum.addProduct(value, right));

        assertThat(sum.total())
                .isEqualTo(left.stream()
                        .map(BigInteger::valueOf)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .multiply(BigInteger.valueOf(right)));
    }
}
