package org.evenkeel.core.study;

import java.io.Serializable;
import java.time.LocalDate;
import org.evenkeel.core.problem.Require;

/** Days from the first to the last, both included. */
public record DateRange(LocalDate from, LocalDate to) implements Serializable {
    public DateRange {
        Require.that(!to.isBefore(from), "must end on or after its first day. Value given: %s..%s", from, to);
    }

    /** Whether the day lies in this range. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
