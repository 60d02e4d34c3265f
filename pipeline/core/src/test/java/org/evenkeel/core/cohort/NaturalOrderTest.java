package org.evenkeel.core.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void compare_numbersInLabels_goByTheirSize() {
        assertThat(Stream.of("Year 10", "Year 2", "not stated", "Year 1", "Élan")
                        .sorted(NaturalOrder.INSTANCE)
                        .toList())
                .isEqualTo(List.of("Year 1", "Year 2", "Year 10", "Élan", "not stated"));
    }

    @Property
    void compare_anyLabels_isATotalOrder(
            @ForAll @AlphaChars @NumericChars String a,
            @ForAll @AlphaChars @NumericChars String b,
            @ForAll @AlphaChars @NumericChars String c) {
        NaturalOrder order = NaturalOrder.INSTANCE;
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
            assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }
}
