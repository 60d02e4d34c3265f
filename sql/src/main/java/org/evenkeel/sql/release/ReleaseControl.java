package org.evenkeel.sql.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What was to be expected of a group's week. Made from shown figures. Weeks of earlier releases have theirs there, and keep them.
 *
 * @param order where it stands in reports
 * @param measure the measure's key
 * @param cohort the group's key, or the school's
 * @param period the week's key
 * @param phase what the week is to the chart
 * @param expected what was to be expected, in points
 * @param limits between which usual weeks lie; absent where there are too few weeks for limits
 * @param decimals digits after the decimal point that points are printed with
 * @param signal whether the week gives a signal
 */
public record ReleaseControl(
        int order,
        String measure,
        String cohort,
        String period,
        Phase phase,
        BigDecimal expected,
        Optional<Limits> limits,
        int decimals,
        Signal signal) {
    public ReleaseControl {
        expected = expected.setScale(decimals, RoundingMode.UNNECESSARY);
        limits = limits.map(found -> new Limits(
                found.lower().setScale(decimals, RoundingMode.UNNECESSARY),
                found.upper().setScale(decimals, RoundingMode.UNNECESSARY)));
    }

    /** What a week is to a control chart. */
    public enum Phase {
        /** One of fewer than twelve weeks: only a median is drawn. */
        RUN,
        /** One of the weeks that the limits come from. */
        BASELINE,
        /** A week after those. */
        WATCHED
    }

    /** Whether a week is as it usually is. */
    public enum Signal {
        USUAL,
        UNUSUAL
    }

    /** Between which usual weeks lie. */
    public record Limits(BigDecimal lower, BigDecimal upper) {
        public Limits {
            Require.that(lower.compareTo(upper) <= 0, "Limits run upwards. Provided: %s to %s", lower, upper);
        }
    }
}
