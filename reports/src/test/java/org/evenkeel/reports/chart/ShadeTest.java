package org.evenkeel.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShadeTest {
    private static final double TOLD_APART_IN_GREY = 1.2;

    @ParameterizedTest
    @EnumSource
    void text_onEveryFill_atLeastFourAndAHalf(Shade shade) {
        assertThat(Ink.contrast(shade.text(), shade.color())).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void bands_printedInGrey_areAllToldApart() {
        List<Shade> bands = List.of(Shade.MUCH_BETTER, Shade.BETTER, Shade.ABOUT, Shade.WORSE, Shade.MUCH_WORSE);
        for (Shade one : bands) {
            for (Shade other : bands) {
                if (one != other) {
                    assertThat(Ink.contrast(one.color(), other.color()))
                            .as("%s beside %s", one, other)
                            .isGreaterThanOrEqualTo(TOLD_APART_IN_GREY);
                }
            }
        }
    }

    @Test
    void bands_printedInGrey_worseIsDarker() {
        assertThat(Ink.contrast(Shade.WORSE.color(), Color.WHITE))
                .isGreaterThan(Ink.contrast(Shade.MUCH_BETTER.color(), Color.WHITE));
        assertThat(Ink.contrast(Shade.MUCH_WORSE.color(), Color.WHITE))
                .isGreaterThan(Ink.contrast(Shade.WORSE.color(), Color.WHITE));
    }

    @Test
    void classes_printedInGrey_neighboursAreToldApart() {
        for (int i = 1; i < 5; i++) {
            assertThat(Ink.contrast(
                            Shade.ofClass(i - 1).color(), Shade.ofClass(i).color()))
                    .as("class %s beside %s", i - 1, i)
                    .isGreaterThanOrEqualTo(TOLD_APART_IN_GREY);
        }
    }
}
