package org.evenkeel.intake.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What identifies people by its form alone, wherever it stands in a cell. */
final class ValuePatterns {
    private static final int SHORTEST = 5;
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
    private static final Pattern IPV4 = Pattern.compile(
            "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.]*\\d)");
    private static final Pattern IPV6 = Pattern.compile(
            "(?<![\\w:])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}"
                    + "|(?:[0-9A-Fa-f]{1,4}:){2,7}:)(?![\\w:])");
    private static final Pattern COORDINATES = Pattern.compile(
            "(?<![\\d.])-?(?:[1-8]?\\d|90)\\.\\d{3,}\\s*[,;/ ]\\s*-?(?:1[0-7]\\d|180|[1-9]?\\d)\\.\\d{3,}(?![\\d.])");
    private static final Pattern SOCIAL_SECURITY =
            Pattern.compile("(?<![\\w-])(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\w-])");
    private static final Pattern NATIONAL_INSURANCE = Pattern.compile(
            "(?<!\\w)(?![DFIQUV])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D](?!\\w)");
    private static final Pattern HEALTH_SERVICE =
            Pattern.compile("(?<![\\d-])(\\d{3})[ -](\\d{3})[ -](\\d{4})(?![\\d-])");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\w.-])[3-6]\\d{3}(?:[ -]?\\d{4}){2}[ -]?\\d{1,7}(?![\\w.-])");
    private static final Pattern PHONE = Pattern.compile(
            // international
            "(?<![\\w.+])(?:\\+|00)[1-9]\\d{0,2}[ .()/-]{0,3}(?:\\(0\\)[ .-]?)?\\d(?:[ .()/-]{0,2}\\d){5,12}(?![\\w])"
                    // North American, with its groups told apart
                    + "|(?<![\\w.+-])(?:1[ .-])?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])\\d{3}[ .-]\\d{4}(?![\\w-])"
                    // national, with its leading zero
                    + "|(?<![\\w.,+:/-])\\(?0[1-9]\\d{0,4}\\)?(?:[ /-]{0,2}\\d{2,8}){1,4}(?![\\w.,:/-])");
    private static final int FEWEST_PHONE_DIGITS = 9;
    private static final int MOST_PHONE_DIGITS = 15;
    private static final int MOST_NATIONAL_DIGITS = 12;
    private static final Pattern DATE_FIRST =
            Pattern.compile("(?<![\\d/.-])(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?![\\d/-])(?![.]\\d)");
    private static final Pattern DATE_LAST =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?![\\d/-])(?![.]\\d)");
    private static final Pattern POSTCODE = Pattern.compile(
            "(?:GIR ?0AA|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}|\\d{5}-\\d{4}|[ABCEGHJ-NPRSTVXY]\\d[A-Z] ?\\d[A-Z]\\d)");

    private ValuePatterns() {}

    /** How many ASCII digits the cell has. */
    static int digitsOf(String cell) {
        int digits = 0;
        for (int i = 0; i < cell.length(); i++) {
            digits += cell.charAt(i) >= '0' && cell.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }

    /** What of it stands in the cell; absent where nothing does. A quick look at its characters spares most cells the rest. */
    static Optional<IdentifierKind> in(String cell) {
        int length = cell.length();
        if (length < SHORTEST) {
            return Optional.empty();
        }
        int digits = 0;
        int points = 0;
        int colons = 0;
        boolean at = false;
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            at |= c == '@';
        }
        if (at && EMAIL.matcher(cell).find()) {
            return Optional.of(IdentifierKind.EMAIL);
        }
        if (points >= 3 && digits >= 4 && IPV4.matcher(cell).find()) {
            return Optional.of(IdentifierKind.IP_ADDRESS);
        }
        if (colons >= 2 && IPV6.matcher(cell).find() && !isClock(cell)) {
            return Optional.of(IdentifierKind.IP_ADDRESS);
        }
        if (points >= 2 && digits >= 8 && COORDINATES.matcher(cell).find()) {
            return Optional.of(IdentifierKind.COORDINATES);
        }
        if (digits < 6) {
            return Optional.empty();
        }
        if (SOCIAL_SECURITY.matcher(cell).find()
                || NATIONAL_INSURANCE.matcher(cell).find()
                || isHealthServiceNumber(cell)) {
            return Optional.of(IdentifierKind.PERSONAL_NUMBER);
        }
        if (digits >= 13 && isCard(cell)) {
            return Optional.of(IdentifierKind.CARD_NUMBER);
        }
        return digits >= FEWEST_PHONE_DIGITS && isPhone(cell) ? Optional.of(IdentifierKind.PHONE) : Optional.empty();
    }

    /** The year of a date in the cell; absent where there is none, or where it has a time of day, as no birthday has. */
    static OptionalInt yearOfDate(String cell) {
        if (cell.indexOf(':') >= 0) {
            return OptionalInt.empty();
        }
        Matcher first = DATE_FIRST.matcher(cell);
        if (first.find()) {
            return year(first.group(1), first.group(2), first.group(3));
        }
        Matcher last = DATE_LAST.matcher(cell);
        return last.find() ? year(last.group(3), last.group(2), last.group(1)) : OptionalInt.empty();
    }

    /** Whether the cell is a postcode and nothing else. */
    static boolean isPostcode(String cell) {
        return cell.length() >= 5
                && cell.length() <= 10
                && POSTCODE.matcher(cell).matches();
    }

    /** Whether the cell is a number of 9 to 19 digits whose last digit checks the others (Luhn). */
    static boolean isChecked(String cell) {
        String digits = digits(cell);
        return digits.length() >= 9
                && digits.length() <= 19
                && cell.chars().allMatch(c -> Character.isDigit(c) || c == ' ' || c == '-')
                && luhn(digits);
    }

    private static boolean isClock(String cell) {
        return cell.matches("\\d{1,2}:\\d{2}(:\\d{2})?");
    }

    private static OptionalInt year(String year, String month, String day) {
        int first = Integer.parseInt(month);
        int second = Integer.parseInt(day);
        try {
            LocalDate.of(Integer.parseInt(year), first <= 12 ? first : second, first <= 12 ? second : first);
            return OptionalInt.of(Integer.parseInt(year));
        } catch (DateTimeException impossible) {
            return OptionalInt.empty();
        }
    }

    private static boolean isPhone(String cell) {
        Matcher phone = PHONE.matcher(cell);
        while (phone.find()) {
            String found = phone.group();
            int digits = digits(found).length();
            boolean dated = yearOfDate(found.strip()).isPresent();
            boolean fits = found.charAt(0) != '0' || found.startsWith("00") || digits <= MOST_NATIONAL_DIGITS;
            if (digits >= FEWEST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS && fits && !dated) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCard(String cell) {
        Matcher card = CARD.matcher(cell);
        while (card.find()) {
            String digits = digits(card.group());
            if (digits.length() >= 13 && digits.length() <= 19 && luhn(digits)) {
                return true;
            }
        }
        return false;
    }

    /** A number of the English health service, in its three groups: its last digit checks the others modulo 11. */
    private static boolean isHealthServiceNumber(String cell) {
        Matcher number = HEALTH_SERVICE.matcher(cell);
        while (number.find()) {
            String digits = number.group(1) + number.group(2) + number.group(3);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (digits.charAt(i) - '0');
            }
            if ((11 - sum % 11) % 11 == digits.charAt(9) - '0') {
                return true;
            }
        }
        return false;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int counted = twice ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }
        return sum % 10 == 0 && sum > 0;
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
