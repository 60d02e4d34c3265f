package org.evenkeel.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.study.DateForm;

/**
 * Reads submission times: year first, in the order a file's other dates prove, with the month's English name, as day
 * numbers of a spreadsheet, or as seconds or milliseconds since 1970. A time with its own offset keeps it; any other is
 * local time in the zone. In the hour that a clock change repeats, the first is meant; in the one it leaves out, the clock
 * has already gone on. It counts what it met, for the account of the file.
 */
final class TimeReader {
    /** The order of day and month where the year does not come first. */
    enum Order {
        UNKNOWN,
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final String USUAL = "0000-00-00 00:00:00";
    private static final String CLOCK = "(?:[T, ][\\s\\p{Z}]*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
            + "[\\s\\p{Z}]*((?:[AaPp]\\.?[\\s\\p{Z}]?[Mm]\\.?)(?![A-Za-z]))?)?[\\s\\p{Z}]*(\\S+)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + CLOCK);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4}|\\d{2})" + CLOCK);
    private static final String MONTH = "([A-Za-z]{3})[a-z]*\\.?";
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(\\d{1,2})[- .]?\\s?" + MONTH + "[-, ]\\s?(\\d{4})" + CLOCK);
    private static final Pattern MONTH_NAMED_FIRST =
            Pattern.compile("(?:[A-Za-z]{3,9},?\\s)?" + MONTH + "\\s(\\d{1,2}),?\\s(\\d{4})" + CLOCK);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d{1,15})?");
    private static final Pattern SECONDS = Pattern.compile("[12]\\d{9}");
    private static final Pattern MILLISECONDS = Pattern.compile("[12]\\d{12}");
    private static final Pattern REGION =
            Pattern.compile("(?:([+-]\\d{2}:?\\d{2}|Z))?\\[?([A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+)\\]?");
    private static final LocalDate EXCEL_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EXCEL_1904 = LocalDate.of(1904, 1, 1);

    /** Abbreviations that mean one offset, in minutes; those that mean several are settled by the zone. */
    private static final Map<String, List<Integer>> ABBREVIATIONS = Map.ofEntries(
            Map.entry("WET", List.of(0)),
            Map.entry("WEST", List.of(60)),
            Map.entry("CET", List.of(60)),
            Map.entry("MEZ", List.of(60)),
            Map.entry("CEST", List.of(120)),
            Map.entry("MESZ", List.of(120)),
            Map.entry("EET", List.of(120)),
            Map.entry("EEST", List.of(180)),
            Map.entry("EST", List.of(-300)),
            Map.entry("EDT", List.of(-240)),
            Map.entry("CDT", List.of(-300)),
            Map.entry("MST", List.of(-420)),
            Map.entry("MDT", List.of(-360)),
            Map.entry("PST", List.of(-480)),
            Map.entry("PDT", List.of(-420)),
            Map.entry("BST", List.of(60, 360)),
            Map.entry("IST", List.of(60, 120, 330)),
            Map.entry("CST", List.of(-360, 480)),
            Map.entry("AEST", List.of(600)),
            Map.entry("AEDT", List.of(660)),
            Map.entry("NZST", List.of(720)),
            Map.entry("NZDT", List.of(780)));

    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?([+-]\\d{1,2}(?::?\\d{2})?)");

    private final ZoneId zone;
    private final Order order;
    private final LocalDate dayZero;
    private long offsets;
    private long repeated;
    private long leftOut;
    private long serials;
    private long sinceEpoch;

    TimeReader(ZoneId zone, Order order) {
        this(zone, order, DateForm.AS_WRITTEN);
    }

    /** A reader of times in this zone whose form is declared; a declared order of day and month wins over a proved one. */
    TimeReader(ZoneId zone, Order order, DateForm form) {
        this.zone = zone;
        this.order = switch (form) {
            case DAY_FIRST -> Order.DAY_FIRST;
            case MONTH_FIRST -> Order.MONTH_FIRST;
            case AS_WRITTEN, EXCEL_1900, EXCEL_1904 -> order;
        };
        this.dayZero = form == DateForm.EXCEL_1904 ? EXCEL_1904 : EXCEL_1900;
    }

    /** How many of the times read state their own offset. */
    long offsets() {
        return offsets;
    }

    /** What a person should know of the times read so far, in sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (repeated > 0) {
            notes.add(repeated + (repeated == 1 ? " time lies" : " times lie")
                    + " in the hour that a clock change repeats: the first is meant");
        }
        if (leftOut > 0) {
            notes.add(leftOut + (leftOut == 1 ? " time lies" : " times lie")
                    + " in the hour that a clock change leaves out: the clock had gone on");
        }
        if (serials > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%d times are a spreadsheet's day numbers, read in Excel's %s system; declare time: { dates: %s } for the"
                            + " other",
                    serials,
                    dayZero.equals(EXCEL_1904) ? "1904" : "1900",
                    dayZero.equals(EXCEL_1904) ? "excel-1900" : "excel-1904"));
        }
        if (sinceEpoch > 0) {
            notes.add(sinceEpoch + " times are counted from 1970 in UTC");
        }
        return notes;
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
            return otherwise(text);
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

    private Optional<Instant> otherwise(String text) {
        if (SERIAL.matcher(text).matches()) {
            return serial(new BigDecimal(text.replace(',', '.')));
        }
        if (SECONDS.matcher(text).matches() || MILLISECONDS.matcher(text).matches()) {
            sinceEpoch++;
            long number = Long.parseLong(text);
            return Optional.of(text.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        Matcher named = MONTH_NAMED.matcher(text);
        if (named.matches()) {
            return month(named.group(2)).flatMap(month -> instant(named, 4, number(named, 3), month, number(named, 1)));
        }
        Matcher namedFirst = MONTH_NAMED_FIRST.matcher(text);
        return namedFirst.matches()
                ? month(namedFirst.group(1))
                        .flatMap(month -> instant(namedFirst, 4, number(namedFirst, 3), month, number(namedFirst, 2)))
                : Optional.empty();
    }

    private static Optional<Integer> month(String name) {
        int month = MONTHS.indexOf(name.toLowerCase(Locale.ROOT));
        return month < 0 ? Optional.empty() : Optional.of(month + 1);
    }

    /** A day number and the part of the day that has passed, to the second. */
    private Optional<Instant> serial(BigDecimal days) {
        long whole = days.longValue();
        long seconds = days.subtract(BigDecimal.valueOf(whole))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        serials++;
        return Optional.of(local(dayZero.plusDays(whole).atStartOfDay().plusSeconds(seconds)));
    }

    private Instant local(LocalDateTime time) {
        ZoneRules rules = zone.getRules();
        if (!rules.isFixedOffset()) {
            int offsetsThen = rules.getValidOffsets(time).size();
            repeated += offsetsThen > 1 ? 1 : 0;
            leftOut += offsetsThen == 0 ? 1 : 0;
        }
        return time.atZone(zone).toInstant();
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
            return Optional.of(local(LocalDateTime.of(
                    digits(text, 0, 4),
                    digits(text, 5, 7),
                    digits(text, 8, 10),
                    digits(text, 11, 13),
                    digits(text, 14, 16),
                    digits(text, 17, 19))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Whether the text names a day and no time of day. */
    static boolean dayOnly(String cell) {
        String text = cell.strip();
        boolean counted = SECONDS.matcher(text).matches()
                || MILLISECONDS.matcher(text).matches()
                || (SERIAL.matcher(text).matches() && text.length() > 5);
        return !counted && !text.contains(":");
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
                hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
            }
            LocalTime time = LocalTime.of(hour, number(parts, hourGroup + 1), number(parts, hourGroup + 2));
            String suffix = Optional.ofNullable(parts.group(hourGroup + 4)).orElse("");
            return at(LocalDateTime.of(date, time), suffix);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> at(LocalDateTime local, String suffix) {
        if (suffix.isEmpty()) {
            return Optional.of(local(local));
        }
        Optional<ZoneId> own = own(local, suffix);
        offsets += own.isPresent() ? 1 : 0;
        return own.map(stated -> local.atZone(stated).toInstant());
    }

    /** The zone or offset that stands behind a time. */
    private Optional<ZoneId> own(LocalDateTime local, String suffix) {
        String upper = suffix.toUpperCase(Locale.ROOT);
        if (upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher offset = OFFSET.matcher(upper);
        if (offset.matches()) {
            return Optional.of(ZoneOffset.of(padded(offset.group(1))));
        }
        Matcher region = REGION.matcher(suffix);
        if (region.matches()) {
            String stated = region.group(1);
            return Optional.of(
                    stated == null
                            ? ZoneId.of(region.group(2))
                            : stated.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(padded(stated)));
        }
        List<Integer> meanings = ABBREVIATIONS.getOrDefault(upper, List.of());
        return meanings.stream()
                .map(minutes -> ZoneOffset.ofTotalSeconds(60 * minutes))
                .filter(meant -> meanings.size() == 1
                        || zone.getRules().getValidOffsets(local).contains(meant))
                .<ZoneId>map(meant -> meant)
                .findFirst();
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
