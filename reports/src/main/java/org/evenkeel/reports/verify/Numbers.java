package org.evenkeel.reports.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers and figures' ids in words. */
final class Numbers {
    /** A figure's id, with what its release was about in front where that is an earlier one. */
    static final Pattern ID =
            Pattern.compile("(?<![\\p{L}\\p{Nd}/])(?:[\\p{L}\\p{Nd}_.-]+/)?F\\d{4,}(?![\\p{L}\\p{Nd}])");

    /** Figures that stand beside a figure in print may touch it; an id may not begin in the middle of a word. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}.,_-])([+−]?)(\\d+(?:[.,\\u00A0\\u202F]\\d{3}(?!\\d))*(?:[.,]\\d+)?)(?![\\p{L}\\p{Nd}]|[.,]\\d)");

    private static final Pattern WORD = Pattern.compile("\\S*\\d\\S*");
    private static final String EDGES = "()[]{}“”\"'‘’,;:.!?";

    private Numbers() {}

    /**
     * A number as it is printed.
     *
     * @param text the number with its sign
     * @param digits its digits without points and commas, so that every locale's notation is the same
     * @param start where it begins in its passage
     */
    record Printed(String text, String digits, int start) {
        boolean isNegative() {
            return text.startsWith("−");
        }
    }

    /** The numbers in words; ids of figures are no numbers. */
    static List<Printed> in(String words) {
        String bare = ID.matcher(words).replaceAll(id -> " ".repeat(id.group().length()));
        List<Printed> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(bare);
        while (number.find()) {
            found.add(new Printed(number.group(), digits(number.group()), number.start()));
        }
        return found;
    }

    /** The ids of figures in words. */
    static List<String> ids(String words) {
        return ID.matcher(words).results().map(found -> found.group()).toList();
    }

    /** Every word with a digit in it, without the punctuation around it. */
    static List<String> wordsWithDigits(String words) {
        return WORD.matcher(words).results().map(found -> bare(found.group())).toList();
    }

    /** Whether words hold a digit. */
    static boolean hasDigit(String words) {
        return words.chars().anyMatch(Character::isDigit);
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && EDGES.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && EDGES.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    /** The digits alone. */
    static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        number.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }

    /** The digits of a number as a report prints it with so many decimals. */
    static String digits(BigDecimal number, int decimals) {
        int places = Math.max(decimals, number.stripTrailingZeros().scale());
        return digits(number.abs().setScale(places, RoundingMode.UNNECESSARY).toPlainString());
    }

    /** A number in the plain notation of a file. */
    static Optional<BigDecimal> plain(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException words) {
            return Optional.empty();
        }
    }
}
