package org.evenkeel.core.study;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.evenkeel.core.problem.Require;

/** A week of ISO 8601: Monday to Sunday, numbered in its week-based year. */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek>, Serializable {
    public IsoWeek {
        Require.that(year >= 1970 && year <= 2200, "the year must be 1970..2200. Value given: %s", year);
        Require.that(week >= 1 && week <= 53, "the week must be 1..53. Value given: %s", week);
    }

    /** The week that holds the day. */
    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Reads the form that {@link #toString} writes. */
    public static IsoWeek parse(String text) {
        Require.that(text.matches("\\d{4}-W\\d{2}"), "must look like 2026-W37. Value given: '%s'", text);
        return new IsoWeek(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }

    /** The week's first day. */
    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(DayOfWeek.MONDAY);
    }

    /** The month in which the week ends. */
    public YearMonth month() {
        return YearMonth.from(monday().plusDays(6));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(week, other.week);
    }

    @Override
    public String toString() {
        return year + (week < 10 ? "-W0" : "-W") + week;
    }
}
