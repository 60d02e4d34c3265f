package org.evenkeel.reports.chart;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws groups as dots with intervals: names at the left, values at the right, the school as a line down the whole chart. */
final class DotDrawing {
    private static final double LEAST_ROW = 12;
    private static final double LEAST_ROW_OF_TWO_LINES = 18;
    private static final double TWO_LINE_SIZE = 7.8;
    static final double MOST_ROW = 24;

    private static final double NAME_ROOM = 150;
    private static final double VALUE_ROOM = 164;
    private static final double AXIS_HEIGHT = 20;
    private static final double HEAD = 1.1;
    private static final double GROUP_GAP = 0.45;
    private static final double POOLED_SHIFT = 0.22;
    private static final double RAW_SHIFT = -0.14;
    private static final List<Standing> MARKS = List.of(Standing.ALONGSIDE, Standing.ABOVE, Standing.BELOW);

    private final DotChart spec;
    private final Words words;
    private final ValueRange range;
    private final double perPixel;

    DotDrawing(DotChart spec, Words words, double width) {
        this.spec = spec;
        this.words = words;
        List<Reading> readings = Stream.concat(
                        spec.school().stream(),
                        spec.groups().stream()
                                .flatMap(group -> group.rows().stream())
                                .map(DotChart.Row::reading))
                .toList();
        List<BigDecimal> besides = new ArrayList<>();
        spec.benchmark().ifPresent(benchmark -> besides.add(benchmark.value()));
        spec.groups().stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.pooled().stream())
                .forEach(pooled -> besides.addAll(List.of(pooled.lower(), pooled.upper())));
        this.range = ValueRange.of(spec.axis(), readings, besides);
        this.perPixel = range.span() / (width - NAME_ROOM - VALUE_ROOM);
    }

    /** The least height: names that need two lines need taller rows. */
    static int leastHeight(DotChart spec) {
        boolean oneLine =
                spec.groups().stream().flatMap(group -> group.rows().stream()).allMatch(row -> fits(row.name()));
        return height(spec, oneLine ? LEAST_ROW : LEAST_ROW_OF_TWO_LINES);
    }

    private static boolean fits(String name) {
        return Typeface.REGULAR.width(name, ChartTheme.TEXT_SIZE) <= NAME_ROOM - 14;
    }

    /** The height with rows of the given height. */
    static int height(DotChart spec, double row) {
        return (int) Math.ceil(units(spec) * row + AXIS_HEIGHT + 4);
    }

    private static double units(DotChart spec) {
        return HEAD + spec.rows() + GROUP_GAP * (spec.groups().size() - 1) + 0.3;
    }

    JFreeChart chart() {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(ChartTheme.INTERVAL);
        for (Standing standing : MARKS) {
            look(renderer, standing);
            data.addSeries(new XYIntervalSeries(standing.name(), false, true));
        }
        XYPlot plot = new XYPlot(data, values(), rows(), renderer);
        plot.setRangeGridlinesVisible(false);
        XYIntervalSeriesCollection pooled = new XYIntervalSeriesCollection();
        pooled.addSeries(new XYIntervalSeries("pooled", false, true));
        plot.setDataset(1, pooled);
        plot.setRenderer(1, rings());
        school(plot);
        double y = HEAD;
        for (DotChart.Group group : spec.groups()) {
            for (DotChart.Row row : group.rows()) {
                row(row, y + 0.5, plot, data);
                double middle = y + 0.5 + POOLED_SHIFT;
                row.pooled()
                        .ifPresent(found -> pooled.getSeries(0)
                                .add(
                                        found.value().doubleValue(),
                                        found.lower().doubleValue(),
                                        found.upper().doubleValue(),
                                        middle,
                                        middle,
                                        middle));
                y += 1;
            }
            y += GROUP_GAP;
        }
        return ChartTheme.chart(plot, new RectangleInsets(2, 0, 0, 0));
    }

    /** Open rings with thin intervals. */
    private static XYErrorRenderer rings() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(ChartTheme.HAIRLINE);
        renderer.setSeriesLinesVisible(0, false);
        renderer.setSeriesShapesVisible(0, true);
        renderer.setSeriesShapesFilled(0, true);
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, Color.WHITE);
        renderer.setDrawSeriesLineAsPath(false);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, Ink.MAIN.color());
        renderer.setSeriesOutlineStroke(0, ChartTheme.HAIRLINE);
        renderer.setSeriesPaint(0, Ink.MAIN.color());
        renderer.setSeriesShape(0, ChartTheme.circle(2.8));
        return renderer;
    }

    // ---- axes

    private TickAxis values() {
        TickAxis axis = ChartTheme.styled(new TickAxis(range.ticks(words)));
        axis.setRange(new Range(left(), right()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setFixedDimension(AXIS_HEIGHT);
        return axis;
    }

    private double left() {
        return range.from() - NAME_ROOM * perPixel;
    }

    private double right() {
        return range.to() + VALUE_ROOM * perPixel;
    }

    private NumberAxis rows() {
        NumberAxis axis = ChartTheme.styled(new NumberAxis());
        axis.setInverted(true);
        axis.setRange(new Range(0, units(spec)));
        axis.setVisible(false);
        return axis;
    }

    // ---- the school

    private void school(XYPlot plot) {
        Optional<Reading> shown = spec.school().filter(Reading::isShown);
        if (shown.isEmpty()) {
            heads(plot, Optional.empty());
            return;
        }
        Reading school = shown.orElseThrow();
        double value = school.value().orElseThrow().doubleValue();
        // The axis runs downwards, and a box must be given its lower edge first to be drawn at all.
        if (school.hasInterval()) {
            plot.addAnnotation(new XYBoxAnnotation(
                    Math.max(range.from(), school.lower().orElseThrow().doubleValue()),
                    units(spec),
                    Math.min(range.to(), school.upper().orElseThrow().doubleValue()),
                    HEAD,
                    null,
                    null,
                    Ink.MAIN.veil(38)));
        }
        plot.addAnnotation(
                new XYLineAnnotation(value, HEAD, value, units(spec), ChartTheme.THIN_LINE, Ink.MAIN.color()));
        heads(plot, Optional.of(new Head(words.text("chart.dots.school", school.text()), value, Ink.MAIN)));
    }

    /** What a line down the chart is called. */
    private record Head(String words, double value, Ink ink) {
        double half() {
            return Typeface.MEDIUM.width(words, ChartTheme.TEXT_SIZE) / 2;
        }
    }

    /** Draws the line of others, and names both lines where neither covers the other. */
    private void heads(XYPlot plot, Optional<Head> school) {
        Optional<Head> others = spec.benchmark()
                .map(benchmark -> new Head(
                        words.text("chart.dots.benchmark", words.number(benchmark.value())),
                        benchmark.value().doubleValue(),
                        Ink.SOFT_TEXT));
        others.ifPresent(head -> plot.addAnnotation(new XYLineAnnotation(
                head.value(), HEAD, head.value(), units(spec), ChartTheme.DASHED, Ink.SOFT_TEXT.color())));
        List<Head> fromLeft = Stream.concat(school.stream(), others.stream())
                .sorted(Comparator.comparingDouble(Head::value))
                .toList();
        double[] middles = new double[fromLeft.size()];
        for (int i = 0; i < middles.length; i++) {
            double half = fromLeft.get(i).half() * perPixel;
            middles[i] = Math.max(
                    range.from() + half,
                    Math.min(right() - half, fromLeft.get(i).value()));
        }
        if (middles.length == 2) {
            double apart = (fromLeft.get(0).half() + fromLeft.get(1).half() + 10) * perPixel;
            double missing = apart - (middles[1] - middles[0]);
            if (missing > 0) {
                middles[0] -= missing / 2;
                middles[1] += missing / 2;
            }
        }
        for (int i = 0; i < middles.length; i++) {
            Head head = fromLeft.get(i);
            text(
                    plot,
                    head.words(),
                    middles[i],
                    HEAD / 2,
                    TextAnchor.CENTER,
                    Typeface.MEDIUM,
                    ChartTheme.TEXT_SIZE,
                    head.ink());
        }
    }

    // ---- rows

    private void row(DotChart.Row row, double y, XYPlot plot, XYIntervalSeriesCollection data) {
        Reading reading = row.reading();
        name(row, y, plot);
        switch (reading.state()) {
            case SHOWN -> {
                double value = reading.value().orElseThrow().doubleValue();
                double lower = reading.lower().map(Number::doubleValue).orElse(value);
                double upper = reading.upper().map(Number::doubleValue).orElse(value);
                double at = row.pooled().isPresent() ? y + RAW_SHIFT : y;
                data.getSeries(place(row.standing())).add(value, lower, upper, at, at, at);
                value(plot, reading.textWithInterval(), y, Ink.TEXT);
            }
            case BANDED -> {
                double from = reading.bandLower().map(Number::doubleValue).orElse(range.from());
                double to = reading.bandUpper().map(Number::doubleValue).orElse(range.to());
                plot.addAnnotation(new XYBoxAnnotation(
                        from, y + 0.22, to, y - 0.22, ChartTheme.HAIRLINE, Ink.MARK.color(), Color.WHITE));
                value(plot, reading.text(), y, Ink.TEXT);
            }
            case WITHHELD, ABSENT -> value(plot, reading.text(), y, Ink.SOFT_TEXT);
        }
    }

    private void name(DotChart.Row row, double y, XYPlot plot) {
        if (fits(row.name())) {
            text(plot, row.name(), left(), y, TextAnchor.CENTER_LEFT, Typeface.REGULAR, ChartTheme.TEXT_SIZE, Ink.TEXT);
            return;
        }
        List<String> small = Typeface.REGULAR.wrapped(row.name(), TWO_LINE_SIZE, NAME_ROOM - 8, 2);
        for (int i = 0; i < small.size(); i++) {
            double shift = small.size() == 1 ? 0 : (i - 0.5) * 0.48;
            text(
                    plot,
                    small.get(i),
                    left(),
                    y + shift,
                    TextAnchor.CENTER_LEFT,
                    Typeface.REGULAR,
                    TWO_LINE_SIZE,
                    Ink.TEXT);
        }
    }

    private void value(XYPlot plot, String words, double y, Ink ink) {
        text(
                plot,
                words,
                range.to() + 12 * perPixel,
                y,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                ink);
    }

    private static void text(
            XYPlot plot, String words, double x, double y, TextAnchor anchor, Typeface face, double size, Ink ink) {
        XYTextAnnotation text = new XYTextAnnotation(face.printable(words), x, y);
        text.setFont(face.at(size));
        text.setPaint(ink.color());
        text.setTextAnchor(anchor);
        plot.addAnnotation(text);
    }

    private static int place(Standing standing) {
        return MARKS.indexOf(standing);
    }

    private static void look(XYErrorRenderer renderer, Standing standing) {
        int index = place(standing);
        renderer.setSeriesLinesVisible(index, false);
        renderer.setSeriesShapesVisible(index, true);
        renderer.setSeriesShapesFilled(index, true);
        switch (standing) {
            case ALONGSIDE -> {
                renderer.setSeriesPaint(index, Ink.MARK.color());
                renderer.setSeriesShape(index, ChartTheme.circle(3.2));
            }
            case ABOVE -> {
                renderer.setSeriesPaint(index, Ink.TEXT.color());
                renderer.setSeriesShape(index, ChartTheme.triangleUp(4.6));
            }
            case BELOW -> {
                renderer.setSeriesPaint(index, Ink.TEXT.color());
                renderer.setSeriesShape(index, ChartTheme.triangleDown(4.6));
            }
        }
    }
}
