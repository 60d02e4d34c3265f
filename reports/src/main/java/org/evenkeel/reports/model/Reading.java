package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;

/**
 * A figure as a report prints it. Values stand on their display grid already and are never rounded again.
 *
 * @param id the figure's id; figures of an earlier term's release carry that term in front: {@code 2026-spring/F0042}
 * @param kind the figure kind's code
 * @param unit the kind's unit: {@code points}, {@code percent}, {@code respondents}, {@code coefficient}, or a newer one
 * @param state shown, banded, withheld or absent
 * @param value the shown value, present exactly where the state is shown
 * @param lower the interval's lower end
 * @param upper the interval's upper end
 * @param bandLower the band's lower end, absent where the band is open below
 * @param bandUpper the band's upper end, absent where the band is open above
 * @param decimals digits after the decimal point
 * @param note one sentence a reader needs with the figure
 * @param target whom a shown figure speaks of
 * @param words the language it is printed in
 */
public record Reading(
        String id,
        String kind,
        String unit,
        State state,
        Optional<BigDecimal> value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        Optional<BigDecimal> bandLower,
        Optional<BigDecimal> bandUpper,
        int decimals,
        Optional<String> note,
        Optional<ReleaseFigure.Target> target,
        Words words) {
    public Reading {
        Require.that(!id.isBlank(), "A reading needs the id of its figure. Provided: '%s'", id);
        Require.that(
                value.isPresent() == (state == State.SHOWN),
                "Figure %s is %s: exactly shown figures have a value",
                id,
                state);
        Require.that(
                state == State.SHOWN || (lower.isEmpty() && upper.isEmpty()),
                "Figure %s is %s: it has no interval",
                id,
                state);
        Require.that(
                (bandLower.isPresent() || bandUpper.isPresent()) == (state == State.BANDED),
                "Figure %s is %s: exactly banded figures have a band",
                id,
                state);
    }

    /** The figure under the given id, in the unit of its kind. */
    static Reading of(String id, ReleaseFigure figure, String unit, Words words) {
        return new Reading(
                id,
                figure.kind(),
                unit,
                figure.state(),
                figure.value(),
                figure.lower(),
                figure.upper(),
                figure.bandLower(),
                figure.bandUpper(),
                figure.decimals(),
                figure.note(),
                figure.target(),
                words);
    }

    /** What stands wherever a figure is withheld: always the same words, whatever the reason. */
    public static String withheld(Words words) {
        return words.text("model.figure.withheld");
    }

    /** What stands where a figure could not be computed. */
    public static String absent(Words words) {
        return words.text("model.figure.absent");
    }

    /** Whom a shown figure speaks of, as the data say it; empty where nothing is shown. */
    public String targetText() {
        return target.map(whom -> whom.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Whether the figure has a value that a mark can stand for. */
    public boolean isShown() {
        return state == State.SHOWN;
    }

    /** Whether both ends of an interval are shown. */
    public boolean hasInterval() {
        return lower.isPresent() && upper.isPresent();
    }

    /** Whether the value is a difference, printed with its sign. */
    public boolean isDifference() {
        return kind.equals("change");
    }

    /** The figure in words and digits: {@code 18.5}, {@code +1.2}, {@code 45%}, {@code under 15%}, or the fixed sentence. */
    public String text() {
        return switch (state) {
            case SHOWN -> withUnit(print(value.orElseThrow()));
            case BANDED -> bandText();
            case WITHHELD -> withheld(words);
            case ABSENT -> absent(words);
        };
    }

    /** The interval in digits, {@code 17.5 to 19.5}; empty where none is shown. */
    public String intervalText() {
        if (!hasInterval()) {
            return "";
        }
        return withUnit(words.range(print(lower.orElseThrow()), print(upper.orElseThrow())));
    }

    /** Value and interval together: {@code 18.5 (17.5 to 19.5)}. */
    public String textWithInterval() {
        return hasInterval() ? text() + " (" + intervalText() + ")" : text();
    }

    private String bandText() {
        if (bandLower.isEmpty()) {
            return words.text("model.number.under", withUnit(print(bandUpper.orElseThrow())));
        }
        if (bandUpper.isEmpty()) {
            return words.text("model.number.over", withUnit(print(bandLower.orElseThrow())));
        }
        return withUnit(print(bandLower.orElseThrow()) + "–" + print(bandUpper.orElseThrow()));
    }

    private String withUnit(String number) {
        return unit.equals("percent") ? words.text("model.number.percent", number) : number;
    }

    private String print(BigDecimal number) {
        int places = Math.max(decimals, number.stripTrailingZeros().scale());
        BigDecimal exact = number.setScale(places, RoundingMode.UNNECESSARY);
        return isDifference() ? words.signed(exact) : words.number(exact);
    }
}
