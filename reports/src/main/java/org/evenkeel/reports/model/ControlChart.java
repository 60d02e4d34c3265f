package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.sql.release.ReleaseControl;

/**
 * Weeks of a group against what was to be expected of each. Limits stand as they were published with their week and are never drawn
 * anew.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param axis the value axis
 * @param weeks the weeks in order
 * @param runs runs of weeks that belong together: the terms
 * @param shades runs of weeks that are set off
 * @param table the values with their figures
 */
public record ControlChart(
        String id,
        String title,
        String subtitle,
        String alternative,
        Axis axis,
        List<Week> weeks,
        List<LineChart.Shade> runs,
        List<LineChart.Shade> shades,
        DataTable table)
        implements ChartSpec {
    public ControlChart {
        weeks = List.copyOf(weeks);
        runs = List.copyOf(runs);
        shades = List.copyOf(shades);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.control(this);
    }

    /** Every number that the axis must have room for. */
    public List<BigDecimal> numbers() {
        return weeks.stream()
                .flatMap(week -> Stream.concat(
                        week.reading().flatMap(Reading::value).stream(),
                        week.expectation().stream().flatMap(Expectation::numbers)))
                .toList();
    }

    /**
     * One week.
     *
     * @param label its Monday
     * @param reading the week's mean; empty where there is no figure
     * @param expectation what was to be expected of it
     */
    public record Week(String label, Optional<Reading> reading, Optional<Expectation> expectation) {
        /** Whether the week is out of the ordinary. */
        public boolean isUnusual() {
            return expectation
                    .filter(expected -> expected.signal() == ReleaseControl.Signal.UNUSUAL)
                    .isPresent();
        }
    }

    /**
     * What was to be expected of a week, as it was published.
     *
     * @param id the number under which the tables print it
     * @param phase what the week is to the chart
     * @param expected the expected value
     * @param limits between which usual weeks lie
     * @param signal whether the week is out of the ordinary
     */
    public record Expectation(
            String id,
            ReleaseControl.Phase phase,
            BigDecimal expected,
            Optional<ReleaseControl.Limits> limits,
            ReleaseControl.Signal signal) {
        private Stream<BigDecimal> numbers() {
            return Stream.concat(
                    Stream.of(expected), limits.stream().flatMap(found -> Stream.of(found.lower(), found.upper())));
        }
    }
}
