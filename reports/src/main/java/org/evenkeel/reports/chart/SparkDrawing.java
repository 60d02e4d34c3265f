package org.evenkeel.reports.chart;

import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.Sparkline;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a line the size of a word, its last value as a dot. */
final class SparkDrawing {
    private SparkDrawing() {}

    static JFreeChart chart(Sparkline sparkline) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        XYSeries end = new XYSeries("end", false);
        XYSeries run = new XYSeries("run 0", false);
        List<Optional<Reading>> readings = sparkline.readings();
        for (int i = 0; i < readings.size(); i++) {
            Optional<Double> value = readings.get(i).flatMap(Reading::value).map(Number::doubleValue);
            if (value.isEmpty()) {
                data.addSeries(run);
                run = new XYSeries("run " + (i + 1), false);
                continue;
            }
            run.add(i, value.orElseThrow());
            lowest = Math.min(lowest, value.orElseThrow());
            highest = Math.max(highest, value.orElseThrow());
            end.clear();
            end.add(i, value.orElseThrow());
        }
        data.addSeries(run);
        data.addSeries(end);
        for (int i = 0; i < data.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, Ink.MAIN.color());
            renderer.setSeriesStroke(i, ChartTheme.THIN_LINE);
        }
        int last = data.getSeriesCount() - 1;
        renderer.setSeriesShapesVisible(last, true);
        renderer.setSeriesShape(last, ChartTheme.circle(2.4));
        double pad = Math.max(0.01, (highest - lowest) * 0.25);
        XYPlot plot = new XYPlot(
                data,
                hidden(-0.3, readings.size() - 0.7),
                lowest <= highest ? hidden(lowest - pad, highest + pad) : hidden(0, 1),
                renderer);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return ChartTheme.chart(plot, RectangleInsets.ZERO_INSETS);
    }

    private static NumberAxis hidden(double from, double to) {
        NumberAxis axis = ChartTheme.styled(new NumberAxis());
        axis.setRange(new Range(from, to));
        axis.setVisible(false);
        return axis;
    }
}
