package org.evenkeel.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolCalendarTest {
    private static final Term AUTUMN = term("2026-autumn", "2026-09-07", "2026-12-18", "2027-01-08");
    private static final Term SPRING = term("2027-spring", "2027-01-04", "2027-03-26", "2027-04-16");
    private static final SchoolCalendar CALENDAR =
            new SchoolCalendar(ZoneId.of("Europe/London"), List.of(AUTUMN, SPRING));

    @Test
    void termOf_afterTheTermBeforeItsCutOff_isThatTerm() {
        assertThat(CALENDAR.termOf(Instant.parse("2026-12-28T10:00:00Z"))).contains(AUTUMN);
    }

    @Test
    void termOf_whereTheCutOffReachesIntoTheNextTerm_isTheNextTerm() {
        assertThat(CALENDAR.termOf(Instant.parse("2027-01-05T10:00:00Z"))).contains(SPRING);
    }

    @Test
    void monthsBeforeRelease_termOfFourMonths_areThoseThatPassBeforeTheCutOff() {
        assertThat(CALENDAR.monthsBeforeRelease(AUTUMN))
                .containsExactly(
                        YearMonth.of(2026, 9), YearMonth.of(2026, 10), YearMonth.of(2026, 11), YearMonth.of(2026, 12));
        assertThat(CALENDAR.due(YearMonth.of(2026, 9))).isEqualTo(Instant.parse("2026-09-30T23:00:00Z"));
    }

    @Test
    void covers_weekAcrossTwoMonths_belongsToTheMonthInWhichItEnds() {
        Period week = Period.of(AUTUMN.id(), IsoWeek.of(LocalDate.of(2026, 9, 30)));
        assertThat(ReleaseSubject.of(AUTUMN.id(), YearMonth.of(2026, 9)).covers(week))
                .isFalse();
        assertThat(ReleaseSubject.of(AUTUMN.id(), YearMonth.of(2026, 10)).covers(week))
                .isTrue();
        assertThat(ReleaseSubject.of(AUTUMN.id(), YearMonth.of(2026, 10)).covers(Period.of(AUTUMN.id())))
                .isFalse();
        assertThat(ReleaseSubject.of(AUTUMN.id()).covers(week)).isTrue();
        assertThat(ReleaseSubject.of(SPRING.id()).covers(week)).isFalse();
    }

    @Test
    void termOf_outsideEveryTerm_isNone() {
        assertThat(CALENDAR.termOf(Instant.parse("2026-08-01T10:00:00Z"))).isEmpty();
        assertThat(CALENDAR.termOf(Instant.parse("2027-05-01T10:00:00Z"))).isEmpty();
    }

    @Test
    void termOf_firstMidnight_isTheSchoolsOwn() {
        assertThat(CALENDAR.termOf(Instant.parse("2026-09-06T22:59:59Z"))).isEmpty();
        assertThat(CALENDAR.termOf(Instant.parse("2026-09-06T23:00:00Z"))).contains(AUTUMN);
    }

    @Test
    void week_acrossTheClockChange_followsTheSchoolsDay() {
        assertThat(CALENDAR.week(Instant.parse("2026-10-25T23:59:00Z"))).isEqualTo(new IsoWeek(2026, 43));
        assertThat(CALENDAR.week(Instant.parse("2026-10-26T00:00:00Z"))).isEqualTo(new IsoWeek(2026, 44));
    }

    @Test
    void week_atTheIsoYearEnd_belongsToItsWeekYear() {
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 1))).isEqualTo(new IsoWeek(2026, 53));
        assertThat(new IsoWeek(2026, 53).monday()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(IsoWeek.parse("2026-W53")).isEqualTo(new IsoWeek(2026, 53));
    }

    @Test
    void due_isTheFirstInstantAfterTheCutOffDay() {
        assertThat(CALENDAR.due(SPRING)).isEqualTo(Instant.parse("2027-04-16T23:00:00Z"));
    }

    @Test
    void before_firstTerm_isNone() {
        assertThat(CALENDAR.before(AUTUMN.id())).isEmpty();
        assertThat(CALENDAR.before(SPRING.id())).contains(AUTUMN);
    }

    @Test
    void terms_outOfOrder_areRefused() {
        assertThatThrownBy(() -> new SchoolCalendar(ZoneId.of("UTC"), List.of(SPRING, AUTUMN)))
                .hasMessageContaining("must stand in order and not overlap");
    }

    @Test
    void period_key_isReadBack() {
        Period week = Period.of(AUTUMN.id(), new IsoWeek(2026, 41));
        assertThat(Period.parse(week.key())).isEqualTo(week);
        assertThat(Period.parse("2026-autumn")).isEqualTo(Period.of(AUTUMN.id()));
    }

    private static Term term(String id, String from, String to, String cutOff) {
        return new Term(
                new TermId(id),
                new DateRange(LocalDate.parse(from), LocalDate.parse(to)),
                LocalDate.parse(cutOff),
                List.of());
    }
}
