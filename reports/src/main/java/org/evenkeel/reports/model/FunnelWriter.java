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
        DataTable table = new DataTable(
                figureTable,
                "Mean and respondents by " + Words.inSentence(words.grouping(funnel.grouping())) + ": "
                        + measure.title(),
                DataTable.Layout.AMONG_FIGURES,
                points.stream()
                        .map(point -> new DataTable.Row(
                                point.name(), now.periodWords(), point.mean(), Optional.of(point.respondents())))
                        .toList(),
                List.of("Bounds of chance by " + Words.inSentence(words.grouping(funnel.grouping())) + " ("
                        + bounds.id()
                        + "): average of the groups " + words.number(funnel.centre())
                        + ", standard deviation within groups " + words.number(funnel.deviation())
                        + ", beyond chance " + words.number(funnel.overdispersion()) + "."));
        String title = title(measure, bounds, points);
        return Optional.of(new FunnelChart(
                numbering.chart(),
                title,
                "Mean " + chronicle.scale(measure) + ", against respondents; " + points.size() + " groups by "
                        + Words.inSentence(words.grouping(funnel.grouping())) + "; " + now.periodWords()
                        + "; by chance 95 of 100 lie within the dashed bounds, 998 of 1,000 within the solid ones",
                "Funnel plot. " + title + ". The average of the groups is " + words.number(funnel.centre())
                        + ". All values are in table " + table.id() + ".",
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
            return measure.title() + ": the groups differ no more than their sizes explain";
        }
        List<String> parts = new ArrayList<>();
        if (!above.isEmpty()) {
            parts.add(words.fewOf(above, MOST_NAMES) + " above what chance explains");
        }
        if (!below.isEmpty()) {
            parts.add(words.fewOf(below, MOST_NAMES) + " below " + (above.isEmpty() ? "what chance explains" : "it"));
        }
        return measure.title() + ": " + String.join(", ", parts);
    }
}
