package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;

/** The figures of a report, one line each with everything needed to read it alone. */
final class TidyFigures {
    private TidyFigures() {}

    /** Every figure of the release, then those of earlier releases that a chart shows. */
    static List<FigureLine> of(Chronicle chronicle, List<ChartSpec> charts) {
        ReleaseIndex now = chronicle.now();
        List<FigureLine> lines = new ArrayList<>();
        Map<String, String> titles = periodTitles(now);
        now.release().figures().stream()
                .sorted(Comparator.comparingInt(ReleaseFigure::order).thenComparing(ReleaseFigure::id))
                .forEach(figure -> lines.add(line(now, figure, titles)));
        Set<String> drawn = new LinkedHashSet<>();
        charts.stream()
                .flatMap(chart -> chart.table().rows().stream())
                .flatMap(row -> Stream.concat(Stream.of(row.reading()), row.respondents().stream()))
                .forEach(reading -> drawn.add(reading.id()));
        for (ReleaseIndex past : Stream.concat(chronicle.earlier().stream(), chronicle.parts().stream())
                .toList()) {
            Map<String, String> then = periodTitles(past);
            past.release().figures().stream()
                    .sorted(Comparator.comparingInt(ReleaseFigure::order).thenComparing(ReleaseFigure::id))
                    .filter(figure -> drawn.contains(past.prefixed(figure.id())))
                    .forEach(figure -> lines.add(line(past, figure, then)));
        }
        return lines;
    }

    /** A figure with everything needed to read it alone. */
    static FigureLine line(ReleaseIndex index, ReleaseFigure figure, Map<String, String> periodTitles) {
        Optional<ReleaseCohort> cohort = index.cohort(figure.cohort());
        return new FigureLine(
                index.release().header().id(),
                index.release().header().term(),
                index.kindTitle(figure.kind()),
                figure.source(),
                figure.measure().orElse(""),
                figure.measure()
                        .map(key ->
                                index.measure(key).map(ReleaseMeasure::title).orElse(key))
                        .orElse(""),
                figure.period(),
                periodTitles.getOrDefault(figure.period(), figure.period()),
                cohort.map(ReleaseCohort::grouping).orElse(""),
                figure.cohort(),
                cohort.map(ReleaseCohort::name).orElse(figure.cohort()),
                index.reading(figure));
    }

    /** The periods of a release in words, by their keys. */
    static Map<String, String> periodTitles(ReleaseIndex index) {
        Map<String, String> titles = new HashMap<>();
        index.release().periods().forEach(period -> titles.put(period.key(), periodTitle(period, index.words())));
        return titles;
    }

    private static String periodTitle(ReleasePeriod period, Words words) {
        return period.week().isEmpty()
                ? words.term(period.term())
                : words.text("model.week-of", words.day(period.from()));
    }
}
