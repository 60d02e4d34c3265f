package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTest {
    @Test
    void of_controlCharacters_areLeftOut() {
        assertThat(CellText.of("a\u0000b\u0007c\td\ne\uFFFEf\u0085g")).isEqualTo("abc\td\nefg");
    }

    @Test
    void of_supplementaryCharacters_stay() {
        assertThat(CellText.of("𝄞 Школа مدرسة 学校")).isEqualTo("𝄞 Школа مدرسة 学校");
    }

    @Test
    void of_tooLong_isCutWithASign() {
        assertThat(CellText.of("x".repeat(40_000))).hasSize(32_767).endsWith("…");
    }

    @Test
    void lines_wordsWiderThanTheColumn_takeMore() {
        assertThat(CellText.lines("short", 20)).isEqualTo(1);
        assertThat(CellText.lines("two words that need more room", 14)).isGreaterThanOrEqualTo(2);
        assertThat(CellText.lines("a".repeat(100), 20)).isGreaterThanOrEqualTo(5);
        assertThat(CellText.lines("one\ntwo", 20)).isEqualTo(2);
    }
}
