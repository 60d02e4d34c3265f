package org.evenkeel.core.study;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.problem.Require;

/** The school's terms in order, in the school's own zone. */
public record SchoolCalendar(ZoneId zone, List<Term> terms) implements Serializable {
    public SchoolCalendar {
        terms = List.copyOf(terms);
        Require.that(!terms.isEmpty(), "a study needs at least %s term. Value given: none", 1);
        for (int i = 1; i < terms.size(); i++) {
            Term earlier = terms.get(i - 1);
            Term later = terms.get(i);
            Require.that(
                    later.days().from().isAfter(earlier.days().to()),
                    "terms must stand in order and not overlap: %s begins %s, but %s ends %s",
                    later.id(),
                    later.days().from(),
                    earlier.id(),
                    earlier.days().to());
        }
        long distinct = terms.stream().map(Term::id).distinct().count();
        Require.that(
                distinct == terms.size(),
                "term ids must differ. Value given: %s",
                terms.stream().map(Term::id).toList());
    }

    /** The day of an instant in the school's zone. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The ISO week of an instant in the school's zone. */
    public IsoWeek week(Instant instant) {
        return IsoWeek.of(day(instant));
    }

    /**
     * The term an answer given at this instant is about: its day lies between the term's first day and its cut-off. Where
     * the cut-off reaches into the next term, the next term has it.
     */
    public Optional<Term> termOf(Instant instant) {
        LocalDate day = day(instant);
        Optional<Term> found = Optional.empty();
        for (Term term : terms) {
            if (!day.isBefore(term.days().from()) && !day.isAfter(term.cutOff())) {
                found = Optional.of(term);
            }
        }
        return found;
    }

    /** The first instant after the term's cut-off day: from then on its release is due. */
    public Instant due(Term term) {
        return term.cutOff().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first instant after the month: from then on its weeks are due where weeks are published monthly. */
    public Instant due(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first instant at which a release about this is due. */
    public Instant due(ReleaseSubject subject) {
        return subject.month().map(this::due).orElseGet(() -> due(term(subject.term())));
    }

    /** The months of a term that have passed before the term itself is due, in order. */
    public List<YearMonth> monthsBeforeRelease(Term term) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(term.days().from());
                due(month).isBefore(due(term));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return List.copyOf(months);
    }

    /** The term with this id. */
    public Term term(TermId id) {
        return terms.stream()
                .filter(term -> term.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no term '" + id + "' in the calendar"));
    }

    /** The term before this one, if there is one. */
    public Optional<Term> before(TermId id) {
        int index = terms.indexOf(term(id));
        return index == 0 ? Optional.empty() : Optional.of(terms.get(index - 1));
    }
}
