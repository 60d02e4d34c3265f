package org.evenkeel.reports.model;

import java.util.List;

/**
 * How answers spread over the scale, a bar per period, parted in its middle class. The worse end stands at the left, whichever way
 * the scale runs.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param classes names of the classes of scores from left to right
 * @param sides what the two sides of the middle are
 * @param bars a bar per period, the newest last
 * @param table the values with their figures
 */
public record DistributionChart(
        String id,
        String title,
        String subtitle,
        String alternative,
        List<String> classes,
        Sides sides,
        List<Bar> bars,
        DataTable table)
        implements ChartSpec {
    /** How many classes there are. */
    public static final int CLASSES = 5;

    public DistributionChart {
        classes = List.copyOf(classes);
        bars = List.copyOf(bars);
        Require.that(classes.size() == CLASSES, "Scores have %d classes. Provided: %d", CLASSES, classes.size());
        for (Bar bar : bars) {
            Require.that(
                    bar.shares().size() == CLASSES,
                    "A bar has a place for each of %d classes. Provided: %d",
                    CLASSES,
                    bar.shares().size());
        }
    }

    @Override
    public Axis axis() {
        return Axis.percent();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.distribution(this);
    }

    /** What the left and the right side of the middle are. */
    public record Sides(String left, String right) {}

    /**
     * One period.
     *
     * @param period the period's label
     * @param shares the share of each class from left to right
     */
    public record Bar(String period, List<Reading> shares) {
        public Bar {
            shares = List.copyOf(shares);
        }

        /** Whether every share has a value, so that the bar can be drawn. */
        public boolean isWhole() {
            return shares.stream().allMatch(Reading::isShown);
        }
    }
}
