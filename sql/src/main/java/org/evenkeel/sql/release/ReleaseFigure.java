package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An estimate as it may be shown. Values stand on their display grid already; nobody rounds them again. A withheld or
 * absent figure holds no number at all, a banded one only its band.
 *
 * @param id such as {@code F0042}, unique in the release
 * @param order the order of figures
 * @param kind the figure kind's code
 * @param source the source's id
 * @param measure the measure's key; absent for figures about the source as a whole
 * @param period the period's key
 * @param cohort the cohort's key
 * @param state shown, banded or withheld
 * @param value the shown value
 * @param lower the shown interval's lower end
 * @param upper the shown interval's upper end
 * @param bandLower the band's lower end, absent where the band is open below
 * @param bandUpper the band's upper end, absent where the band is open above
 * @param step the distance between neighbouring values that it could have been shown as
 * @param decimals digits after the decimal point that value and bounds are printed with
 * @param note one sentence a reader needs with the figure, such as whom a change follows
 * @param target whom a shown figure speaks of
 */
public record ReleaseFigure(
        String id,
        int order,
        String kind,
        String source,
        Optional<String> measure,
        String period,
        String cohort,
        State state,
        Optional<BigDecimal> value,
        Optional<BigDecimal> lower,
        Optional<BigDecimal> upper,
        Optional<BigDecimal> bandLower,
        Optional<BigDecimal> bandUpper,
        Optional<BigDecimal> step,
        int decimals,
        Optional<String> note,
        Optional<Target> target) {
    /** Most digits after the decimal point that the mart keeps. */
    public static final int MOST_DECIMALS = 6;

    public ReleaseFigure {
        Require.that(
                decimals >= 0 && decimals <= MOST_DECIMALS,
                "Figure %s: decimals must be 0 to %s. Provided value: %s",
                id,
                MOST_DECIMALS,
                decimals);
        value = printed(value, id, decimals);
        lower = printed(lower, id, decimals);
        upper = printed(upper, id, decimals);
        bandLower = printed(bandLower, id, decimals);
        bandUpper = printed(bandUpper, id, decimals);
        step = printed(step, id, decimals);
        Require.that(
                value.isPresent() == (state == State.SHOWN),
                "Figure %s: a shown figure has a value and no other figure has one. Provided state: %s",
                id,
                state);
        Require.that(
                state == State.SHOWN || (lower.isEmpty() && upper.isEmpty()),
                "Figure %s: only a shown figure has an interval. Provided state: %s",
                id,
                state);
        Require.that(
                state == State.SHOWN || step.isEmpty(),
                "Figure %s: only a shown figure stands on a grid. Provided state: %s",
                id,
                state);
        Require.that(
                state == State.SHOWN || target.isEmpty(),
                "Figure %s: only a shown figure speaks of somebody. Provided state: %s",
                id,
                state);
        Require.that(
                (bandLower.isPresent() || bandUpper.isPresent()) == (state == State.BANDED),
                "Figure %s: a banded figure has at least one end of a band and no other figure has one. Provided state: %s",
                id,
                state);
    }

    private static Optional<BigDecimal> printed(Optional<BigDecimal> number, String id, int decimals) {
        number.ifPresent(given -> Require.that(
                given.stripTrailingZeros().scale() <= decimals,
                "Figure %s: a number has more digits than the %s decimals it is printed with",
                id,
                decimals));
        return number.map(given -> given.setScale(decimals, RoundingMode.UNNECESSARY));
    }

    /** Whom a figure speaks of, which decides whether its interval knows how many students there are. */
    public enum Target {
        /** These very students, this term. */
        DESCRIPTIVE,
        /** What would come of it again with others like them. */
        ANALYTIC
    }

    /** How a figure may be seen. {@code ABSENT} could not be computed, for a reason that has nothing to do with who answered. */
    public enum State {
        SHOWN,
        BANDED,
        WITHHELD,
        ABSENT
    }
}
