package org.evenkeel.reports.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Groups compared as dots with intervals against the school's value. Rows stand in the release's order, never by value:
 * nobody is always last.
 *
 * @param id the chart's number
 * @param title the finding
 * @param subtitle what is measured
 * @param alternative the message in words
 * @param axis the value axis
 * @param school the school's figure, drawn as a line with its interval as a band
 * @param groups rows by grouping
 * @param table the values with their figures
 */
public record DotChart(
        String id,
        String title,
        String subtitle,
        String alternative,
        Axis axis,
        Optional<Reading> school,
        List<Group> groups,
        DataTable table)
        implements ChartSpec {
    public DotChart {
        groups = List.copyOf(groups);
    }

    @Override
    public <R> R match(Function<LineChart, R> line, Function<DotChart, R> dots) {
        return dots.apply(this);
    }

    /** The rows of the chart, all groupings together. */
    public int rows() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** Cohorts that divide the school by the same attributes, such as year or campus. */
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One cohort.
     *
     * @param name the cohort's name
     * @param reading its figure: a dot with interval, a band, or words
     * @param standing where its interval lies
     */
    public record Row(String name, Reading reading, Standing standing) {}

    /** Where a cohort's interval lies with regard to the school's interval. */
    public enum Standing {
        /** The two intervals overlap, or there is none to compare. */
        ALONGSIDE,
        /** The cohort's interval lies wholly above the school's. */
        ABOVE,
        /** The cohort's interval lies wholly below the school's. */
        BELOW
    }
}
