package org.evenkeel.core.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one language, by key, and the form of its numbers. The first segment of a key names the bundle it stands in:
 * {@code finding.change.open} stands in {@code finding.properties} in British English, in {@code finding_en_US.properties} where Americans
 * say it otherwise, and in {@code finding_es.properties} in Spanish. Arguments are texts: whoever has a number knows how many digits it
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
        return new MessageFormat(bundle(key).getString(key), locale).format(arguments);
    }

    /** Texts one after another, the last joined by the language's word for and: {@code a, b and c}. */
    public String listed(List<String> texts) {
        int last = texts.size() - 1;
        return last <= 0
                ? String.join("", texts)
                : text("list.and", String.join(", ", texts.subList(0, last)), texts.get(last));
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

    /** A number without the zeros at its end: {@code 1.5} for 1.50. */
    public String plain(BigDecimal number) {
        return number(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
    }

    /** A number as a whole or with this many digits behind the point. */
    public String rounded(double number, int digits) {
        return number(BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP));
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
