package org.evenkeel.core.flag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.Grid;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.TermId;

/**
 * What was to be expected of a week of this publication.
 *
 * <p>Of a group: the school's mean of that very week and the group's usual distance from it, which takes out what all share, exams
 * and seasons among it. Of the school: its own usual week; an exam week is only marked until two terms have shown exam weeks, and
 * from the third on expected to differ from its usual week as those of the first two did on average from the teaching weeks of
 * their terms.
 *
 * @param measure the measure
 * @param cohort the group, or the school
 * @param week the week
 * @param phase what the week is to the chart
 * @param expected in points, on the grid of the measure
 * @param limits the first and the last value of the grid that are usual; absent where there are too few weeks
 * @param signal whether the week is unusual
 */
public record ExpectedWeek(
        Measure measure,
        Cohort cohort,
        Period week,
        Phase phase,
        BigDecimal expected,
        Optional<Figure.Range> limits,
        Signal signal) {
    private static final int EXAM_TERMS = 2;

    /** What a week is to a control chart. */
    public enum Phase {
        /** One of fewer than twelve teaching weeks. */
        RUN,
        /** One of the weeks that the limits come from. */
        BASELINE,
        /** Held against those. */
        WATCHED
    }

    /** Whether a week is as it usually is. */
    public enum Signal {
        USUAL,
        UNUSUAL
    }

    /** The weeks of this publication, by measure, group and time. */
    static List<ExpectedWeek> of(ShownSoFar figures, List<ReportedMeasure> measures) {
        List<ExpectedWeek> all = new ArrayList<>();
        for (ReportedMeasure reported : measures) {
            for (PlannedCohort planned : figures.now().cohorts()) {
                List<ShownSoFar.ShownWeek> weeks = figures.weeks(reported.measure(), planned.cohort());
                List<Optional<Point>> points = planned.cohort().equals(Cohort.SCHOOL)
                        ? ofSchool(weeks, reported.direction())
                        : ofGroup(weeks, reported.direction());
                for (int i = 0; i < weeks.size(); i++) {
                    ShownSoFar.ShownWeek week = weeks.get(i);
                    if (week.shownIn().equals(figures.now())) {
                        points.get(i)
                                .map(point -> of(reported.measure(), planned.cohort(), week, point))
                                .ifPresent(all::add);
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** A week as a chart judges it, with its centre and limits in points of the week's own mean. */
    private record Point(Phase phase, double centre, Optional<Interval> limits, Signal signal) {
        static Point of(WeeklyChart.Judged judged, double beside) {
            return new Point(
                    switch (judged.phase()) {
                        case RUN -> Phase.RUN;
                        case BASELINE -> Phase.BASELINE;
                        case WATCHED -> Phase.WATCHED;
                    },
                    beside + judged.centre(),
                    judged.limits().map(ends -> new Interval(beside + ends.lower(), beside + ends.upper())),
                    judged.signal().isPresent() ? Signal.UNUSUAL : Signal.USUAL);
        }

        /** A week that the chart leaves out. */
        static Point marked(WeeklyChart.Judged other) {
            return new Point(
                    other.limits().isPresent() ? Phase.WATCHED : Phase.RUN,
                    other.centre(),
                    Optional.empty(),
                    Signal.USUAL);
        }
    }

    private static List<Optional<Point>> ofGroup(List<ShownSoFar.ShownWeek> weeks, Direction direction) {
        WeeklyChart chart =
                WeeklyChart.of(weeks.stream().map(ShownSoFar.ShownWeek::week).toList(), direction);
        return IntStream.range(0, weeks.size())
                .mapToObj(i -> Optional.of(
                        Point.of(chart.weeks().get(i), weeks.get(i).beside().doubleValue())))
                .toList();
    }

    private static List<Optional<Point>> ofSchool(List<ShownSoFar.ShownWeek> weeks, Direction direction) {
        ExamWeeks exams = ExamWeeks.of(weeks);
        List<OptionalDouble> besides = weeks.stream().map(exams::beside).toList();
        WeeklyChart chart = WeeklyChart.of(
                IntStream.range(0, weeks.size())
                        .filter(i -> besides.get(i).isPresent())
                        .mapToObj(i -> new ShownSoFar.Week(
                                weeks.get(i).distance() - besides.get(i).orElse(0),
                                weeks.get(i).exams()))
                        .toList(),
                direction);
        List<Optional<Point>> points = new ArrayList<>();
        int charted = 0;
        for (OptionalDouble beside : besides) {
            points.add(
                    beside.isPresent()
                            ? Optional.of(Point.of(chart.weeks().get(charted++), beside.getAsDouble()))
                            : chart.weeks().stream().findFirst().map(Point::marked));
        }
        return points;
    }

    /**
     * By how much exam weeks are expected to differ.
     *
     * @param learntFrom the terms that it is known from, the first that have shown exam weeks beside teaching weeks; two, or it is not known
     * @param difference how far their exam weeks lay on average from their teaching weeks
     */
    private record ExamWeeks(List<TermId> learntFrom, double difference) {
        static ExamWeeks of(List<ShownSoFar.ShownWeek> weeks) {
            Map<TermId, Map<Boolean, Double>> means = weeks.stream()
                    .collect(Collectors.groupingBy(
                            week -> week.period().term(),
                            LinkedHashMap::new,
                            Collectors.groupingBy(
                                    ShownSoFar.ShownWeek::exams,
                                    TreeMap::new,
                                    Collectors.averagingDouble(ShownSoFar.ShownWeek::distance))));
            means.values().removeIf(ofTerm -> ofTerm.size() < 2);
            List<TermId> first = means.keySet().stream().limit(EXAM_TERMS).toList();
            return new ExamWeeks(
                    first,
                    first.stream()
                            .map(means::get)
                            .mapToDouble(ofTerm -> ofTerm.getOrDefault(true, 0.0) - ofTerm.getOrDefault(false, 0.0))
                            .average()
                            .orElse(0));
        }

        /** By how much the week is expected to differ from others; absent where that is not known. */
        OptionalDouble beside(ShownSoFar.ShownWeek week) {
            if (!week.exams()) {
                return OptionalDouble.of(0);
            }
            return learntFrom.size() < EXAM_TERMS
                            || learntFrom.contains(week.period().term())
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(difference);
        }
    }

    private static ExpectedWeek of(Measure measure, Cohort cohort, ShownSoFar.ShownWeek week, Point point) {
        Grid grid = new Grid(week.mean().step());
        return new ExpectedWeek(
                measure,
                cohort,
                week.period(),
                point.phase(),
                grid.nearest(point.centre()),
                point.limits().flatMap(grid::inside),
                point.signal());
    }
}
