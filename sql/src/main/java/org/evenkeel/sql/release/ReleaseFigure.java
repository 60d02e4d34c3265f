package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An estimate as it may be shown. Values stand on their display grid already; nobody rounds them again.
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
 * @param decimals digits after the decimal point that value and bounds are printed with
 * @param note one sentence a reader needs with the figure, such as whom a change follows
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
        int decimals,
        Optional<String> note) {
    /** How a figure may be seen. {@code ABSENT} could not be computed, for a reason that has nothing to do with who answered. */
    public enum State {
        SHOWN,
        BANDED,
        WITHHELD,
        ABSENT
    }
}
