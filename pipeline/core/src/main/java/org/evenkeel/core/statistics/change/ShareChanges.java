package org.evenkeel.core.statistics.change;

import java.util.Optional;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;

/**
 * The change of the share at risk between two terms.
 *
 * <p>Estimate: p₂ − p₁ over everyone who answered. Interval: Newcombe's, of the two shares' own intervals; it stays right at 0 and 1, where
 * the plain one fails. Who was at risk in both terms is in no cell, so the shares count as independent, which is too wide where
 * people keep their state and never too narrow. As a fraction. Source: Newcombe, Statistics in Medicine 17 (1998) 873–890.
 */
public final class ShareChanges {
    private ShareChanges() {}

    /**
     * A share with its 95% interval.
     *
     * @param value the share
     * @param interval its interval, which holds it
     */
    public record Share(double value, Interval interval) {}

    /** The change with its interval. */
    public static Estimate.Present change(Share earlier, Share later) {
        double change = later.value() - earlier.value();
        double below = Math.hypot(
                later.value() - later.interval().lower(), earlier.interval().upper() - earlier.value());
        double above = Math.hypot(
                later.interval().upper() - later.value(),
                earlier.value() - earlier.interval().lower());
        return new Estimate.Present(
                change,
                Optional.of(new Interval(change - below, change + above).within(-1, 1)),
                Target.ANALYTIC,
                Optional.empty());
    }
}
