package org.evenkeel.reports.excel;

/** Words as a cell may hold them, and the room they take. */
final class CellText {
    /** The most characters a cell may hold. */
    private static final int LONGEST = 32_767;

    private CellText() {}

    /** The words without characters that the file format forbids, cut to what a cell holds. */
    static String of(String words) {
        if (words.length() <= LONGEST && arePlain(words)) {
            return words;
        }
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().filter(CellText::isAllowed).forEach(kept::appendCodePoint);
        return kept.length() <= LONGEST ? kept.toString() : kept.substring(0, LONGEST - 1) + "…";
    }

    /** Whether all letters are allowed and none is half of a pair, as in nearly all words there are. */
    private static boolean arePlain(String words) {
        for (int index = 0; index < words.length(); index++) {
            char letter = words.charAt(index);
            if (letter >= Character.MIN_SURROGATE || !isAllowed(letter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20
                        && !(character >= 0x7F && character <= 0x9F)
                        && !Character.isSurrogate((char) (character <= 0xFFFF ? character : 0))
                        && (character & 0xFFFE) != 0xFFFE);
    }

    /**
     * The lines that words take when wrapped in a column so many digits wide. Counted from character classes, not from a
     * font, so that heights do not depend on the machine; rather a line too many than one cut off.
     */
    static int lines(String words, double width) {
        int lines = 0;
        for (String paragraph : words.split("\n", -1)) {
            lines++;
            double used = 0;
            for (String word : paragraph.split(" ", -1)) {
                double length = length(word);
                if (used > 0 && used + length > width) {
                    lines++;
                    used = 0;
                }
                while (length > width) {
                    lines++;
                    length -= width;
                }
                used += length + 0.5;
            }
        }
        return lines;
    }

    private static double length(String word) {
        return word.codePoints().mapToDouble(CellText::width).sum();
    }

    private static double width(int character) {
        if (character >= 0x1100) {
            return character >= 0x2010 && character <= 0x2027 ? 1.1 : 2;
        }
        if ("iljft.,:;'|!()[]".indexOf(character) >= 0) {
            return 0.5;
        }
        return Character.isUpperCase(character) || "mwMW%@".indexOf(character) >= 0 ? 1.3 : 0.92;
    }
}
