package org.evenkeel.reports.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SchemeTest {
    @Test
    void of_noColours_isPlain() {
        assertThat(Scheme.of(List.of())).isEqualTo(Scheme.PLAIN);
    }

    @Test
    void of_paleColours_areDarkenedEachForItsUse() {
        Scheme scheme = Scheme.of(List.of("#ffcc00", "#7fd1ae"));

        assertThat(scheme.corrections()).hasSize(2);
        Scheme.Correction heading = scheme.corrections().get(0);
        assertThat(heading.given().code()).isEqualTo("#ffcc00");
        assertThat(heading.used()).isEqualTo(scheme.heading());
        assertThat(heading.contrastGiven()).isEqualByComparingTo("1.5");
        assertThat(heading.contrastUsed()).isEqualByComparingTo("4.5");
        assertThat(scheme.corrections().get(1).contrastNeeded()).isEqualByComparingTo("3.0");
        assertThat(scheme.accent()).contains(scheme.corrections().get(1).used());
    }

    @Test
    void of_anAccentThatWouldFailAsWords_isEnoughForMarks() {
        Scheme scheme = Scheme.of(List.of("#1f3a5f", "#d55e00"));

        assertThat(Colour.of("#d55e00").contrast(Colour.WHITE)).isBetween(3.0, 4.5);
        assertThat(scheme.corrections()).isEmpty();
        assertThat(scheme.accent()).contains(Colour.of("#d55e00"));
    }

    @Test
    void contrast_knownPairs_isTheirs() {
        assertThat(Colour.of("#000000").contrast(Colour.WHITE)).isEqualTo(21);
        assertThat(Colour.of("#767676").contrast(Colour.WHITE)).isCloseTo(4.54, within(0.005));
        assertThat(Colour.of("#ff0000").contrast(Colour.WHITE)).isCloseTo(4.0, within(0.005));
    }

    @Test
    void of_noColour_isRefused() {
        assertThatThrownBy(() -> Scheme.of(List.of("navy"))).hasMessageContaining("'navy'");
    }

    @Property
    void of_anyColours_endUpReadable(
            @ForAll @IntRange(max = 0xFFFFFF) int first, @ForAll @IntRange(max = 0xFFFFFF) int second) {
        Scheme scheme = Scheme.of(List.of(code(first), code(second)));

        assertThat(scheme.heading().contrast(Colour.WHITE)).isGreaterThanOrEqualTo(Scheme.WORDS);
        assertThat(scheme.accent().orElseThrow().contrast(Colour.WHITE)).isGreaterThanOrEqualTo(Scheme.MARKS);
    }

    @Property
    void of_aColourThatPasses_staysUntouched(@ForAll @IntRange(max = 0xFFFFFF) int rgb) {
        Scheme scheme = Scheme.of(List.of(code(rgb)));

        boolean passes = Colour.of(code(rgb)).contrast(Colour.WHITE) >= Scheme.WORDS;
        assertThat(scheme.heading().code().equals(code(rgb))).isEqualTo(passes);
        assertThat(scheme.corrections().isEmpty()).isEqualTo(passes);
    }

    @Property
    void of_aColourThatIsCorrected_keepsItsHue(@ForAll @IntRange(max = 0xFFFFFF) int rgb) {
        Colour given = Colour.of(code(rgb));
        Colour used = Scheme.of(List.of(given.code())).heading();

        float[] before = Color.RGBtoHSB(given.red(), given.green(), given.blue(), null);
        float[] after = Color.RGBtoHSB(used.red(), used.green(), used.blue(), null);
        int spread = Math.max(used.red(), Math.max(used.green(), used.blue()))
                - Math.min(used.red(), Math.min(used.green(), used.blue()));
        double turned = Math.abs(before[0] - after[0]);
        // A channel is a whole number, so the hue of a colour close to grey is known to few places only.
        assertThat(Math.min(turned, 1 - turned) * spread).isLessThan(0.5);
    }

    private static String code(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
