package org.evenkeel.core.study;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What a release is about: a term, or the weeks of one month of a term where a study publishes weeks monthly. A week
 * belongs to the month in which it ends, so a month that has passed holds whole weeks only.
 */
public record ReleaseSubject(TermId term, Optional<YearMonth> month) {
    /** A term. */
    public static ReleaseSubject of(TermId term) {
        return new ReleaseSubject(term, Optional.empty());
    }

    /** The weeks of a term that end in this month. */
    public static ReleaseSubject of(TermId term, YearMonth month) {
        return new ReleaseSubject(term, Optional.of(month));
    }

    /** Whether the period is one of the weeks of the month; of a term, whether it is the term or one of its weeks. */
    public boolean covers(Period period) {
        return period.term().equals(term)
                && (month.isEmpty() || period.week().map(IsoWeek::month).equals(month));
    }

    /** The key under which the release is known: {@code 2026-autumn} or {@code 2026-autumn-2026-10}. */
    public String key() {
        return month.map(one -> term + "-" + one).orElse(term.value());
    }

    /** What it is, at the beginning of a sentence: {@code Term 2026-autumn}, {@code Weeks of 2026-10, term 2026-autumn}. */
    public String words() {
        return month.map(one -> "Weeks of " + one + ", term " + term).orElse("Term " + term);
    }

    @Override
    public String toString() {
        return key();
    }
}
