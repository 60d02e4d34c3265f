package org.evenkeel.reports.words;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The sentences of one language, by key, and the form of its numbers. The first segment of a key names the bundle it stands in:
 * {@code page.contents.title} stands in {@code page.properties} in British English, in {@code page_en_US.properties} where Americans
 * say it otherwise, and in {@code page_es.properties} in Spanish. Arguments are texts: whoever has a number knows how many digits it
 * is shown with.
 */
public final class Messages {
    /** A hyphen is too short beside digits, and may part from its number at the end of a line. */
    private static final char MINUS = '\u2212';

    private final Locale locale;
    private final DecimalFormatSymbols symbols;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
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
        if (!has(key)) {
            throw new IllegalArgumentException("There are no words for '" + key + "'");
        }
        String sentence = bundle(key).getString(key);
        boolean isPlain = sentence.indexOf('{') < 0 && sentence.indexOf('\'') < 0;
        return isPlain ? sentence : new MessageFormat(sentence, locale).format(arguments);
    }

    /** The sentence about a number, as one or as several are said: the number in the first place, the arguments after it. */
    public String count(String key, long number, String... arguments) {
        return text(
                key + (number == 1 ? ".one" : ".other"),
                Stream.concat(Stream.of(number(BigDecimal.valueOf(number))), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Whether there is a sentence of this key. */
    public boolean has(String key) {
        return bundle(key).containsKey(key);
    }

    /** A number with exactly the digits it has: {@code 1,234.50} in English, {@code 1.234,50} in Spanish. */
    public String number(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** A number with its sign: {@code +1.5}, {@code −0.5}, and {@code 0.0} without one. */
    public String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    private ResourceBundle bundle(String key) {
        return bundles.computeIfAbsent(
                key.substring(0, Math.max(0, key.indexOf('.'))),
                // The language of the machine must not step in where a language lacks a sentence.
                name -> ResourceBundle.getBundle(
                        Messages.class.getPackageName() + "." + name,
                        locale,
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Messages messages && locale.equals(messages.locale);
    }

    @Override
    public int hashCode() {
        return locale.hashCode();
    }
}
