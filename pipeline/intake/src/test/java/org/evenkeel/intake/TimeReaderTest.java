package org.evenkeel.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.evenkeel.core.study.DateForm;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.SchoolCalendar;
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
        "2026/11/30 10:39:41 PM MEZ, 2026-11-30T21:39:41Z",
        "2026/07/30 10:39:41 PM EDT, 2026-07-31T02:39:41Z",
        "2026/07/30 10:39:41 PM BST, 2026-07-30T21:39:41Z",
        "30/07/2026 10:39 p.m., 2026-07-30T21:39:00Z",
        "30/07/2026 10:39\u202fPM, 2026-07-30T21:39:00Z",
        "30.07.2026 22.39, 2026-07-30T21:39:00Z",
        "7/8/26 19:06:23, 2026-08-07T18:06:23Z",
        "01-OCT-2026 09:10:11, 2026-10-01T08:10:11Z",
        "1 October 2026 09:10, 2026-10-01T08:10:00Z",
        "'Oct 1, 2026 9:10 PM', 2026-10-01T20:10:00Z",
        "'Thursday, October 1, 2026 9:10:11 PM', 2026-10-01T20:10:11Z",
        "2026-10-25T01:30:00+00:00[Europe/London], 2026-10-25T01:30:00Z",
        "2026-10-25 01:30:00 America/New_York, 2026-10-25T05:30:00Z",
        "1790845811, 2026-10-01T09:10:11Z",
        "1790845811123, 2026-10-01T09:10:11.123Z",
        "46296.25, 2026-10-01T05:00:00Z",
        "'46296,25', 2026-10-01T05:00:00Z",
        "46296, 2026-09-30T23:00:00Z",
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

    @Test
    void read_dayNumbers_areThoseOfTheDeclaredSystem_andSaid() {
        TimeReader old = new TimeReader(LONDON, Order.UNKNOWN, DateForm.EXCEL_1904);
        assertThat(old.read("44834.25")).contains(Instant.parse("2026-10-01T05:00:00Z"));
        assertThat(old.notes()).singleElement().asString().contains("Excel's 1904 system", "excel-1900");
        TimeReader usual = new TimeReader(LONDON, Order.UNKNOWN, DateForm.AS_WRITTEN);
        assertThat(usual.read("46296.5416666667")).contains(Instant.parse("2026-10-01T12:00:00Z"));
        assertThat(usual.notes()).singleElement().asString().contains("Excel's 1900 system");
    }

    @Test
    void read_declaredOrder_winsWhereNothingProvesOne() {
        TimeReader american = new TimeReader(LONDON, Order.UNKNOWN, DateForm.MONTH_FIRST);
        assertThat(american.read("10/11/2026 9:00")).contains(Instant.parse("2026-10-11T08:00:00Z"));
    }

    @Test
    void read_nightsOfAClockChange_followTheStatedRule_andAreCounted() {
        TimeReader reader = new TimeReader(LONDON, Order.UNKNOWN);
        assertThat(reader.read("2026-10-25 00:59:59")).contains(Instant.parse("2026-10-24T23:59:59Z"));
        assertThat(reader.read("2026-10-25 01:00:00")).contains(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(reader.read("2026-10-25 02:00:00")).contains(Instant.parse("2026-10-25T02:00:00Z"));
        assertThat(reader.read("2026-03-29 01:59:59")).contains(Instant.parse("2026-03-29T01:59:59Z"));
        assertThat(reader.read("2026-10-25 01:30:00 GMT+0")).contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(reader.notes())
                .containsExactly(
                        "1 time lies in the hour that a clock change repeats: the first is meant",
                        "1 time lies in the hour that a clock change leaves out: the clock had gone on");
        assertThat(reader.offsets()).isEqualTo(1);
    }

    @Test
    void read_everyMinuteOfAYear_goesForwardAndKeepsItsDayInTheSchoolsZone() {
        TimeReader reader = new TimeReader(LONDON, Order.UNKNOWN);
        LocalDateTime local = LocalDateTime.of(2026, 1, 1, 0, 0);
        Instant before = Instant.EPOCH;
        while (local.getYear() == 2026) {
            Instant read =
                    reader.read(local.toString().replace('T', ' ') + ":00").orElseThrow();
            assertThat(read.atZone(LONDON).toLocalDate()).isEqualTo(local.toLocalDate());
            boolean springs = local.toLocalDate().equals(LocalDate.of(2026, 3, 29)) && local.getHour() == 2;
            assertThat(springs || read.isAfter(before)).isTrue();
            before = read;
            local = local.plusMinutes(7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-31 23:59:59, 2026-W53",
        "2027-01-03 23:59:59, 2026-W53",
        "2027-01-04 00:00:00, 2027-W01",
        "2024-12-30 00:00:00, 2025-W01"
    })
    void week_atTheEndOfAYear_isTheIsoWeekOfTheSchoolsDay(String text, String week) {
        SchoolCalendar calendar = new SchoolCalendar(LONDON, List.of(Plans.term("all", "2024-01-01", "2027-12-31")));
        Instant read = new TimeReader(LONDON, Order.UNKNOWN).read(text).orElseThrow();
        assertThat(calendar.week(read)).isEqualTo(IsoWeek.parse(week));
    }

    @Test
    void dayOnly_dayNumbersAndCountedTimes_areTold() {
        assertThat(TimeReader.dayOnly("2026-10-01")).isTrue();
        assertThat(TimeReader.dayOnly("46296")).isTrue();
        assertThat(TimeReader.dayOnly("46296.25")).isFalse();
        assertThat(TimeReader.dayOnly("1790845811")).isFalse();
        assertThat(TimeReader.dayOnly("2026-10-01 09:00")).isFalse();
    }
}
