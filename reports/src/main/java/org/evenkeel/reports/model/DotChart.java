package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.words.Words;

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
 * @param benchmark the value of others, drawn as a dashed line
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
        Optional<Benchmark> benchmark,
        List<Group> groups,
        DataTable table)
        implements ChartSpec {
    public DotChart {
        groups = List.copyOf(groups);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.dots(this);
    }

    /** The rows of the chart, all groupings together. */
    public int rows() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** Whether any row has a pooled mean beside its own. */
    public boolean isPooled() {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .anyMatch(row -> row.pooled().isPresent());
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
     * @param pooled its mean drawn towards the groups beside it
     */
    public record Row(String name, Reading reading, Standing standing, Optional<Pooled> pooled) {
        /** A cohort without a pooled mean. */
        public Row(String name, Reading reading, Standing standing) {
            this(name, reading, standing, Optional.empty());
        }
    }

    /**
     * A mean drawn towards the average of the groups beside it, as far as its own answers leave open.
     *
     * @param id the number under which the tables print it
     * @param value the pooled mean
     * @param lower the lower end of its 95% interval
     * @param upper the upper end of its 95% interval
     */
    public record Pooled(String id, BigDecimal value, BigDecimal lower, BigDecimal upper) {
        /** The pooled mean with its interval. */
        public String text(Words words) {
            return words.number(value) + " (" + words.range(words.number(lower), words.number(upper)) + ")";
        }
    }

    /**
     * A published value of others.
     *
     * @param id the number under which the tables print it
     * @param value their mean
     * @param population who they were, and when they were asked
     * @param source where it is published
     */
    public record Benchmark(String id, BigDecimal value, String population, String source) {}

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
