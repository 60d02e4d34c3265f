package org.evenkeel.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.reports.model.DistributionChart;
import org.evenkeel.reports.model.DistributionChart.Bar;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.TextAnchor;

/** Draws bars parted in their middle class, a bar per period, the legend above in the order of the parts. */
final class DistributionDrawing {
    private static final double NAME_ROOM = 104;
    private static final double RIGHT_ROOM = 8;
    private static final double LEGEND = 22;
    private static final double SIDES = 14;
    private static final double LEAST_ROW = 19;
    private static final double MOST_ROW = 27;
    private static final int CLASSES = DistributionChart.CLASSES;
    private static final int MIDDLE = CLASSES / 2;

    private final DistributionChart spec;
    private final Words words;
    private final double width;
    private final double height;

    DistributionDrawing(DistributionChart spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
    }

    static int leastHeight(DistributionChart spec) {
        return height(spec, LEAST_ROW);
    }

    static int mostHeight(DistributionChart spec) {
        return height(spec, MOST_ROW);
    }

    private static int height(DistributionChart spec, double row) {
        return (int) Math.ceil(LEGEND + SIDES + row * spec.bars().size() + 2);
    }

    JFreeChart chart() {
        Canvas canvas = new Canvas(width, height);
        legend(canvas);
        double left = 0;
        double right = 0;
        for (Bar bar : spec.bars()) {
            if (bar.isWhole()) {
                left = Math.max(left, half(bar, 0, MIDDLE));
                right = Math.max(right, half(bar, MIDDLE + 1, CLASSES));
            }
        }
        double perPercent = (width - NAME_ROOM - RIGHT_ROOM) / Math.max(1, left + right);
        double zero = NAME_ROOM + left * perPercent;
        double top = LEGEND + SIDES;
        canvas.text(
                spec.sides().left(),
                zero - 8,
                LEGEND + SIDES / 2 - 1,
                TextAnchor.CENTER_RIGHT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.SOFT_TEXT.color());
        canvas.text(
                spec.sides().right(),
                zero + 8,
                LEGEND + SIDES / 2 - 1,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.SOFT_TEXT.color());
        double row = (height - top - 2) / Math.max(1, spec.bars().size());
        canvas.line(zero, top - 3, zero, height - 1, ChartTheme.HAIRLINE, Ink.TEXT.color());
        for (int i = 0; i < spec.bars().size(); i++) {
            Bar bar = spec.bars().get(i);
            boolean newest = i == spec.bars().size() - 1;
            double y = top + i * row;
            canvas.lines(
                    (newest ? Typeface.MEDIUM : Typeface.REGULAR)
                            .wrapped(bar.period(), ChartTheme.TEXT_SIZE, NAME_ROOM - 8, 2),
                    0,
                    y + row / 2,
                    10.5,
                    TextAnchor.CENTER_LEFT,
                    newest ? Typeface.MEDIUM : Typeface.REGULAR,
                    ChartTheme.TEXT_SIZE,
                    Ink.TEXT.color());
            if (bar.isWhole()) {
                bar(canvas, bar, zero, y + row * 0.1, row * 0.8, perPercent);
            } else {
                canvas.text(
                        unseen(bar),
                        NAME_ROOM,
                        y + row / 2,
                        TextAnchor.CENTER_LEFT,
                        Typeface.REGULAR,
                        ChartTheme.SMALL_TEXT_SIZE,
                        Ink.SOFT_TEXT.color());
            }
        }
        return canvas.chart();
    }

    private static double half(Bar bar, int from, int to) {
        double sum = share(bar, MIDDLE) / 2;
        for (int i = from; i < to; i++) {
            sum += share(bar, i);
        }
        return sum;
    }

    private static double share(Bar bar, int place) {
        return bar.shares().get(place).value().orElseThrow().doubleValue();
    }

    private String unseen(Bar bar) {
        boolean withheld = bar.shares().stream().noneMatch(reading -> reading.isShown());
        return withheld ? Reading.withheld(words) : words.text("chart.distribution.bands");
    }

    private static void bar(Canvas canvas, Bar bar, double zero, double y, double tall, double perPercent) {
        double x = zero - half(bar, 0, MIDDLE) * perPercent;
        for (int i = 0; i < CLASSES; i++) {
            double wide = share(bar, i) * perPercent;
            Shade shade = Shade.ofClass(i);
            if (wide > 0) {
                canvas.box(x, y, Math.max(0.5, wide - 0.8), tall, shade.color());
                String share = bar.shares().get(i).text();
                if (Typeface.REGULAR.width(share, ChartTheme.SMALL_TEXT_SIZE) + 3 <= wide) {
                    canvas.text(
                            share,
                            x + wide / 2,
                            y + tall / 2,
                            TextAnchor.CENTER,
                            Typeface.REGULAR,
                            ChartTheme.SMALL_TEXT_SIZE,
                            shade.text());
                }
            }
            x += wide;
        }
    }

    private void legend(Canvas canvas) {
        double x = NAME_ROOM;
        List<String> names = new ArrayList<>(spec.classes());
        for (int i = 0; i < names.size(); i++) {
            canvas.box(x, 3, 11, 11, Shade.ofClass(i).color());
            canvas.text(
                    names.get(i),
                    x + 15,
                    8.5,
                    TextAnchor.CENTER_LEFT,
                    Typeface.REGULAR,
                    ChartTheme.SMALL_TEXT_SIZE,
                    Ink.TEXT.color());
            x += 15 + Typeface.REGULAR.width(names.get(i), ChartTheme.SMALL_TEXT_SIZE) + 16;
        }
    }
}
