package org.evenkeel.core.study;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * A term of the school's calendar. Answers given from its first day to the end of its cut-off day are answers about this
 * term; at the cut-off respondents' profiles are fixed and the term's release falls due.
 */
public record Term(TermId id, DateRange days, LocalDate cutOff, List<DateRange> exams) implements Serializable {
    public Term {
        Require.that(
                !cutOff.isBefore(days.to()),
                "the cut-off must be on or after the term's last day %s. Value given: %s",
                days.to(),
                cutOff);
        exams = List.copyOf(exams);
        for (DateRange exam : exams) {
            Require.that(
                    days.contains(exam.from()) && days.contains(exam.to()),
                    "exams must lie within the term %s..%s. Value given: %s..%s",
                    days.from(),
                    days.to(),
                    exam.from(),
                    exam.to());
        }
    }
}
