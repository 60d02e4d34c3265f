package org.evenkeel.reports.chart;

import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.Sparkline;
import org.jfree.chart.JFreeChart;

/** Turns a chart of the report model into a drawing of a given size, in CSS pixels. Title and subtitle stand outside it, as text. */
public final class ChartDrawing {
    /** How wide a chart across the page is. */
    public static final int PAGE_WIDTH = 656;

    private ChartDrawing() {}

    /** The chart, ready to be drawn in the given size. */
    public static JFreeChart of(ChartSpec chart, double width, double height) {
        return chart.match(
                line -> new LineDrawing(line, width, height).chart(), dots -> new DotDrawing(dots, width).chart());
    }

    /** A line the size of a word. */
    public static JFreeChart of(Sparkline sparkline) {
        return SparkDrawing.chart(sparkline);
    }

    /** The height at which the chart's words and marks have just enough room. */
    public static int leastHeight(ChartSpec chart) {
        return chart.match(line -> 124, DotDrawing::leastHeight);
    }

    /** The height beyond which the chart gains nothing. */
    public static int mostHeight(ChartSpec chart) {
        return chart.match(line -> 270, dots -> DotDrawing.height(dots, DotDrawing.MOST_ROW));
    }
}
