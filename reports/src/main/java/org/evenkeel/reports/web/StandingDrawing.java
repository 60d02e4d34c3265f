package org.evenkeel.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.Watchlist.Standing;
import org.evenkeel.reports.web.Svg.Anchor;
import org.evenkeel.reports.web.Svg.Mark;
import org.evenkeel.reports.web.Svg.Place;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseStanding;

/** Draws where a group stands among those beside it: as answered, drawn towards the average, and the others in a row. */
final class StandingDrawing {
    private static final double WIDTH = CourseDrawing.WIDTH;
    private static final double LEFT = 8;
    private static final double ROW = 42;
    private static final double TOP = 6;
    private static final double TEXT = 12;
    private static final int MOST_TICKS = 6;

    private final Standing standing;
    private final Words words;
    private final Optional<Reading> mean;
    private final Optional<Reading> school;

    private StandingDrawing(Standing standing, Optional<Reading> mean, Optional<Reading> school, Words words) {
        this.standing = standing;
        this.words = words;
        this.mean = mean.filter(Reading::isShown);
        this.school = school.filter(Reading::isShown);
    }

    /** The drawing as SVG source, with its message in words. */
    static String of(Standing standing, Optional<Reading> mean, Optional<Reading> school, Words words, String message) {
        return new StandingDrawing(standing, mean, school, words).drawn(message);
    }

    private String drawn(String message) {
        int rows = 1
                + (mean.isPresent() ? 1 : 0)
                + (school.isPresent() ? 1 : 0)
                + (standing.others().isEmpty() ? 0 : 1);
        double bottom = TOP + rows * ROW + 4;
        boolean referenced = standing.average().isPresent();
        Svg svg = new Svg(WIDTH, bottom + (referenced ? 40 : 24), message);
        ValueScale scale = ValueScale.around(values(), standing.axis(), MOST_TICKS, LEFT + 8, WIDTH - 12);
        for (BigDecimal tick : scale.ticks()) {
            double x = scale.at(tick);
            svg.line("grid", new Place(x, TOP), new Place(x, bottom));
            double half = Typeface.REGULAR.width(scale.label(tick, words), TEXT) / 2;
            svg.words("tick", Anchor.MIDDLE, new Place(Math.max(half, x), bottom + 16), scale.label(tick, words));
        }
        references(svg, scale, bottom);
        double y = TOP + 14;
        if (mean.isPresent()) {
            Reading reading = mean.orElseThrow();
            row(svg, y, words.text("chart.standing.group", reading.text()));
            interval(svg, scale, y + 15, "group", reading.lower(), reading.upper());
            svg.mark(
                    Mark.SQUARE,
                    "mark group",
                    new Place(scale.at(reading.value().orElseThrow()), y + 15),
                    reading.id());
            y += ROW;
        }
        ReleaseStanding own = standing.own();
        row(svg, y, words.text("chart.standing.pooled", words.number(own.pooled())));
        interval(svg, scale, y + 15, "group", Optional.of(own.lower()), Optional.of(own.upper()));
        svg.mark(Mark.DIAMOND, "mark group", new Place(scale.at(own.pooled()), y + 15), "");
        y += ROW;
        if (!standing.others().isEmpty()) {
            int others = standing.others().size();
            row(svg, y, words.count("chart.standing.others", others));
            for (ReleaseStanding other : standing.others()) {
                svg.mark(Mark.TICK, "other", new Place(scale.at(other.pooled()), y + 15), "");
            }
            y += ROW;
        }
        if (school.isPresent()) {
            Reading reading = school.orElseThrow();
            row(svg, y, words.text("chart.standing.school", reading.text()));
            interval(svg, scale, y + 15, "school", reading.lower(), reading.upper());
            svg.mark(
                    Mark.CIRCLE,
                    "mark school",
                    new Place(scale.at(reading.value().orElseThrow()), y + 15),
                    reading.id());
        }
        return svg.finished();
    }

    private List<BigDecimal> values() {
        List<BigDecimal> values = new ArrayList<>();
        for (Optional<Reading> reading : List.of(mean, school)) {
            reading.flatMap(Reading::value).ifPresent(values::add);
            reading.flatMap(Reading::lower).ifPresent(values::add);
            reading.flatMap(Reading::upper).ifPresent(values::add);
        }
        values.add(standing.own().lower());
        values.add(standing.own().upper());
        standing.others().forEach(other -> values.add(other.pooled()));
        standing.average().ifPresent(values::add);
        standing.worse().ifPresent(values::add);
        return values;
    }

    private void references(Svg svg, ValueScale scale, double bottom) {
        if (standing.average().isEmpty()) {
            return;
        }
        double average = scale.at(standing.average().orElseThrow());
        svg.line("expected", new Place(average, TOP), new Place(average, bottom));
        if (standing.worse().isEmpty()) {
            named(svg, average, bottom, words.text("chart.standing.average"), Anchor.MIDDLE);
            return;
        }
        double worse = scale.at(standing.worse().orElseThrow());
        svg.line("limit", new Place(worse, TOP), new Place(worse, bottom));
        boolean rightwards = worse >= average;
        named(svg, average, bottom, words.text("chart.standing.average"), rightwards ? Anchor.END : Anchor.START);
        named(svg, worse, bottom, words.text("chart.standing.worse"), rightwards ? Anchor.START : Anchor.END);
    }

    /** The name of a reference line, moved inwards where it would leave the drawing. */
    private static void named(Svg svg, double x, double bottom, String name, Anchor anchor) {
        double width = Typeface.REGULAR.width(name, TEXT);
        double start = switch (anchor) {
            case START -> x - 4;
            case MIDDLE -> x - width / 2;
            case END -> x + 4 - width;
        };
        svg.words("tick", Anchor.START, new Place(Math.max(0, Math.min(start, WIDTH - width)), bottom + 33), name);
    }

    private static void row(Svg svg, double y, String words) {
        svg.words("row", Anchor.START, new Place(LEFT, y), words);
    }

    private static void interval(
            Svg svg, ValueScale scale, double y, String kind, Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
        if (lower.isPresent() && upper.isPresent()) {
            svg.line(
                    "whisker wide " + kind,
                    new Place(scale.at(lower.orElseThrow()), y),
                    new Place(scale.at(upper.orElseThrow()), y));
        }
    }
}
