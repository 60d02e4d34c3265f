package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxisScaleTest {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Property
    void around_anyValues_holdsThemAllInFewRoundSteps(
            @ForAll @Size(min = 1, max = 20) List<@BigRange(min = "0", max = "100") @Scale(2) BigDecimal> values) {
        AxisScale scale = AxisScale.around(values, BigDecimal.ZERO, HUNDRED);
        assertThat(values)
                .allMatch(value -> value.compareTo(scale.minimum()) >= 0 && value.compareTo(scale.maximum()) <= 0);
        assertThat(scale.step()).isPositive();
        BigDecimal steps = scale.maximum().subtract(scale.minimum()).divide(scale.step());
        assertThat(steps.stripTrailingZeros().scale()).as("whole steps").isLessThanOrEqualTo(0);
        assertThat(steps).isBetween(BigDecimal.ONE, BigDecimal.valueOf(8));
    }

    @Test
    void around_noValues_isTheWholeScale() {
        AxisScale scale = AxisScale.around(List.of(), BigDecimal.ZERO, BigDecimal.valueOf(40));
        assertThat(scale.minimum()).isEqualByComparingTo("0");
        assertThat(scale.maximum()).isEqualByComparingTo("40");
    }

    @Test
    void decimals_ofFineSteps_areShown() {
        AxisScale scale = AxisScale.around(
                List.of(new BigDecimal("2.51"), new BigDecimal("2.60")), BigDecimal.ONE, BigDecimal.valueOf(4));
        assertThat(scale.decimals()).isPositive();
    }
}
