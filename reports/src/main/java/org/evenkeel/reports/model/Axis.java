package org.evenkeel.reports.model;

import java.math.BigDecimal;

/**
 * The scale values are drawn on.
 *
 * @param lowest the lowest possible value
 * @param highest the highest possible value
 * @param unit {@code points} or {@code percent}
 */
public record Axis(BigDecimal lowest, BigDecimal highest, String unit) {
    public Axis {
        Require.that(lowest.compareTo(highest) < 0, "An axis runs upwards. Provided: %s to %s", lowest, highest);
    }

    /** From nothing to everyone, in percent. */
    static Axis percent() {
        return new Axis(BigDecimal.ZERO, BigDecimal.valueOf(100), "percent");
    }

    /** Whether ticks are printed with a percent sign. */
    public boolean isPercent() {
        return unit.equals("percent");
    }
}
