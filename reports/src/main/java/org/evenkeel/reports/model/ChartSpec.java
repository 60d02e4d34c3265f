package org.evenkeel.reports.model;

import java.util.function.Function;

/** A chart as it is to be drawn, on paper or in a workbook. It holds shown values only: what is withheld is words, never a mark. */
public sealed interface ChartSpec permits LineChart, DotChart {
    /** The chart's number in the report, such as {@code C7}. */
    String id();

    /** The finding, in words. */
    String title();

    /** Measure, unit, respondents, period and which way the scale runs. */
    String subtitle();

    /** The chart's message for someone who cannot see it. */
    String alternative();

    /** The values the chart is drawn from, with the ids of their figures. */
    DataTable table();

    /** The value axis. */
    Axis axis();

    /** What the function for this kind of chart makes of it. */
    <R> R match(Function<LineChart, R> line, Function<DotChart, R> dots);
}
