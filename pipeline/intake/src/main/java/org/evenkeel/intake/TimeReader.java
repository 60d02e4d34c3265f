package org.evenkeel.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads submission times: year first, or in the order a file's other dates prove. A time with its own offset keeps it; any
 * other is local time in the zone. In the hour that a clock change repeats, the first is meant; in the one it leaves out,
 * the clock has already gone on.
 */
final class TimeReader {
    /** The order of day and month where the year does not come first. */
    enum Order {
        UNKNOWN,
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final String USUAL = "0000-00-00 00:00:00";
    private static final String CLOCK =
            "(?:[T, ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp][Mm])?)?\\s*(\\S+)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})" + CLOCK);
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?([+-]\\d{1,2}(?::?\\d{2})?)");

    private final ZoneId zone;
    private final Order order;

    TimeReader(ZoneId zone, Order order) {
        this.zone = zone;
        this.order = order;
    }

    /** The instant; absent where the text is no time. */
    Optional<Instant> read(String cell) {
        String text = cell.strip();
        if (isUsual(text)) {
            return usual(text);
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return instant(yearFirst, 4, number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (!yearLast.matches()) {
            return Optional.empty();
        }
        int year = number(yearLast, 4) + (yearLast.group(4).length() == 2 ? 2000 : 0);
        int first = number(yearLast, 1);
        int second = number(yearLast, 3);
        return switch (yearLast.group(2).equals(".") ? Order.DAY_FIRST : order) {
            case UNKNOWN -> Optional.empty();
            case DAY_FIRST -> instant(yearLast, 5, year, second, first);
            case MONTH_FIRST -> instant(yearLast, 5, year, first, second);
        };
    }

    /** Whether the text has the shape {@code 2026-10-01 09:10:11}, which nearly all have. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (USUAL.charAt(i) == '0' ? !digit : c != USUAL.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Instant> usual(String text) {
        try {
            return Optional.of(LocalDateTime.of(
                            digits(text, 0, 4),
                            digits(text, 5, 7),
                            digits(text, 8, 10),
                            digits(text, 11, 13),
                            digits(text, 14, 16),
                            digits(text, 17, 19))
                    .atZone(zone)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Whether the text names a day and no time of day. */
    static boolean dayOnly(String cell) {
        return !cell.contains(":");
    }

    /** Whether the text is a date whose order of day and month its form leaves open. */
    static boolean leavesOrderOpen(String cell) {
        Matcher yearLast = YEAR_LAST.matcher(cell.strip());
        return yearLast.matches() && !yearLast.group(2).equals(".");
    }

    /** The order that this one date proves; unknown where both are possible or it is no such date. */
    static Order proof(String cell) {
        if (!leavesOrderOpen(cell)) {
            return Order.UNKNOWN;
        }
        Matcher yearLast = YEAR_LAST.matcher(cell.strip());
        if (!yearLast.matches()) {
            return Order.UNKNOWN;
        }
        boolean dayFirst = number(yearLast, 1) > 12;
        boolean monthFirst = number(yearLast, 3) > 12;
        if (dayFirst == monthFirst) {
            return Order.UNKNOWN;
        }
        return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    private Optional<Instant> instant(Matcher parts, int hourGroup, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            int hour = number(parts, hourGroup);
            String half =
                    Optional.ofNullable(parts.group(hourGroup + 3)).orElse("").toLowerCase(Locale.ROOT);
            if (!half.isEmpty()) {
                hour = hour % 12 + (half.equals("pm") ? 12 : 0);
            }
            LocalTime time = LocalTime.of(hour, number(parts, hourGroup + 1), number(parts, hourGroup + 2));
            String suffix = Optional.ofNullable(parts.group(hourGroup + 4)).orElse("");
            return at(LocalDateTime.of(date, time), suffix.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> at(LocalDateTime local, String suffix) {
        if (suffix.isEmpty()) {
            return Optional.of(local.atZone(zone).toInstant());
        }
        if (suffix.equals("Z") || suffix.equals("UTC") || suffix.equals("GMT")) {
            return Optional.of(local.toInstant(ZoneOffset.UTC));
        }
        Matcher offset = OFFSET.matcher(suffix);
        return offset.matches()
                ? Optional.of(local.toInstant(ZoneOffset.of(padded(offset.group(1)))))
                : Optional.empty();
    }

    private static String padded(String offset) {
        String digits = offset.substring(1).replace(":", "");
        String four = digits.length() <= 2 ? digits + "00" : digits;
        String padded = four.length() == 3 ? "0" + four : four;
        return offset.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2);
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
