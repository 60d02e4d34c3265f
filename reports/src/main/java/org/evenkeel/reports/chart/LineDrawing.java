package org.evenkeel.reports.chart;

import java.awt.Shape;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.LineChart.Emphasis;
import org.evenkeel.reports.model.LineChart.Series;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Draws values over periods: a line per group with its interval as a band, named at its end; a gap where nothing is shown. */
final class LineDrawing {
    private static final double LABEL_ROOM = 138;
    private static final double AXIS_ROOM = 44;
    private static final double LINE_HEIGHT = 12.5;
    private static final int INTERVAL_VEIL = 46;

    private final LineChart spec;
    private final Words words;
    private final double width;
    private final double height;
    private final ValueRange range;

    LineDrawing(LineChart spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
        this.range = ValueRange.of(
                spec.axis(),
                spec.series().stream()
                        .flatMap(series -> series.readings().stream())
                        .flatMap(Optional::stream)
                        .toList());
    }

    JFreeChart chart() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(1f);
        XYPlot plot = new XYPlot(data, periods(), values(), renderer);
        plot.setDomainGridlinesVisible(false);
        shades(plot);
        List<Label> labels = new ArrayList<>();
        for (int i = spec.series().size() - 1; i >= 0; i--) {
            draw(spec.series().get(i), i, data, renderer, plot).ifPresent(labels::add);
        }
        label(plot, labels);
        return ChartTheme.chart(plot, new RectangleInsets(4, 0, 0, 0));
    }

    // ---- axes

    private double perPixel() {
        double inner = width - AXIS_ROOM - LABEL_ROOM;
        return (spec.periods().size() - 1 + 2 * margin()) / inner;
    }

    private double margin() {
        return spec.periods().size() < 4 ? 0.35 : 0.5;
    }

    private TickAxis periods() {
        int last = spec.periods().size() - 1;
        double spacing = 1 / perPixel();
        double widest = spec.periods().stream()
                .mapToDouble(label -> Typeface.REGULAR.width(label, ChartTheme.TEXT_SIZE))
                .max()
                .orElse(0);
        int step = Math.max(1, (int) Math.ceil((widest + 8) / spacing));
        List<TickAxis.Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            ticks.add(
                    new TickAxis.Tick(i, (last - i) % step == 0 ? spec.periods().get(i) : ""));
        }
        TickAxis axis = ChartTheme.styled(new TickAxis(ticks));
        axis.setRange(new Range(-margin(), last + margin() + LABEL_ROOM * perPixel()));
        return axis;
    }

    private TickAxis values() {
        TickAxis axis = ChartTheme.styled(new TickAxis(range.ticks(words)));
        axis.setRange(new Range(range.from() - 0.04 * range.span(), range.to() + 0.04 * range.span()));
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setFixedDimension(AXIS_ROOM);
        return axis;
    }

    private void shades(XYPlot plot) {
        for (LineChart.Shade shade : spec.shades()) {
            IntervalMarker marker = new IntervalMarker(shade.first() - 0.5, shade.last() + 0.5);
            marker.setPaint(Ink.SHADE.color());
            marker.setOutlinePaint(null);
            marker.setAlpha(1f);
            marker.setLabel(shade.label());
            marker.setLabelFont(Typeface.REGULAR.at(ChartTheme.SMALL_TEXT_SIZE));
            marker.setLabelPaint(Ink.SOFT_TEXT.color());
            marker.setLabelBackgroundColor(new java.awt.Color(0, 0, 0, 0));
            marker.setLabelAnchor(RectangleAnchor.TOP);
            marker.setLabelTextAnchor(TextAnchor.TOP_CENTER);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }
    }

    // ---- lines

    private Optional<Label> draw(
            Series series, int place, YIntervalSeriesCollection data, DeviationRenderer renderer, XYPlot plot) {
        Look look = look(series, place);
        int segment = 0;
        YIntervalSeries run = new YIntervalSeries(series.name() + "/" + segment, false, true);
        Optional<Label> label = Optional.empty();
        List<Optional<Reading>> readings = series.readings();
        for (int i = 0; i <= readings.size(); i++) {
            Optional<Reading> shown = i < readings.size() ? readings.get(i).filter(Reading::isShown) : Optional.empty();
            if (shown.isEmpty()) {
                if (run.getItemCount() > 0) {
                    add(run, look, data, renderer, plot);
                    segment++;
                    run = new YIntervalSeries(series.name() + "/" + segment, false, true);
                }
                continue;
            }
            Reading reading = shown.orElseThrow();
            double value = reading.value().orElseThrow().doubleValue();
            double lower = reading.lower().map(Number::doubleValue).orElse(value);
            double upper = reading.upper().map(Number::doubleValue).orElse(value);
            run.add(i, value, Math.max(lower, range.from()), Math.min(upper, range.to()));
            label = Optional.of(new Label(series.name(), reading.text(), i, value, look));
        }
        return label;
    }

    private static void add(
            YIntervalSeries run, Look look, YIntervalSeriesCollection data, DeviationRenderer renderer, XYPlot plot) {
        int index = data.getSeriesCount();
        data.addSeries(run);
        renderer.setSeriesPaint(index, look.ink().color());
        renderer.setSeriesFillPaint(index, look.ink().veil(INTERVAL_VEIL));
        renderer.setSeriesStroke(index, stroke(look.emphasis()));
        renderer.setSeriesShape(index, look.shape());
        renderer.setSeriesShapesFilled(index, true);
        if (run.getItemCount() == 1) {
            double x = run.getX(0).doubleValue();
            plot.addAnnotation(new XYLineAnnotation(
                    x,
                    run.getYLowValue(0),
                    x,
                    run.getYHighValue(0),
                    ChartTheme.INTERVAL,
                    look.ink().color()));
        }
    }

    private static Stroke stroke(Emphasis emphasis) {
        return switch (emphasis) {
            case MAIN -> ChartTheme.LINE;
            case HIGHLIGHT -> ChartTheme.THIN_LINE;
            case REFERENCE -> ChartTheme.DASHED;
        };
    }

    /** How one line looks: never told apart by colour alone. */
    private record Look(Ink ink, Shape shape, Emphasis emphasis) {}

    private static Look look(Series series, int place) {
        return switch (series.emphasis()) {
            case MAIN -> new Look(Ink.MAIN, ChartTheme.circle(2.6), Emphasis.MAIN);
            case HIGHLIGHT ->
                place % 2 == 1
                        ? new Look(Ink.FIRST_HIGHLIGHT, ChartTheme.triangleUp(3.4), Emphasis.HIGHLIGHT)
                        : new Look(Ink.SECOND_HIGHLIGHT, ChartTheme.square(2.6), Emphasis.HIGHLIGHT);
            case REFERENCE -> new Look(Ink.MARK, ChartTheme.square(1.7), Emphasis.REFERENCE);
        };
    }

    // ---- names at the ends of lines

    private record Label(String name, String value, int period, double at, Look look) {}

    /** The name in at most two lines, the value always whole at its end. */
    private static List<String> words(Label label) {
        double room = LABEL_ROOM - 12 - Typeface.MEDIUM.width(" " + label.value(), ChartTheme.TEXT_SIZE);
        List<String> lines = new ArrayList<>(Typeface.MEDIUM.wrapped(label.name(), ChartTheme.TEXT_SIZE, room, 2));
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + " " + label.value());
        return lines;
    }

    private void label(XYPlot plot, List<Label> labels) {
        double plotHeight = height - 4 - 24;
        double perRow = 1.08 * range.span() / plotHeight;
        List<Label> fromTop = labels.stream()
                .sorted(Comparator.comparingDouble(Label::at).reversed().thenComparing(Label::name))
                .toList();
        List<List<String>> words = fromTop.stream().map(LineDrawing::words).toList();
        double[] tops = new double[fromTop.size()];
        double ceiling = range.to() + 0.04 * range.span();
        for (int i = 0; i < tops.length; i++) {
            double half = words.get(i).size() * LINE_HEIGHT * perRow / 2;
            double wanted = Math.min(ceiling, fromTop.get(i).at() + half);
            double free = i == 0 ? ceiling : tops[i - 1] - words.get(i - 1).size() * LINE_HEIGHT * perRow;
            tops[i] = Math.min(wanted, free);
        }
        double floor = range.from() - 0.04 * range.span();
        for (int i = tops.length - 1; i >= 0; i--) {
            double tall = words.get(i).size() * LINE_HEIGHT * perRow;
            tops[i] = Math.max(tops[i], floor + tall);
            floor = tops[i];
        }
        int last = spec.periods().size() - 1;
        for (int i = 0; i < tops.length; i++) {
            for (int line = 0; line < words.get(i).size(); line++) {
                XYTextAnnotation text = new XYTextAnnotation(
                        words.get(i).get(line), last + 10 * perPixel(), tops[i] - (line + 0.5) * LINE_HEIGHT * perRow);
                text.setFont(Typeface.MEDIUM.at(ChartTheme.TEXT_SIZE));
                text.setPaint(fromTop.get(i).look().ink().color());
                text.setTextAnchor(TextAnchor.CENTER_LEFT);
                plot.addAnnotation(text);
            }
        }
    }
}
