package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.statistics.Interval;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void ofMean_workedExamples_areThoseOfTheMethods() {
        assertThat(Grid.ofMean(BigDecimal.ONE, 10).step()).isEqualByComparingTo("0.5");
        assertThat(Grid.ofMean(BigDecimal.valueOf(4), 10).step()).isEqualByComparingTo("2");
        assertThat(Grid.ofMean(BigDecimal.valueOf(4), 20).step()).isEqualByComparingTo("1");
        assertThat(Grid.ofMean(new BigDecimal("0.125"), 15).step()).isEqualByComparingTo("0.05");
    }

    @Test
    void ofRange_scalesOfTheField_printNoMoreDigitsThanTheyBear() {
        assertThat(Grid.ofRange(0, 40).step()).isEqualByComparingTo("0.1");
        assertThat(Grid.ofRange(0, 100).step()).isEqualByComparingTo("0.5");
        assertThat(Grid.ofRange(1, 4).step()).isEqualByComparingTo("0.01");
    }

    @Property
    void ofMean_anyGroup_leavesAtLeastFiveTotalsPerShownValue(
            @ForAll @IntRange(min = 10, max = 5000) int respondents, @ForAll @IntRange(min = 1, max = 20) int parts) {
        double granularity = 1.0 / parts;
        double step =
                Grid.ofMean(BigDecimal.valueOf(granularity), respondents).step().doubleValue();
        assertThat(step * respondents / granularity).isGreaterThanOrEqualTo(5 - 1e-9);
    }

    @Property
    void show_anyInterval_isWidenedOutward(
            @ForAll @DoubleRange(min = -60, max = 60) double value,
            @ForAll @DoubleRange(min = 0, max = 9) double below,
            @ForAll @DoubleRange(min = 0, max = 9) double above,
            @ForAll @IntRange(min = 10, max = 400) int respondents) {
        Grid grid = Grid.ofMean(BigDecimal.ONE, respondents);
        Figure.Shown shown = grid.show(value, Optional.of(new Interval(value - below, value + above)));
        Figure.Range range = shown.range().orElseThrow();
        assertThat(range.lower()).isLessThanOrEqualTo(new BigDecimal(value - below));
        assertThat(range.upper()).isGreaterThanOrEqualTo(new BigDecimal(value + above));
        assertThat(shown.value().remainder(grid.step())).isEqualByComparingTo("0");
    }

    @Test
    void coarser_ofTwo_isTheLargerStep() {
        Grid fine = new Grid(new BigDecimal("0.1"));
        Grid coarse = new Grid(new BigDecimal("0.5"));
        assertThat(fine.coarser(coarse)).isSameAs(coarse);
        assertThat(coarse.coarser(fine)).isSameAs(coarse);
    }

    @Test
    void ofMean_noStepIsCoarseEnough_takesTheCoarsest() {
        assertThat(Grid.ofMean(BigDecimal.valueOf(1000), 10).step()).isEqualByComparingTo("50");
        assertThat(Grid.ofRange(0, 100_000).step()).isEqualByComparingTo("50");
    }

    @Test
    void nearest_halfWay_goesToTheEvenMultiple() {
        Grid grid = new Grid(new BigDecimal("0.5"));
        assertThat(grid.nearest(0.25)).isEqualByComparingTo("0");
        assertThat(grid.nearest(0.75)).isEqualByComparingTo("1.0");
        assertThat(grid.nearest(12.3)).hasToString("12.5");
    }
}
