package org.evenkeel.reports.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** The one look of all charts: white ground, hairline grid, no frames, no legend, marks told apart by shape. */
final class ChartTheme {
    static final double TEXT_SIZE = 10;
    static final double SMALL_TEXT_SIZE = 9;
    static final Stroke HAIRLINE = new BasicStroke(0.8f);
    static final Stroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN_LINE = new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED =
            new BasicStroke(1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
    static final Stroke INTERVAL = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private ChartTheme() {}

    /** A chart around the plot, without title, legend or frame. */
    static JFreeChart chart(XYPlot plot, RectangleInsets padding) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setDomainGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setNoDataMessageFont(Typeface.REGULAR.at(TEXT_SIZE));
        JFreeChart chart = new JFreeChart(null, Typeface.MEDIUM.at(TEXT_SIZE), plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setElementHinting(false);
        chart.setPadding(padding);
        return chart;
    }

    /** Fonts and colours of an axis with tick labels. */
    static <A extends NumberAxis> A styled(A axis) {
        axis.setTickLabelFont(Typeface.REGULAR.at(TEXT_SIZE));
        axis.setLabelFont(Typeface.REGULAR.at(TEXT_SIZE));
        axis.setTickLabelPaint(Ink.SOFT_TEXT.color());
        axis.setAxisLinePaint(Ink.AXIS.color());
        axis.setTickMarkPaint(Ink.AXIS.color());
        axis.setAxisLineStroke(HAIRLINE);
        axis.setTickMarkStroke(HAIRLINE);
        axis.setMinorTickMarksVisible(false);
        axis.setAutoRange(false);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    static Shape square(double half) {
        return new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
    }

    static Shape triangleUp(double radius) {
        return triangle(radius, -1);
    }

    static Shape triangleDown(double radius) {
        return triangle(radius, 1);
    }

    private static Shape triangle(double radius, int tip) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, tip * radius);
        path.lineTo(-radius, -tip * radius * 0.8);
        path.lineTo(radius, -tip * radius * 0.8);
        path.closePath();
        return path;
    }
}
