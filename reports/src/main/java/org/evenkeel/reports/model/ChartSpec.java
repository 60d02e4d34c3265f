package org.evenkeel.reports.model;

/** A chart as it is to be drawn, on paper or in a workbook. It holds shown values only: what is withheld is words, never a mark. */
public sealed interface ChartSpec
        permits LineChart, DotChart, HeatMap, DistributionChart, ControlChart, SmallMultiples, FunnelChart {
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

    /** What the cases make of this kind of chart. */
    <R> R match(Cases<R> cases);

    /** One function for each kind of chart: whoever draws charts says what becomes of every kind. */
    interface Cases<R> {
        R line(LineChart chart);

        R dots(DotChart chart);

        R heat(HeatMap chart);

        R distribution(DistributionChart chart);

        R control(ControlChart chart);

        R multiples(SmallMultiples chart);

        R funnel(FunnelChart chart);
    }
}
