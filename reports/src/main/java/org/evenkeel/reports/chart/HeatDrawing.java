package org.evenkeel.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.HeatMap;
import org.evenkeel.reports.model.HeatMap.Band;
import org.evenkeel.reports.model.HeatMap.Place;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.TextAnchor;

/** Draws groups by measures: value and sign in each place, the legend above. */
final class HeatDrawing {
    private static final double LEAST_NAME_ROOM = 80;
    private static final double MOST_NAME_ROOM = 150;
    private static final double LEGEND = 20;
    private static final double LEAST_ROW = 15;
    private static final double LEAST_ROW_OF_TWO_LINES = 19;
    private static final double MOST_ROW = 22;
    private static final double GROUP_GAP = 6;
    private static final double SMALL = 8;
    private static final double HEAD_LINE = 10;
    private static final int HEAD_LINES = 5;

    private final HeatMap spec;
    private final Words words;
    private final double width;
    private final double height;

    HeatDrawing(HeatMap spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
    }

    static int leastHeight(HeatMap spec) {
        double room = nameRoom(spec) - 8;
        boolean oneLine = spec.groups().stream()
                .flatMap(group -> group.rows().stream())
                .allMatch(row -> Typeface.REGULAR.width(row.name(), ChartTheme.TEXT_SIZE) <= room);
        return height(spec, oneLine ? LEAST_ROW : LEAST_ROW_OF_TWO_LINES);
    }

    static int mostHeight(HeatMap spec) {
        return height(spec, MOST_ROW);
    }

    private static int height(HeatMap spec, double row) {
        double column = columnWidth(spec, ChartDrawing.PAGE_WIDTH);
        return (int) Math.ceil(LEGEND
                + head(spec, column)
                + spec.rows() * row
                + GROUP_GAP * (spec.groups().size() - 1)
                + 2);
    }

    /** As much room before the places as the longest name asks for, within bounds. */
    private static double nameRoom(HeatMap spec) {
        double longest = spec.groups().stream()
                .flatMap(group -> group.rows().stream())
                .mapToDouble(row -> Typeface.REGULAR.width(row.name(), ChartTheme.TEXT_SIZE))
                .max()
                .orElse(0);
        return Math.max(LEAST_NAME_ROOM, Math.min(MOST_NAME_ROOM, longest + 12));
    }

    private static double columnWidth(HeatMap spec, double width) {
        return Math.min(
                86, (width - nameRoom(spec)) / Math.max(1, spec.measures().size()));
    }

    private static List<String> heading(String measure, double column) {
        return Typeface.REGULAR.wrapped(measure, SMALL, column - 3, HEAD_LINES);
    }

    private static double head(HeatMap spec, double column) {
        int lines = spec.measures().stream()
                .mapToInt(measure -> heading(measure, column).size())
                .max()
                .orElse(1);
        return lines * HEAD_LINE + 8;
    }

    JFreeChart chart() {
        Canvas canvas = new Canvas(width, height);
        double column = columnWidth(spec, width);
        double head = head(spec, column);
        double names = nameRoom(spec);
        legend(canvas);
        for (int i = 0; i < spec.measures().size(); i++) {
            List<String> lines = heading(spec.measures().get(i), column);
            double middle = LEGEND + head - 4 - lines.size() * HEAD_LINE / 2;
            canvas.lines(
                    lines,
                    names + (i + 0.5) * column,
                    middle,
                    HEAD_LINE,
                    TextAnchor.CENTER,
                    Typeface.REGULAR,
                    SMALL,
                    Ink.TEXT.color());
        }
        double gaps = GROUP_GAP * (spec.groups().size() - 1);
        double row = (height - LEGEND - head - gaps - 2) / Math.max(1, spec.rows());
        double y = LEGEND + head;
        for (HeatMap.Group group : spec.groups()) {
            for (HeatMap.Row cohort : group.rows()) {
                name(canvas, cohort.name(), y + row / 2, names - 8);
                for (int i = 0; i < cohort.places().size(); i++) {
                    place(canvas, cohort.places().get(i), names + i * column, y, column, row);
                }
                y += row;
            }
            y += GROUP_GAP;
        }
        return canvas.chart();
    }

    private static void name(Canvas canvas, String name, double y, double room) {
        boolean fits = Typeface.REGULAR.width(name, ChartTheme.TEXT_SIZE) <= room;
        double size = fits ? ChartTheme.TEXT_SIZE : SMALL;
        canvas.lines(
                Typeface.REGULAR.wrapped(name, size, room, fits ? 1 : 2),
                0,
                y,
                8.6,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                size,
                Ink.TEXT.color());
    }

    private void place(Canvas canvas, Optional<Place> place, double x, double y, double column, double row) {
        Optional<Shade> shade = place.flatMap(Place::band).map(Shade::of);
        double middleX = x + column / 2;
        double middleY = y + row / 2;
        shade.ifPresent(fill -> canvas.box(x + 0.75, y + 0.75, column - 1.5, row - 1.5, fill.color()));
        if (place.isEmpty()) {
            canvas.text("–", middleX, middleY, TextAnchor.CENTER, Typeface.REGULAR, SMALL, Ink.SOFT_TEXT.color());
            return;
        }
        Reading reading = place.orElseThrow().reading();
        if (!reading.isShown()) {
            double size = column < 44 ? 6.5 : 7.5;
            canvas.outline(
                    new java.awt.geom.Rectangle2D.Double(x + 1.2, y + 1.2, column - 2.4, row - 2.4),
                    ChartTheme.HAIRLINE,
                    Ink.GRID.color());
            canvas.text(
                    words.text("chart.heat.unseen"),
                    middleX,
                    middleY,
                    TextAnchor.CENTER,
                    Typeface.REGULAR,
                    size,
                    Ink.SOFT_TEXT.color());
            return;
        }
        java.awt.Color ink = shade.map(Shade::text).orElse(Ink.TEXT.color());
        String sign = place.orElseThrow().band().map(Band::sign).orElse("");
        String value = sign.isEmpty() ? reading.text() : reading.text() + " " + sign;
        canvas.text(
                value,
                middleX,
                middleY,
                TextAnchor.CENTER,
                sign.isEmpty() ? Typeface.REGULAR : Typeface.MEDIUM,
                ChartTheme.SMALL_TEXT_SIZE,
                ink);
    }

    private void legend(Canvas canvas) {
        List<Band> worstFirst = new ArrayList<>(List.of(Band.values()));
        java.util.Collections.reverse(worstFirst);
        double x = 0;
        for (Band band : worstFirst) {
            Shade shade = Shade.of(band);
            canvas.box(x, 2, 20, 12, shade.color());
            if (band == Band.ABOUT) {
                canvas.outline(
                        new java.awt.geom.Rectangle2D.Double(x, 2, 20, 12), ChartTheme.HAIRLINE, Ink.AXIS.color());
            }
            canvas.text(
                    band.sign(),
                    x + 10,
                    8,
                    TextAnchor.CENTER,
                    Typeface.MEDIUM,
                    ChartTheme.SMALL_TEXT_SIZE,
                    shade.text());
            canvas.text(
                    band.said(words),
                    x + 24,
                    8,
                    TextAnchor.CENTER_LEFT,
                    Typeface.REGULAR,
                    ChartTheme.SMALL_TEXT_SIZE,
                    Ink.TEXT.color());
            x += 24 + Typeface.REGULAR.width(band.said(words), ChartTheme.SMALL_TEXT_SIZE) + 16;
        }
        canvas.text(
                words.text("chart.heat.legend"),
                x,
                8,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.SOFT_TEXT.color());
    }
}
