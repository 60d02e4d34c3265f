package org.evenkeel.reports.chart;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

/** An empty chart whose places are pixels from its upper left corner, for kinds of chart that have no axes of the usual sort. */
final class Canvas {
    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private final XYPlot plot;

    Canvas(double width, double height) {
        this.plot = new XYPlot(
                new XYSeriesCollection(), pixels(width, Direction.RIGHT), pixels(height, Direction.DOWN), null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
    }

    private enum Direction {
        RIGHT,
        DOWN
    }

    private static NumberAxis pixels(double length, Direction direction) {
        NumberAxis axis = ChartTheme.styled(new NumberAxis());
        axis.setInverted(direction == Direction.DOWN);
        axis.setRange(new Range(0, length));
        axis.setVisible(false);
        return axis;
    }

    /** The finished chart. */
    JFreeChart chart() {
        return ChartTheme.chart(plot, RectangleInsets.ZERO_INSETS);
    }

    void fill(Shape shape, Color colour) {
        plot.addAnnotation(new XYShapeAnnotation(shape, null, null, colour));
    }

    void outline(Shape shape, Stroke stroke, Paint paint) {
        plot.addAnnotation(new XYShapeAnnotation(shape, stroke, paint, NOTHING));
    }

    void box(double x, double y, double width, double height, Color colour) {
        fill(new Rectangle2D.Double(x, y, width, height), colour);
    }

    void line(double x1, double y1, double x2, double y2, Stroke stroke, Color colour) {
        // A level line as a shape has no area, and would be taken to lie outside.
        plot.addAnnotation(new XYLineAnnotation(x1, y1, x2, y2, stroke, colour));
    }

    /** A mark of the theme with its middle at a place. */
    void mark(Shape shape, double x, double y, Color colour) {
        fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape), colour);
    }

    /** A line through places, given as pairs. */
    void path(List<double[]> places, Stroke stroke, Color colour) {
        if (places.size() > 1) {
            plot.addAnnotation(new XYShapeAnnotation(through(places), stroke, colour));
        }
    }

    /** The area between an upper and a lower line. */
    void area(List<double[]> upper, List<double[]> lower, Color colour) {
        if (upper.size() < 2) {
            return;
        }
        Path2D path = through(upper);
        for (int i = lower.size() - 1; i >= 0; i--) {
            path.lineTo(lower.get(i)[0], lower.get(i)[1]);
        }
        path.closePath();
        fill(path, colour);
    }

    private static Path2D through(List<double[]> places) {
        Path2D path = new Path2D.Double();
        path.moveTo(places.get(0)[0], places.get(0)[1]);
        places.stream().skip(1).forEach(place -> path.lineTo(place[0], place[1]));
        return path;
    }

    void text(String words, double x, double y, TextAnchor anchor, Typeface face, double size, Color colour) {
        String printable = face.printable(words);
        if (printable.isBlank()) {
            return;
        }
        XYTextAnnotation text = new XYTextAnnotation(printable, x, y);
        text.setFont(face.at(size));
        text.setPaint(colour);
        text.setTextAnchor(anchor);
        plot.addAnnotation(text);
    }

    /** Words in lines around a middle height. */
    void lines(
            List<String> words,
            double x,
            double y,
            double leading,
            TextAnchor anchor,
            Typeface face,
            double size,
            Color colour) {
        for (int i = 0; i < words.size(); i++) {
            text(words.get(i), x, y + (i - (words.size() - 1) / 2.0) * leading, anchor, face, size, colour);
        }
    }
}
