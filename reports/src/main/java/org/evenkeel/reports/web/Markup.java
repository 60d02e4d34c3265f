package org.evenkeel.reports.web;

/** Words as they may stand in HTML and SVG, in text and between quotation marks. */
final class Markup {
    private static final int REPLACEMENT = 0xFFFD;

    private Markup() {}

    /** The words with every letter that means something to a browser spelt out. */
    static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        printable(words).codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&#34;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(letter);
            }
        });
        return safe.toString();
    }

    /** The words with a replacement mark for each letter that no page may hold: control characters and halves of pairs. */
    static String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints()
                .map(letter -> mayStand(letter) ? letter : REPLACEMENT)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean mayStand(int letter) {
        if (letter == '\n' || letter == '\t') {
            return true;
        }
        boolean turnsTextAround = letter >= 0x202A && letter <= 0x202E;
        return !Character.isISOControl(letter)
                && !turnsTextAround
                && Character.getType(letter) != Character.SURROGATE
                && (letter & 0xFFFE) != 0xFFFE;
    }
}
