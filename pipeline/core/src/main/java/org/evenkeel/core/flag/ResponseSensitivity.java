package org.evenkeel.core.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.statistics.response.NonResponse;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.words.Messages;

/**
 * What each headline would be if those who did not answer were otherwise than those who did: a table of gaps in standard
 * deviations, from shown figures on the shown grid.
 */
public final class ResponseSensitivity {
    private ResponseSensitivity() {}

    /** A line for every headline, stress and engagement first; and who of the term before was not heard again, where that is shown. */
    public static List<Note> notes(ShownSoFar figures, List<ReportedMeasure> measures, Messages messages) {
        List<Note> notes = new ArrayList<>();
        for (ReportedMeasure headline : Headlines.of(figures, measures)) {
            notes.add(new Note(headline.title(), words(figures, headline, messages)));
            NotHeardAlike.of(figures, headline).forEach(group -> notes.add(group.note(headline, messages)));
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

    private static String words(ShownSoFar figures, ReportedMeasure headline, Messages messages) {
        Figure.Shown mean = figures.shown(FigureKind.MEAN, headline.measure(), Cohort.SCHOOL)
                .orElseThrow();
        Grid grid = new Grid(mean.step());
        return of(figures, headline)
                .map(others -> {
                    if (others.unanswered() <= 0) {
                        return messages.text("heard.response.all");
                    }
                    List<String> means = others.table().stream()
                            .map(row -> messages.number(grid.nearest(row.mean())))
                            .toList();
                    return messages.text(
                            "heard.response",
                            messages.rounded(100 * others.unanswered(), 0),
                            means.get(2),
                            means.get(1),
                            means.get(3),
                            means.get(0),
                            means.get(4));
                })
                .orElseGet(() -> messages.text("heard.response.hidden"));
    }
}
