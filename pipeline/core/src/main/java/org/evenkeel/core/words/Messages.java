package org.evenkeel.core.words;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The sentences of one language, by key, and the form of its numbers. British English stands in {@code messages.properties}, beside it
 * in {@code messages_en_US.properties} what Americans say otherwise, and in {@code messages_es.properties} all of it in Spanish.
 * Arguments are texts: whoever has a number knows how many digits it is shown with.
 */
public final class Messages {
    /** A hyphen is too short beside digits, and may part from its number at the end of a line. */
    private static final char MINUS = '\u2212';

    private final Locale locale;
    private final ResourceBundle sentences;

    private Messages(Locale locale) {
        this.locale = locale;
        // The language of the machine must not step in where a language lacks a sentence.
        this.sentences = ResourceBundle.getBundle(
                Messages.class.getPackageName() + ".messages",
                locale,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The sentences of a language; of one that has none, the British ones. */
    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The sentence of this key, with the arguments in their places. */
    public String text(String key, String... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }

    /** Whether there is a sentence of this key. */
    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** A number with exactly the digits it has: {@code 1,234.50} in English, {@code 1.234,50} in Spanish. */
    public String number(BigDecimal number) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** A number with its sign: {@code +1.5}, {@code −0.5}, and {@code 0.0} without one. */
    public String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }
}
