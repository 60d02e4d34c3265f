package org.evenkeel.spark.table;

import org.evenkeel.core.study.IsoWeek;

/** An ISO week as one number in a column: 202637 is week 37 of 2026. */
public final class WeekNumber {
    private WeekNumber() {}

    /** The number of a week. */
    public static int of(IsoWeek week) {
        return week.year() * 100 + week.week();
    }

    /** The week of a number. */
    public static IsoWeek week(int number) {
        return new IsoWeek(number / 100, number % 100);
    }
}
