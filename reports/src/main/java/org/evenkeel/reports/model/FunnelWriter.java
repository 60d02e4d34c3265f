package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.FunnelChart.Bounds;
import org.evenkeel.reports.model.FunnelChart.Point;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes the means of the finest division of the school against how many answered, where there are groups enough to compare. */
final class FunnelWriter {
    private static final int FEWEST_POINTS = 6;
    private static final int MOST_NAMES = 3;

    private final Chronicle chronicle;
    private final Words words;
    private final Numbering numbering;

    FunnelWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.numbering = numbering;
    }

    Optional<FunnelChart> write(ReleaseMeasure measure, String figureTable) {
        return chronicle.now().release().analysis().funnels().stream()
                .filter(funnel -> funnel.measure().equals(measure.key()))
                .max(Comparator.comparingInt(ReleaseFunnel::groups)
                        .thenComparing(
                                Comparator.comparingInt(ReleaseFunnel::order).reversed()))
                .flatMap(funnel -> write(measure, funnel, figureTable));
    }

    private Optional<FunnelChart> write(ReleaseMeasure measure, ReleaseFunnel funnel, String figureTable) {
        ReleaseIndex now = chronicle.now();
        List<Point> points = new ArrayList<>();
        for (ReleaseCohort cohort : now.cohorts()) {
            Optional<Reading> mean = now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key())
                    .filter(Reading::isShown);
            Optional<Reading> count = now.reading(FigureKinds.RESPONDENTS, measure, now.period(), cohort.key())
                    .filter(Reading::isShown);
            if (cohort.grouping().equals(funnel.grouping()) && mean.isPresent() && count.isPresent()) {
                points.add(new Point(cohort.name(), mean.orElseThrow(), count.orElseThrow()));
            }
        }
        if (points.size() < FEWEST_POINTS) {
            return Optional.empty();
        }
        Bounds bounds = new Bounds(
                chronicle.analysisId(now, 'N', funnel.order()),
                funnel.centre(),
                funnel.deviation(),
                funnel.overdispersion());
        String grouping = Words.inSentence(words.grouping(funnel.grouping()));
        DataTable table = new DataTable(
                figureTable,
                words.text("model.funnel.table", grouping, measure.title()),
                DataTable.Layout.AMONG_FIGURES,
                points.stream()
                        .map(point -> new DataTable.Row(
                                point.name(), now.periodWords(), point.mean(), Optional.of(point.respondents())))
                        .toList(),
                List.of(words.text(
                        "model.funnel.bounds",
                        grouping,
                        bounds.id(),
                        words.number(funnel.centre()),
                        words.number(funnel.deviation()),
                        words.number(funnel.overdispersion()))));
        String title = title(measure, bounds, points);
        return Optional.of(new FunnelChart(
                numbering.chart(),
                title,
                words.text(
                        "model.funnel.about",
                        chronicle.scale(measure),
                        words.number(points.size()),
                        grouping,
                        now.periodWords()),
                chronicle.alternative(
                        "model.funnel.chart",
                        title,
                        words.text("model.funnel.average", words.number(funnel.centre())),
                        table),
                Chronicle.axis(measure),
                bounds,
                points,
                table));
    }

    private String title(ReleaseMeasure measure, Bounds bounds, List<Point> points) {
        List<String> above = points.stream()
                .filter(point -> point.value() - bounds.centre().doubleValue()
                        > bounds.reach(point.count(), FunnelChart.NEARLY_ALL))
                .map(Point::name)
                .toList();
        List<String> below = points.stream()
                .filter(point -> bounds.centre().doubleValue() - point.value()
                        > bounds.reach(point.count(), FunnelChart.NEARLY_ALL))
                .map(Point::name)
                .toList();
        if (above.isEmpty() && below.isEmpty()) {
            return words.text("model.funnel.none", measure.title());
        }
        if (below.isEmpty()) {
            return words.text("model.funnel.above", measure.title(), words.fewOf(above, MOST_NAMES));
        }
        if (above.isEmpty()) {
            return words.text("model.funnel.below", measure.title(), words.fewOf(below, MOST_NAMES));
        }
        return words.text(
                "model.funnel.both", measure.title(), words.fewOf(above, MOST_NAMES), words.fewOf(below, MOST_NAMES));
    }
}
