package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.sql.release.ReleaseMeasure;

/** How things are said in British English: names, dates, lists and the short phrases around figures. */
public final class Words {
    private static final Pattern TERM = Pattern.compile("(\\d{4})-([a-z]+)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private Words() {}

    /** A term in words: {@code 2026-autumn} is "Autumn 2026". An id of another form stays as it is. */
    public static String term(String id) {
        Matcher matcher = TERM.matcher(id);
        return matcher.matches() ? capitalised(matcher.group(2)) + " " + matcher.group(1) : id;
    }

    /** A month in words: "October 2026". */
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** An id in words: {@code weekly-checkin} is "Weekly check-in". */
    public static String title(String id) {
        return capitalised(id.replace('-', ' ').replace('_', ' ').replace("checkin", "check-in"));
    }

    /** A grouping in words: {@code year x campus} is "Year and campus". */
    public static String grouping(String grouping) {
        return capitalised(grouping.replace(" x ", " and ").replace('-', ' '));
    }

    /** A day in words: "8 January 2027". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day of an instant in a zone, in words. */
    public static String day(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone).toLocalDate());
    }

    /** A day without its year: "5 Oct". */
    public static String shortDay(LocalDate day) {
        // The JDK's British data writes "Sept"; three letters keep axis labels of one width.
        return SHORT_DAY.format(day).replace("Sept", "Sep");
    }

    /** Names in a list: "Year 1, South and Year 4"; semicolons part names that hold commas. */
    public static String list(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        boolean commas = names.stream().anyMatch(name -> name.contains(","));
        String last = names.get(names.size() - 1);
        String first = String.join(commas ? "; " : ", ", names.subList(0, names.size() - 1));
        return names.size() > 2 && commas ? first + "; and " + last : first + " and " + last;
    }

    /** The first few names in a list, and how many more there are. */
    static String fewOf(List<String> names, int most) {
        if (names.size() <= most) {
            return list(names);
        }
        int more = names.size() - most + 1;
        boolean commas = names.stream().anyMatch(name -> name.contains(","));
        return String.join(commas ? "; " : ", ", names.subList(0, most - 1)) + " and " + more + " more";
    }

    /** Which way a scale runs. */
    static String direction(ReleaseMeasure measure) {
        return switch (measure.direction()) {
            case "higher-is-worse" -> "higher is worse";
            case "higher-is-better" -> "higher is better";
            default -> "neither end is better";
        };
    }

    /** A scale's ends: "0–40". */
    static String range(ReleaseMeasure measure) {
        return plain(measure.lowest()) + "–" + plain(measure.highest());
    }

    /** A number with all its digits and a true minus. */
    static String digits(BigDecimal number) {
        return (number.signum() < 0 ? "−" : "") + number.abs().toPlainString();
    }

    /** A count with its noun: "1 respondent", "612 respondents". */
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d", number) + " " + (number == 1 ? one : many);
    }

    /** How sure a finding is. */
    static String certainty(String code) {
        return switch (code) {
            case "clear" -> "Clear";
            case "probable" -> "Probable";
            case "open" -> "Open";
            default -> capitalised(code);
        };
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        String digits = stripped.abs().toPlainString();
        return stripped.signum() < 0 ? "−" + digits : digits;
    }

    /** A title as it stands inside a sentence: "Perceived stress" is "perceived stress", "WHO-5" stays. */
    static String inSentence(String title) {
        boolean word = title.length() > 1
                && Character.isUpperCase(title.charAt(0))
                && !Character.isUpperCase(title.charAt(1))
                && Character.isLetter(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
