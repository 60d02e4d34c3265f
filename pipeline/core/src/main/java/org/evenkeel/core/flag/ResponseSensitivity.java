package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.response.NonResponse;
import org.evenkeel.core.study.Measure;

/**
 * What each headline would be if those who did not answer were otherwise than those who did: a table of gaps in standard
 * deviations, from shown figures on the shown grid.
 */
public final class ResponseSensitivity {
    private ResponseSensitivity() {}

    /** A line for every headline, stress and engagement first; and who of the term before was not heard again, where that is shown. */
    public static List<Note> notes(ShownSoFar figures, List<ReportedMeasure> measures) {
        List<Note> notes = new ArrayList<>();
        for (ReportedMeasure headline : Headlines.of(figures, measures)) {
            notes.add(new Note(headline.title(), words(figures, headline)));
            NotHeardAlike.of(figures, headline).forEach(group -> notes.add(group.note(headline)));
        }
        return List.copyOf(notes);
    }

    /** What those who did not answer could change in a headline; absent where its spread or its response is not shown. */
    static Optional<NonResponse> of(ShownSoFar figures, ReportedMeasure headline) {
        Measure measure = headline.measure();
        return figures.shown(FigureKind.MEAN, measure, Cohort.SCHOOL)
                .flatMap(mean -> figures.shown(FigureKind.STANDARD_DEVIATION, measure, Cohort.SCHOOL)
                        .flatMap(deviation -> figures.response(measure.source(), Cohort.SCHOOL)
                                .filter(share -> share > 0)
                                .map(share -> new NonResponse(
                                        mean.value().doubleValue(),
                                        deviation.value().doubleValue(),
                                        Math.max(0, 1 - share),
                                        headline.lowest().doubleValue(),
                                        headline.highest().doubleValue()))));
    }

    private static String words(ShownSoFar figures, ReportedMeasure headline) {
        Figure.Shown mean = figures.shown(FigureKind.MEAN, headline.measure(), Cohort.SCHOOL)
                .orElseThrow();
        Grid grid = new Grid(mean.step());
        return of(figures, headline)
                .map(others -> {
                    if (others.unanswered() <= 0) {
                        return "Everybody answered.";
                    }
                    List<String> means = others.table().stream()
                            .map(row -> grid.nearest(row.mean()).toPlainString())
                            .toList();
                    return String.format(
                            Locale.ROOT,
                            "%.0f%% did not answer. The school's mean is %s if they are like those who did, %s or %s if they are a quarter"
                                    + " of a standard deviation lower or higher, %s or %s if they are half of one lower or higher.",
                            100 * others.unanswered(),
                            means.get(2),
                            means.get(1),
                            means.get(3),
                            means.get(0),
                            means.get(4));
                })
                .orElse("Cannot be said: the response or the standard deviation of the school is not shown.");
    }
}
