package org.evenkeel.core.statistics.control;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Interval;

/**
 * A weekly series with its centre, its limits and the weeks that stand out.
 *
 * @param kind what is drawn
 * @param centre the centre line
 * @param points one plotted value for each week
 * @param limits one pair of limits for each week; none for a run chart
 * @param signals the weeks that stand out, in order of week, rule, side
 * @param autocorrelation how far a week of the baseline resembles the week before it, from −1 to 1; 0 for a run chart
 */
public record ControlChart(
        Kind kind,
        double centre,
        List<Double> points,
        List<Interval> limits,
        List<Signal> signals,
        double autocorrelation) {
    /** Eight in a row on one side stand out. */
    public static final int LONG_RUN = 8;

    /** What a chart draws. */
    public enum Kind {
        /** Values around their median, without limits. */
        RUN,
        /** Values with limits from their moving range. */
        INDIVIDUALS,
        /** An exponentially weighted mean. */
        WEIGHTED_MEAN,
        /** A cumulative sum towards the worse side, in standard deviations. */
        CUMULATIVE_SUM
    }

    public ControlChart {
        points = List.copyOf(points);
        limits = List.copyOf(limits);
        signals = List.copyOf(signals);
        Require.that(Double.isFinite(centre), "a centre must be a finite number. Value given: %s", centre);
        Require.that(
                limits.isEmpty() || limits.size() == points.size(),
                "%s weeks need as many limits, or none. Value given: %s",
                points.size(),
                limits.size());
        int weeks = points.size();
        Require.that(
                signals.stream().allMatch(signal -> signal.week() < weeks),
                "a signal must lie inside the %s weeks of its series",
                weeks);
    }

    /** Signals by both rules: beyond the limits, and eight in a row of the points around the centre. */
    static List<Signal> bothRules(List<Double> points, double centre, List<Interval> limits) {
        List<Signal> signals = new ArrayList<>();
        int above = 0;
        int below = 0;
        for (int week = 0; week < points.size(); week++) {
            double point = points.get(week);
            if (!limits.isEmpty() && !limits.get(week).contains(point)) {
                signals.add(new Signal(
                        week, Signal.Rule.BEYOND_LIMIT, point > limits.get(week).upper() ? Side.ABOVE : Side.BELOW));
            }
            // A point on the centre line neither breaks a run nor counts in it, as in run charts.
            if (point > centre) {
                above++;
                below = 0;
            } else if (point < centre) {
                below++;
                above = 0;
            } else {
                continue;
            }
            if (above >= LONG_RUN || below >= LONG_RUN) {
                signals.add(new Signal(week, Signal.Rule.RUN_OF_EIGHT, above >= LONG_RUN ? Side.ABOVE : Side.BELOW));
            }
        }
        return signals;
    }
}
