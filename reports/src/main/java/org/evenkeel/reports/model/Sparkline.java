package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;

/**
 * A word-sized line over terms.
 *
 * @param id its number, such as {@code S3}
 * @param alternative its message in words
 * @param readings one place per term; empty where there is no figure
 */
public record Sparkline(String id, String alternative, List<Optional<Reading>> readings) {
    public Sparkline {
        readings = List.copyOf(readings);
    }

    /** Whether at least two terms have a value to be joined. */
    public boolean isDrawable() {
        return readings.stream()
                        .flatMap(Optional::stream)
                        .filter(Reading::isShown)
                        .count()
                >= 2;
    }
}
