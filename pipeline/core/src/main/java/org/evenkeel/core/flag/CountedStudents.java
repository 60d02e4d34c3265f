package org.evenkeel.core.flag;

import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.study.SourceId;

/**
 * The students of a group, as its shown respondents and response rate let everybody count them. The rate is rounded, so the
 * count is a range.
 *
 * @param answered who answered anything of the source
 * @param fewest the fewest students it can have
 * @param likeliest what the shown rate says
 * @param most the most students it can have
 */
record CountedStudents(long answered, double fewest, double likeliest, double most) {
    /** The students of a group that a source asked; absent where its respondents or its response are not shown. */
    static Optional<CountedStudents> of(ShownSoFar figures, SourceId source, Cohort cohort) {
        Optional<Figure.Shown> rate = figures.now().shown(figures.ofSource(FigureKind.RESPONSE_RATE, source, cohort));
        Optional<Figure.Shown> respondents =
                figures.now().shown(figures.ofSource(FigureKind.RESPONDENTS, source, cohort));
        return rate.filter(percent ->
                        percent.value().doubleValue() > percent.step().doubleValue() / 2)
                .flatMap(percent -> respondents.map(people -> of(
                        people.value().longValueExact(),
                        percent.value().doubleValue() / 100,
                        percent.step().doubleValue() / 200)));
    }

    private static CountedStudents of(long answered, double rate, double half) {
        double people = answered;
        return new CountedStudents(
                answered,
                Math.max(people, people / (rate + half)),
                Math.max(people, people / rate),
                Math.max(people, people / (rate - half)));
    }
}
