package org.evenkeel.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.SmallMultiples;
import org.evenkeel.reports.model.SmallMultiples.Panel;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.TextAnchor;

/** Draws a small line chart for each group, all on one scale, with the school in grey behind. */
final class MultiplesDrawing {
    private static final int MOST_ACROSS = 5;
    private static final double AXIS_ROOM = 34;
    private static final double GAP = 14;
    private static final double NAME = 15;
    private static final double PERIODS = 14;
    private static final double LEAST_PANEL = 102;
    private static final double MOST_PANEL = 140;

    private final SmallMultiples spec;
    private final Words words;
    private final double width;
    private final double height;
    private final ValueRange range;

    MultiplesDrawing(SmallMultiples spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
        this.range = ValueRange.of(
                spec.axis(),
                Stream.concat(
                                spec.school().stream(),
                                spec.panels().stream().flatMap(panel -> panel.readings().stream()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    static int leastHeight(SmallMultiples spec) {
        return (int) Math.ceil(rows(spec) * LEAST_PANEL);
    }

    static int mostHeight(SmallMultiples spec) {
        return (int) Math.ceil(rows(spec) * MOST_PANEL);
    }

    /** As many across as leave no row with a single panel, where that can be. */
    private static int across(SmallMultiples spec) {
        int panels = spec.panels().size();
        int rows = (panels + MOST_ACROSS - 1) / MOST_ACROSS;
        return Math.max(2, (panels + rows - 1) / Math.max(1, rows));
    }

    private static int rows(SmallMultiples spec) {
        int across = across(spec);
        return Math.max(1, (spec.panels().size() + across - 1) / across);
    }

    JFreeChart chart() {
        Canvas canvas = new Canvas(width, height);
        int across = across(spec);
        double tall = height / rows(spec);
        double wide = (width - AXIS_ROOM - GAP * (across - 1)) / across;
        for (int i = 0; i < spec.panels().size(); i++) {
            int row = i / across;
            double left = AXIS_ROOM + (i % across) * (wide + GAP);
            panel(canvas, spec.panels().get(i), new Frame(left, wide, row * tall, tall), i % across);
        }
        return canvas.chart();
    }

    /** Where a panel stands. */
    private record Frame(double left, double wide, double top, double tall) {}

    private void panel(Canvas canvas, Panel panel, Frame frame, int column) {
        PixelScale scale = new PixelScale(range, frame.top() + NAME + 8, frame.top() + frame.tall() - PERIODS - 6);
        double right = frame.left() + frame.wide();
        scale.grid(canvas, words, frame.left(), right, column == 0 ? PixelScale.Labels.SHOWN : PixelScale.Labels.NONE);
        canvas.text(
                Typeface.MEDIUM
                        .wrapped(panel.name(), ChartTheme.TEXT_SIZE, frame.wide(), 1)
                        .get(0),
                frame.left(),
                frame.top() + NAME / 2 + 1,
                TextAnchor.CENTER_LEFT,
                Typeface.MEDIUM,
                ChartTheme.TEXT_SIZE,
                Ink.TEXT.color());
        runs(spec.school(), frame, scale)
                .forEach(run -> canvas.path(run.middle(), ChartTheme.THIN_LINE, Ink.AXIS.color()));
        for (Run run : runs(panel.readings(), frame, scale)) {
            canvas.area(run.upper(), run.lower(), Ink.MAIN.veil(40));
            canvas.path(run.middle(), ChartTheme.LINE, Ink.MAIN.color());
            if (run.middle().size() == 1) {
                double[] only = run.middle().get(0);
                canvas.mark(ChartTheme.circle(2.4), only[0], only[1], Ink.MAIN.color());
            }
        }
        end(canvas, panel, frame, scale);
        canvas.text(
                shortened(spec.periods().get(0), frame.wide() / 2 - 3),
                frame.left(),
                frame.top() + frame.tall() - PERIODS / 2 - 2,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                8,
                Ink.SOFT_TEXT.color());
        canvas.text(
                shortened(spec.periods().get(spec.periods().size() - 1), frame.wide() / 2 - 3),
                right,
                frame.top() + frame.tall() - PERIODS / 2 - 2,
                TextAnchor.CENTER_RIGHT,
                Typeface.REGULAR,
                8,
                Ink.SOFT_TEXT.color());
    }

    private static String shortened(String words, double room) {
        return Typeface.REGULAR.wrapped(words, 8, room, 1).get(0);
    }

    /** The last value, in the corner where the name leaves room, and its mark; or the words for what is not shown. */
    private void end(Canvas canvas, Panel panel, Frame frame, PixelScale scale) {
        int last = panel.readings().size() - 1;
        Optional<Reading> reading = panel.readings().get(last);
        double right = frame.left() + frame.wide();
        if (reading.filter(Reading::isShown).isPresent()) {
            double y = scale.at(reading.orElseThrow().value().orElseThrow().doubleValue());
            canvas.mark(ChartTheme.circle(2.6), x(frame, last), y, Ink.MAIN.color());
            String text = reading.orElseThrow().text();
            double nameEnd = Typeface.MEDIUM.width(panel.name(), ChartTheme.TEXT_SIZE);
            if (nameEnd + Typeface.MEDIUM.width(text, ChartTheme.TEXT_SIZE) + 8 <= frame.wide()) {
                canvas.text(
                        text,
                        right,
                        frame.top() + NAME / 2 + 1,
                        TextAnchor.CENTER_RIGHT,
                        Typeface.MEDIUM,
                        ChartTheme.TEXT_SIZE,
                        Ink.MAIN.color());
            }
            return;
        }
        boolean nothing = panel.readings().stream().flatMap(Optional::stream).noneMatch(Reading::isShown);
        if (nothing) {
            canvas.lines(
                    Typeface.REGULAR.wrapped(Reading.withheld(words), 8, frame.wide() - 10, 2),
                    frame.left() + frame.wide() / 2,
                    (scale.top() + scale.bottom()) / 2,
                    10,
                    TextAnchor.CENTER,
                    Typeface.REGULAR,
                    8,
                    Ink.SOFT_TEXT.color());
        }
    }

    private double x(Frame frame, int period) {
        int last = spec.periods().size() - 1;
        return last == 0 ? frame.left() + frame.wide() / 2 : frame.left() + 3 + (frame.wide() - 6) * period / last;
    }

    /** Neighbouring shown values with their intervals, in pixels. */
    private record Run(List<double[]> middle, List<double[]> upper, List<double[]> lower) {}

    private List<Run> runs(List<Optional<Reading>> readings, Frame frame, PixelScale scale) {
        List<Run> runs = new ArrayList<>();
        Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < readings.size(); i++) {
            Optional<Reading> shown = readings.get(i).filter(Reading::isShown);
            if (shown.isEmpty()) {
                runs.add(run);
                run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                continue;
            }
            double value = shown.orElseThrow().value().orElseThrow().doubleValue();
            double x = x(frame, i);
            run.middle().add(new double[] {x, scale.at(value)});
            run.upper().add(new double[] {
                x, scale.at(shown.orElseThrow().upper().map(Number::doubleValue).orElse(value))
            });
            run.lower().add(new double[] {
                x, scale.at(shown.orElseThrow().lower().map(Number::doubleValue).orElse(value))
            });
        }
        runs.add(run);
        return runs.stream().filter(each -> !each.middle().isEmpty()).toList();
    }
}
