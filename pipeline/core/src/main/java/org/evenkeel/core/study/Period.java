package org.evenkeel.core.study;

import java.util.Comparator;
import java.util.Optional;

/**
 * A term, or an ISO week inside a term, in the school's own calendar. A week is a period of its own within one term,
 * because profiles are fixed by term.
 */
public record Period(TermId term, Optional<IsoWeek> week) {
    /** Weeks of a term in order, the term itself first. */
    public static final Comparator<Period> WITHIN_TERM =
            Comparator.comparing(period -> period.week().map(IsoWeek::toString).orElse(""));

    /** The term as a period. */
    public static Period of(TermId term) {
        return new Period(term, Optional.empty());
    }

    /** One week of the term as a period. */
    public static Period of(TermId term, IsoWeek week) {
        return new Period(term, Optional.of(week));
    }

    /** The key under which the period is stored: {@code 2026-autumn} or {@code 2026-autumn/2026-W37}. */
    public String key() {
        return week.map(w -> term + "/" + w).orElse(term.value());
    }

    /** Reads what {@link #key} wrote. */
    public static Period parse(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? of(new TermId(key))
                : of(new TermId(key.substring(0, slash)), IsoWeek.parse(key.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return key();
    }
}
