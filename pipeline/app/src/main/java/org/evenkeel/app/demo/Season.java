package org.evenkeel.app.demo;

import java.time.LocalDate;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Term;

/** What a week of the term is like. */
enum Season {
    ORDINARY(0),
    BEFORE_EXAMS(0.4),
    EXAMS(1);

    private final double strain;

    Season(double strain) {
        this.strain = strain;
    }

    /** How much of the exams' effect the week has. */
    double strain() {
        return strain;
    }

    /** The season of a week of the term, counted from 0. */
    static Season of(Term term, int week) {
        LocalDate thursday = term.days().from().plusWeeks(week).plusDays(3);
        for (DateRange exam : term.exams()) {
            if (exam.contains(thursday)) {
                return EXAMS;
            }
            if (exam.contains(thursday.plusWeeks(1))) {
                return BEFORE_EXAMS;
            }
        }
        return ORDINARY;
    }
}
