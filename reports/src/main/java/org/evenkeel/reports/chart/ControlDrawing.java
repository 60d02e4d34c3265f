package org.evenkeel.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.ControlChart;
import org.evenkeel.reports.model.ControlChart.Expectation;
import org.evenkeel.reports.model.ControlChart.Week;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.TextAnchor;

/** Draws weeks against what was expected: the values as dots on a line, the usual weeks as a band, what is out of the ordinary as a triangle. */
final class ControlDrawing {
    private static final double AXIS_ROOM = 34;
    private static final double LABEL_ROOM = 96;
    private static final double TOP = 16;
    private static final double BOTTOM = 32;
    private static final double LABEL_GAP = 12;

    private final ControlChart spec;
    private final Words words;
    private final double width;
    private final double height;
    private final PixelScale scale;
    private final double step;

    ControlDrawing(ControlChart spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
        this.scale = new PixelScale(ValueRange.around(spec.axis(), spec.numbers()), TOP, height - BOTTOM);
        this.step = (width - AXIS_ROOM - LABEL_ROOM) / Math.max(1, spec.weeks().size());
    }

    JFreeChart chart() {
        Canvas canvas = new Canvas(width, height);
        double right = width - LABEL_ROOM;
        for (LineChart.Shade shade : spec.shades()) {
            double from = left(shade.first());
            double wide = (shade.last() - shade.first() + 1) * step;
            canvas.box(from, TOP - 2, wide, scale.bottom() - TOP + 4, Ink.SHADE.color());
            canvas.text(
                    Typeface.REGULAR
                            .wrapped(shade.label(), 8, Math.max(30, wide + 20), 1)
                            .get(0),
                    from + wide / 2,
                    TOP - 8,
                    TextAnchor.CENTER,
                    Typeface.REGULAR,
                    8,
                    Ink.SOFT_TEXT.color());
        }
        scale.grid(canvas, words, AXIS_ROOM, right, PixelScale.Labels.SHOWN);
        canvas.line(AXIS_ROOM, scale.bottom() + 4, right, scale.bottom() + 4, ChartTheme.HAIRLINE, Ink.AXIS.color());
        periods(canvas);
        expectations(canvas);
        values(canvas);
        labels(canvas, right);
        return canvas.chart();
    }

    private double left(int week) {
        return AXIS_ROOM + week * step;
    }

    private double middle(int week) {
        return left(week) + step / 2;
    }

    // ---- below the weeks

    private void periods(Canvas canvas) {
        for (LineChart.Shade run : spec.runs()) {
            double wide = (run.last() - run.first() + 1) * step;
            if (run.first() > 0) {
                canvas.line(
                        left(run.first()),
                        TOP - 2,
                        left(run.first()),
                        scale.bottom() + 26,
                        ChartTheme.HAIRLINE,
                        Ink.AXIS.color());
            }
            canvas.text(
                    Typeface.REGULAR
                            .wrapped(run.label(), ChartTheme.SMALL_TEXT_SIZE, wide - 4, 1)
                            .get(0),
                    left(run.first()) + wide / 2,
                    scale.bottom() + 24,
                    TextAnchor.CENTER,
                    Typeface.MEDIUM,
                    ChartTheme.SMALL_TEXT_SIZE,
                    Ink.SOFT_TEXT.color());
            double widest = spec.weeks().stream()
                    .mapToDouble(week -> Typeface.REGULAR.width(week.label(), 8))
                    .max()
                    .orElse(0);
            int every = Math.max(1, (int) Math.ceil((widest + 6) / step));
            for (int i = run.first();
                    i <= run.last() - (run.last() < spec.weeks().size() - 1 ? every / 2 : 0);
                    i += every) {
                double x = Math.max(middle(i), left(run.first()) + widest / 2 + 1);
                canvas.text(
                        spec.weeks().get(i).label(),
                        x,
                        scale.bottom() + 12,
                        TextAnchor.CENTER,
                        Typeface.REGULAR,
                        8,
                        Ink.SOFT_TEXT.color());
            }
        }
    }

    // ---- what was expected

    private void expectations(Canvas canvas) {
        int start = 0;
        for (int i = 1; i <= spec.weeks().size(); i++) {
            boolean ends = i == spec.weeks().size()
                    || !isSame(spec.weeks().get(start), spec.weeks().get(i));
            if (ends) {
                double from = left(start);
                double to = left(i);
                spec.weeks().get(start).expectation().ifPresent(found -> expectation(canvas, found, from, to));
                start = i;
            }
        }
    }

