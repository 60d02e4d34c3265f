package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.Reading;

/** A figure as fields of a row. Numbers go into cells as they stand in the release; what is not shown leaves its cells empty. */
final class FigureFields {
    private FigureFields() {}

    static Field value(Optional<Reading> reading, Tone tone) {
        return reading.flatMap(figure -> figure.value().map(value -> field(figure, value, tone)))
                .orElse(Field.EMPTY);
    }

    static Field lower(Optional<Reading> reading) {
        return reading.flatMap(figure -> figure.lower().map(bound -> field(figure, bound, Tone.QUIET)))
                .orElse(Field.EMPTY);
    }

    static Field upper(Optional<Reading> reading) {
        return reading.flatMap(figure -> figure.upper().map(bound -> field(figure, bound, Tone.QUIET)))
                .orElse(Field.EMPTY);
    }

    /** How far the interval reaches below the value: the length of an error bar. */
    static Field below(Optional<Reading> reading) {
        return reading.filter(Reading::hasInterval)
                .map(figure -> field(
                        figure,
                        figure.value().orElseThrow().subtract(figure.lower().orElseThrow()),
                        Tone.QUIET,
                        Sign.NEGATIVE_ONLY))
                .orElse(Field.EMPTY);
    }

    /** How far the interval reaches above the value: the length of an error bar. */
    static Field above(Optional<Reading> reading) {
        return reading.filter(Reading::hasInterval)
                .map(figure -> field(
                        figure,
                        figure.upper().orElseThrow().subtract(figure.value().orElseThrow()),
                        Tone.QUIET,
                        Sign.NEGATIVE_ONLY))
                .orElse(Field.EMPTY);
    }

    /** What stands in words where there is no value: a band, or why there is none. */
    static String words(Optional<Reading> reading) {
        return reading.filter(figure -> !figure.isShown()).map(Reading::text).orElse("");
    }

    static String id(Optional<Reading> reading) {
        return reading.map(Reading::id).orElse("");
    }

    /** Points that are no figure, printed with so many decimals. */
    static Field points(BigDecimal number, int decimals, Tone tone) {
        return Field.number(number, decimals, tone, Sign.NEGATIVE_ONLY);
    }

    /** A number that is no figure, with the digits that it has. */
    static Field plain(BigDecimal number, Tone tone) {
        return Field.number(number, Math.max(0, number.stripTrailingZeros().scale()), tone, Sign.NEGATIVE_ONLY);
    }

    private static Field field(Reading figure, BigDecimal number, Tone tone) {
        return field(figure, number, tone, figure.isDifference() ? Sign.ALWAYS : Sign.NEGATIVE_ONLY);
    }

    private static Field field(Reading figure, BigDecimal number, Tone tone, Sign sign) {
        return Field.number(number, decimals(figure, number), tone, sign);
    }

    private static int decimals(Reading figure, BigDecimal number) {
        return Math.max(figure.decimals(), number.stripTrailingZeros().scale());
    }
}
