package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.evenkeel.intake.TimeReader.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2026-10-01 09:10:11, 2026-10-01T08:10:11Z",
        "2026-10-01T09:10:11Z, 2026-10-01T09:10:11Z",
        "2026-10-01T09:10:11.123+02:00, 2026-10-01T07:10:11Z",
        "2026/11/30 10:39:41 PM GMT+1, 2026-11-30T21:39:41Z",
        "2026/11/30 12:05:00 AM GMT-0330, 2026-11-30T03:35:00Z",
        "2026-12-01, 2026-12-01T00:00:00Z",
        "1.12.2026 9:05, 2026-12-01T09:05:00Z",
        "24/12/26 9:05, 2026-12-24T09:05:00Z",
        "2026-10-25 01:30:00, 2026-10-25T00:30:00Z",
        "2026-03-29 01:30:00, 2026-03-29T01:30:00Z",
    })
    void read_knownForms_giveTheInstant(String text, Instant expected) {
        assertThat(new TimeReader(LONDON, Order.DAY_FIRST).read(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-01 09:00:00",
                "2026-02-30",
                "2026-10-01 25:00:00",
                "09:00",
                "31/31/26",
                "2026-10-01 09:00:00 XYZ"
            })
    void read_whatIsNoTime_givesNone(String text) {
        assertThat(new TimeReader(LONDON, Order.DAY_FIRST).read(text)).isEmpty();
    }

    @Test
    void proof_dayBeyondTwelve_decidesTheOrder() {
        assertThat(TimeReader.proof("13/10/26 9:00")).isEqualTo(Order.DAY_FIRST);
        assertThat(TimeReader.proof("10/13/2026 9:00")).isEqualTo(Order.MONTH_FIRST);
        assertThat(TimeReader.proof("10/11/2026 9:00")).isEqualTo(Order.UNKNOWN);
        assertThat(new TimeReader(LONDON, Order.UNKNOWN).read("10/11/2026 9:00"))
                .isEmpty();
    }
}
