package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Means of groups against how many answered, within the bounds in which chance alone would leave most of them.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param axis the value axis
 * @param bounds where means are to be expected
 * @param points a point per shown group
 * @param table the values with their figures
 */
public record FunnelChart(
        String id,
        String title,
        String subtitle,
        String alternative,
        Axis axis,
        Bounds bounds,
        List<Point> points,
        DataTable table)
        implements ChartSpec {
    /** Standard deviations within which 95 of 100 means lie by chance. */
    public static final double MOST = 1.96;

    /** Standard deviations within which 998 of 1,000 means lie by chance. */
    public static final double NEARLY_ALL = 3.09;

    public FunnelChart {
        points = List.copyOf(points);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.funnel(this);
    }

    /** The points that lie beyond the outer bounds. */
    public List<Point> outside() {
        return points.stream().filter(point -> bounds.isOutside(point)).toList();
    }

    /**
     * Where means are to be expected: of n answers within the centre ± z √(deviation²/n + overdispersion²).
     *
     * @param id the number under which the tables print them
     * @param centre the average of the groups
     * @param deviation how answers within groups differ
     * @param overdispersion how groups differ beyond chance
     */
    public record Bounds(String id, BigDecimal centre, BigDecimal deviation, BigDecimal overdispersion) {
        /** How far from the centre a mean of so many answers may lie. */
        public double reach(double respondents, double z) {
            double within = deviation.doubleValue();
            double between = overdispersion.doubleValue();
            return z * Math.sqrt(within * within / respondents + between * between);
        }

        private boolean isOutside(Point point) {
            return Math.abs(point.value() - centre.doubleValue()) > reach(point.count(), NEARLY_ALL);
        }
    }

    /**
     * One group.
     *
     * @param name the group's name
     * @param mean its shown mean
     * @param respondents how many answered, which is shown too
     */
    public record Point(String name, Reading mean, Reading respondents) {
        public Point {
            Require.that(
                    mean.isShown() && respondents.isShown(),
                    "A point needs a shown mean and shown respondents. Provided: %s and %s",
                    mean.state(),
                    respondents.state());
        }

        /** The mean. */
        public double value() {
            return mean.value().orElseThrow().doubleValue();
        }

        /** How many answered. */
        public double count() {
            return Math.max(1, respondents.value().orElseThrow().doubleValue());
        }
    }
}