    private static boolean isSame(Week one, Week other) {
        return one.expectation()
                        .map(Expectation::expected)
                        .equals(other.expectation().map(Expectation::expected))
                && one.expectation()
                        .flatMap(Expectation::limits)
                        .equals(other.expectation().flatMap(Expectation::limits));
    }

    private void expectation(Canvas canvas, Expectation expectation, double from, double to) {
        expectation.limits().ifPresent(limits -> {
            double upper = at(limits.upper());
            double lower = at(limits.lower());
            canvas.box(from, upper, to - from, lower - upper, Ink.MAIN.veil(26));
            canvas.line(from, upper, to, upper, ChartTheme.DASHED, Ink.MAIN.color());
            canvas.line(from, lower, to, lower, ChartTheme.DASHED, Ink.MAIN.color());
        });
        canvas.line(
                from,
                at(expectation.expected()),
                to,
                at(expectation.expected()),
                ChartTheme.HAIRLINE,
                Ink.MAIN.color());
    }

    private double at(BigDecimal value) {
        return scale.at(value.doubleValue());
    }

    // ---- what was answered

    private void values(Canvas canvas) {
        List<double[]> run = new ArrayList<>();
        for (int i = 0; i <= spec.weeks().size(); i++) {
            int place = i;
            boolean breaks = i == spec.weeks().size()
                    || spec.weeks().get(i).reading().isEmpty()
                    || spec.runs().stream().anyMatch(term -> term.first() == place);
            if (breaks) {
                canvas.path(run, ChartTheme.THIN_LINE, Ink.MARK.color());
                run = new ArrayList<>();
            }
            if (i < spec.weeks().size() && spec.weeks().get(i).reading().isPresent()) {
                run.add(new double[] {middle(i), value(spec.weeks().get(i))});
            }
        }
        for (int i = 0; i < spec.weeks().size(); i++) {
            Week week = spec.weeks().get(i);
            if (week.reading().isEmpty()) {
                continue;
            }
            double y = value(week);
            if (!week.isUnusual()) {
                canvas.mark(ChartTheme.circle(2.4), middle(i), y, Ink.MARK.color());
                continue;
            }
            boolean above = y <= at(week.expectation().orElseThrow().expected());
            canvas.mark(
                    above ? ChartTheme.triangleUp(5) : ChartTheme.triangleDown(5),
                    middle(i),
                    y,
                    Ink.FIRST_HIGHLIGHT.color());
            if (!isExtreme(i)) {
                continue;
            }
            canvas.text(
                    week.reading().orElseThrow().text(),
                    middle(i),
                    above ? y - 11 : y + 11,
                    TextAnchor.CENTER,
                    Typeface.MEDIUM,
                    8,
                    Ink.FIRST_HIGHLIGHT.color());
        }
    }

    /** Whether no neighbouring week out of the ordinary lies farther from what was expected, so that values do not run together. */
    private boolean isExtreme(int place) {
        int first = place;
        while (first > 0 && spec.weeks().get(first - 1).isUnusual()) {
            first--;
        }
        int extreme = first;
        for (int i = first; i < spec.weeks().size() && spec.weeks().get(i).isUnusual(); i++) {
            extreme = distance(i) > distance(extreme) ? i : extreme;
        }
        return extreme == place;
    }

    private double distance(int place) {
        Week week = spec.weeks().get(place);
        return week.reading().isEmpty()
                ? -1
                : Math.abs(value(week) - at(week.expectation().orElseThrow().expected()));
    }

    private double value(Week week) {
        return at(week.reading().orElseThrow().value().orElseThrow());
    }

    // ---- names of the lines

    private void labels(Canvas canvas, double right) {
        Optional<Expectation> last = Optional.empty();
        for (Week week : spec.weeks()) {
            last = week.expectation().or(lastOf(last));
        }
        if (last.isEmpty()) {
            return;
        }
        Expectation expectation = last.orElseThrow();
        double expected = at(expectation.expected());
        label(canvas, words.text("chart.control.expected", words.number(expectation.expected())), right, expected);
        expectation.limits().ifPresent(limits -> {
            double upper = Math.min(at(limits.upper()), expected - LABEL_GAP);
            double lower = Math.max(at(limits.lower()), expected + LABEL_GAP);
            label(canvas, words.text("chart.control.up-to", words.number(limits.upper())), right, upper);
            label(canvas, words.text("chart.control.from", words.number(limits.lower())), right, lower);
        });
    }

    private static java.util.function.Supplier<Optional<Expectation>> lastOf(Optional<Expectation> found) {
        return () -> found;
    }

    private static void label(Canvas canvas, String said, double right, double y) {
        canvas.text(
                said,
                right + 6,
                y,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.MAIN.color());
    }
}
