package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068543",
        "-1, 0.158655253931457",
        "1.959963984540054, 0.975",
        "-2.999, 0.0013543365337271066",
        "-3.001, 0.0013454728250849683",
        "-5, 2.866515718791939e-7"
    })
    void below_knownPoints_asTabled(double z, double probability) {
        assertThat(StandardNormal.below(z)).isEqualTo(probability, within(1e-12));
        assertThat(StandardNormal.quantile(probability)).isEqualTo(z, within(1e-7));
    }
}
