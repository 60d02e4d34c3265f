package org.evenkeel.spark.lake;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.TermId;

/**
 * One term as it was known at an instant.
 *
 * @param term which term
 * @param until the last instant whose submissions count
 */
public record TermView(TermId term, Instant until) {
    /** The term up to its cut-off, or up to the as-of instant where that is earlier. */
    public static TermView of(SchoolCalendar calendar, TermId term, Optional<Instant> asOf) {
        Instant cutOff = calendar.due(calendar.term(term)).minusNanos(1000);
        return new TermView(term, asOf.filter(cutOff::isAfter).orElse(cutOff));
    }
}
