package org.evenkeel.intake.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A column of an export and everything it is called in the header.
 *
 * @param index its place, counted from 0
 * @param name its name
 * @param label its question text; blank where the header has none
 * @param key the platform's own key for it; blank where the header has none
 * @param role whether it is the platform's own
 */
public record Column(int index, String name, String label, String key, Role role) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private static final Set<Integer> NUMBERS =
            Set.of((int) Character.DECIMAL_DIGIT_NUMBER, (int) Character.LETTER_NUMBER, (int) Character.OTHER_NUMBER);

    /** Whose column it is. */
    public enum Role {
        /** A question, or data the survey's makers added. */
        SURVEY,
        /** The platform's own: never read unless a study declares it. */
        TECHNICAL
    }

    public Column {
        name = tidy(name);
        label = tidy(label);
        key = tidy(key);
    }

    /** The same column in another role. */
    public Column as(Role other) {
        return new Column(index, name, label, key, other);
    }

    /** A header's text with compatibility characters unified and runs of blanks as one. */
    public static String tidy(String text) {
        if (isTidy(text)) {
            return text;
        }
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }

    /** A name without what people vary: case, blanks, punctuation. */
    public static String fold(String name) {
        String tidy = tidy(name).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(tidy.length());
        tidy.codePoints()
                .filter(c -> Character.isLetter(c) || NUMBERS.contains(Character.getType(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Whether a text is plain letters, digits and signs with single spaces between them: nearly every name is. */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }
}
