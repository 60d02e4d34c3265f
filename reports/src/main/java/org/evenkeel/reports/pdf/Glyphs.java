package org.evenkeel.reports.pdf;

import org.evenkeel.reports.chart.Typeface;

/** Keeps letters without a glyph from vanishing silently: each becomes a question mark. */
final class Glyphs {
    private static final int REPLACEMENT = '?';

    private Glyphs() {}

    /** The words with every character that the typeface lacks replaced. */
    static String printable(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().forEach(letter -> kept.appendCodePoint(isPrintable(letter) ? letter : REPLACEMENT));
        return kept.toString();
    }

    private static boolean isPrintable(int letter) {
        return letter < 0x7F || Typeface.REGULAR.canShow(letter);
    }
}
