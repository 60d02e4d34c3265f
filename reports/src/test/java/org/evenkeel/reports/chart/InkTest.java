package org.evenkeel.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InkTest {
    @ParameterizedTest
    @EnumSource(names = {"TEXT", "SOFT_TEXT", "MAIN", "FIRST_HIGHLIGHT", "SECOND_HIGHLIGHT"})
    void contrast_textOnWhite_atLeastFourAndAHalf(Ink ink) {
        assertThat(Ink.contrast(ink.color(), Color.WHITE)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFT_TEXT", "MAIN", "FIRST_HIGHLIGHT"})
    void contrast_textOnAShade_atLeastFourAndAHalf(Ink ink) {
        assertThat(Ink.contrast(ink.color(), Ink.SHADE.color())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARK", "MAIN", "FIRST_HIGHLIGHT", "SECOND_HIGHLIGHT"})
    void contrast_marksOnWhite_atLeastThree(Ink ink) {
        assertThat(Ink.contrast(ink.color(), Color.WHITE)).isGreaterThanOrEqualTo(3);
    }
}
