package org.evenkeel.core.statistics.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;

/**
 * Charts of a weekly series: its own values, or its distance from the school's mean of the same week, which takes out what
 * all cohorts share. Weeks follow each other as given; a week that is not shown is left out.
 */
public final class ControlCharts {
    /** Limits of single values lie this many mean moving ranges from the centre. */
    public static final double INDIVIDUALS_FACTOR = 2.66;

    /** The weight of the newest week in a weighted mean. */
    public static final double NEWEST_WEIGHT = 0.2;

    /** Limits of a weighted mean, in its standard deviations: a false signal in 371 weeks on average. */
    public static final double WEIGHTED_LIMIT = 2.86;

    /** A cumulative sum forgives this many standard deviations a week. */
    public static final double ALLOWANCE = 0.5;

    /** A cumulative sum signals above this many standard deviations: a false signal in 931 weeks on average. */
    public static final double DECISION_LIMIT = 5;

    private ControlCharts() {}

    /** The run chart of any series: its median, and runs of eight or more on one side of it. */
    public static Fit<ControlChart> run(List<Double> series) {
        if (series.isEmpty()) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        List<Double> sorted = series.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Fit.of(new ControlChart(
                ControlChart.Kind.RUN,
                median,
                series,
                List.of(),
                ControlChart.bothRules(series, median, List.of()),
                0));
    }

    /** Single values: the baseline's mean ± 2.66 mean moving ranges, wider where neighbouring weeks are alike. */
    public static ControlChart individuals(Baseline baseline, List<Double> series) {
        double half = INDIVIDUALS_FACTOR * baseline.movingRange() * baseline.widening();
        Interval limit = new Interval(baseline.mean() - half, baseline.mean() + half);
        List<Interval> limits = series.stream().map(week -> limit).toList();
        return new ControlChart(
                ControlChart.Kind.INDIVIDUALS,
                baseline.mean(),
                series,
                limits,
                ControlChart.bothRules(series, baseline.mean(), limits),
                baseline.autocorrelation());
    }

    /**
     * Runs of eight or more on one side of the baseline's mean; where neighbouring weeks are alike, which makes long runs by
     * itself, of what each week adds to the week before it. In standard deviations, without limits.
     */
    public static ControlChart runs(Baseline baseline, List<Double> series) {
        List<Double> points = baseline.standardised(series);
        return new ControlChart(
                ControlChart.Kind.RUN,
                0,
                points,
                List.of(),
                ControlChart.bothRules(points, 0, List.of()),
                baseline.autocorrelation());
    }

    /**
     * The exponentially weighted mean z_t = 0.2·x_t + 0.8·z_{t−1} from the baseline's mean, with limits
     * ± 2.86·σ·√(λ/(2−λ)·(1−(1−λ)^{2t})). Where neighbouring weeks are alike x_t is what the week adds to the one before it.
     * Only points beyond a limit signal: neighbouring points of a weighted mean are alike by construction.
     */
    public static ControlChart weightedMean(Baseline baseline, List<Double> series) {
        List<Double> standardised = baseline.standardised(series);
        double scale = baseline.notable() ? baseline.innovationDeviation() : baseline.deviation();
        List<Double> points = new ArrayList<>();
        List<Interval> limits = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        double mean = 0;
        double remaining = 1;
        for (int week = 0; week < series.size(); week++) {
            mean = NEWEST_WEIGHT * standardised.get(week) + (1 - NEWEST_WEIGHT) * mean;
            remaining *= (1 - NEWEST_WEIGHT) * (1 - NEWEST_WEIGHT);
            double half = WEIGHTED_LIMIT * Math.sqrt(NEWEST_WEIGHT / (2 - NEWEST_WEIGHT) * (1 - remaining));
            points.add(baseline.mean() + scale * mean);
            limits.add(new Interval(baseline.mean() - scale * half, baseline.mean() + scale * half));
            if (Math.abs(mean) > half) {
                signals.add(new Signal(week, Signal.Rule.BEYOND_LIMIT, mean > 0 ? Side.ABOVE : Side.BELOW));
            }
        }
        return new ControlChart(
                ControlChart.Kind.WEIGHTED_MEAN, baseline.mean(), points, limits, signals, baseline.autocorrelation());
    }

    /**
     * The cumulative sum towards the worse side, S_t = max(0, S_{t−1} + d_t − 0.5) with d_t the distance from the baseline's
     * mean in standard deviations; it signals above 5 and then begins again from 0, so that one strange week is not held against
     * those that follow it.
     */
    public static ControlChart cumulativeSum(Baseline baseline, List<Double> series, Direction direction) {
        Side side = Side.worse(direction);
        List<Double> points = new ArrayList<>();
        double sum = 0;
        for (double week : baseline.standardised(series)) {
            sum = Math.max(0, (sum > DECISION_LIMIT ? 0 : sum) + side.towards(week) - ALLOWANCE);
            points.add(sum);
        }
        Interval limit = new Interval(0, DECISION_LIMIT);
        return new ControlChart(
                ControlChart.Kind.CUMULATIVE_SUM,
                0,
                points,
                points.stream().map(week -> limit).toList(),
                IntStream.range(0, points.size())
                        .filter(week -> points.get(week) > DECISION_LIMIT)
                        .mapToObj(week -> new Signal(week, Signal.Rule.BEYOND_LIMIT, side))
                        .toList(),
                baseline.autocorrelation());
    }
}
