package org.evenkeel.reports.words;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.sql.release.ReleaseChangeSize;
import org.evenkeel.sql.release.ReleaseMeasure;

/** How things are said in the language of a report: its sentences, and names, dates, lists, numbers and the short phrases around figures. */
public final class Words {
    private static final Pattern TERM = Pattern.compile("(\\d{4})-([a-z]+)");
    private static final Pattern BETWEEN_ATTRIBUTES = Pattern.compile(" x ");

    private final Messages messages;

    private Words(Messages messages) {
        this.messages = messages;
    }

    /** The words of a language; of one that has none, the British ones. */
    public static Words of(Locale locale) {
        return new Words(Messages.of(locale));
    }

    /** The language. */
    public Locale locale() {
        return messages.locale();
    }

    /** The sentence of this key, with the arguments in their places. */
    public String text(String key, String... arguments) {
        return messages.text(key, arguments);
    }

    /** The sentence about a number, as one or as several are said: the number in the first place, the arguments after it. */
    public String count(String key, long number, String... arguments) {
        return messages.count(key, number, arguments);
    }

    // ---- numbers

    /** A number with exactly the digits it has. */
    public String number(BigDecimal number) {
        return messages.number(number);
    }

    /** A whole number. */
    public String number(long number) {
        return messages.number(BigDecimal.valueOf(number));
    }

    /** A number with its sign, and nothing without one. */
    public String signed(BigDecimal number) {
        return messages.signed(number);
    }

    /** A number without zeros at its end. */
    public String plain(BigDecimal number) {
        return number(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    /** From one value to another, both as they are printed: "17.5 to 19.5". */
    public String range(String from, String to) {
        return text("model.number.range", from, to);
    }

    /** A size as it is printed, with its interval where it has one: "+0.3 (+0.1 to +0.5)". */
    public String sized(String printed, ReleaseChangeSize.Size size) {
        return size.lower()
                .map(lower -> text(
                        "model.size.interval",
                        printed,
                        range(signed(lower), signed(size.upper().orElse(lower)))))
                .orElse(printed);
    }

    // ---- names

    /** A term in words: {@code 2026-autumn} is "Autumn 2026". An id of another form stays as it is. */
    public String term(String id) {
        Matcher matcher = TERM.matcher(id);
        if (!matcher.matches()) {
            return id;
        }
        String season = "model.season." + matcher.group(2);
        return messages.has(season)
                ? text(season, matcher.group(1))
                : capitalised(matcher.group(2)) + " " + matcher.group(1);
    }

    /** An id in words: {@code weekly-checkin} is "Weekly check-in", {@code peer-support} "Peer support". */
    public String name(String id) {
        String known = "model.name." + id;
        return messages.has(known)
                ? text(known)
                : capitalised(id.replace('-', ' ').replace('_', ' ').replace("checkin", "check-in"));
    }

    /** A grouping in words: {@code year x campus} is "Year and campus". */
    public String grouping(String grouping) {
        return BETWEEN_ATTRIBUTES
                .splitAsStream(grouping)
                .map(this::name)
                .reduce((one, other) -> text("model.list.and", one, inSentence(other)))
                .orElse(grouping);
    }

    /** A unit in words. */
    public String unit(String code) {
        String known = "model.unit." + code;
        return messages.has(known) ? text(known) : code;
    }

    /** How sure a finding is. */
    public String certainty(String code) {
        String known = "model.certainty." + code;
        return messages.has(known) ? text(known) : capitalised(code);
    }

    /** Which way a scale runs. */
    public String direction(ReleaseMeasure measure) {
        return switch (measure.direction()) {
            case "higher-is-worse" -> text("model.direction.higher-is-worse");
            case "higher-is-better" -> text("model.direction.higher-is-better");
            default -> text("model.direction.neutral");
        };
    }

    /** A scale's ends: "0–40". */
    public String scale(ReleaseMeasure measure) {
        return plain(measure.lowest()) + "–" + plain(measure.highest());
    }

    // ---- dates

    /** A month in words: "October 2026". */
    public String month(YearMonth month) {
        return date("model.date.month", month);
    }

    /** A day in words: "8 January 2027". */
    public String day(LocalDate day) {
        return date("model.date.day", day);
    }

    /** The day of an instant in a zone, in words. */
    public String day(Instant instant, ZoneId zone) {
        return day(instant.atZone(zone).toLocalDate());
    }

    /** A day without its year: "5 Oct". */
    public String shortDay(LocalDate day) {
        // The JDK's British and Spanish data write "Sept"; three letters keep axis labels of one width.
        return date("model.date.short", day).replace("Sept", "Sep").replace("sept", "sep");
    }

    private String date(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(text(pattern), locale()).format(date);
    }

    // ---- lists

    /** Names in a list: "Year 1, South and Year 4"; semicolons part names that hold commas. */
    public String list(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String last = names.get(names.size() - 1);
        if (names.size() == 1) {
            return last;
        }
        String first = String.join(between(names), names.subList(0, names.size() - 1));
        return names.size() > 2 && holdCommas(names)
                ? text("model.list.and-after-semicolon", first, last)
                : text("model.list.and", first, last);
    }

    /** The first few names in a list, and how many more there are. */
    public String fewOf(List<String> names, int most) {
        return names.size() <= most
                ? list(names)
                : count(
                        "model.list.more",
                        names.size() - most + 1L,
                        String.join(between(names), names.subList(0, most - 1)));
    }

    private static String between(List<String> names) {
        return holdCommas(names) ? "; " : ", ";
    }

    private static boolean holdCommas(List<String> names) {
        return names.stream().anyMatch(name -> name.contains(","));
    }

    /** Sentences one after the other; empty ones leave no gap. */
    public static String sentences(String... sentences) {
        return String.join(
                " ",
                Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).toList());
    }

    // ---- first letters

    /** A title as it stands inside a sentence: "Perceived stress" is "perceived stress", "WHO-5" stays. */
    public static String inSentence(String title) {
        boolean word = title.length() > 1
                && Character.isUpperCase(title.charAt(0))
                && !Character.isUpperCase(title.charAt(1))
                && Character.isLetter(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    /** Words with a capital at their beginning. */
    public static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words words && messages.equals(words.messages);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(messages);
    }
}
