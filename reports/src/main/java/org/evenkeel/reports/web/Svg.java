package org.evenkeel.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A drawing as SVG source. Marks are told apart by shape; their colours come from the page's classes. */
final class Svg {
    private final StringBuilder source = new StringBuilder();

    /** A drawing of a size, with its message in words. */
    Svg(double width, double height, String message) {
        source.append("<svg class=\"chart\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" aria-label=\"")
                .append(Markup.escaped(message))
                .append("\">");
    }

    /** The source with its end. */
    String finished() {
        return source + "</svg>";
    }

    void line(String kind, Place from, Place to) {
        source.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                kind,
                number(from.x()),
                number(from.y()),
                number(to.x()),
                number(to.y())));
    }

    void box(String kind, Place corner, double width, double height) {
        source.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
                kind,
                number(corner.x()),
                number(corner.y()),
                number(width),
                number(height)));
    }

    void path(String kind, List<Place> places) {
        source.append("<polyline class=\"")
                .append(kind)
                .append("\" points=\"")
                .append(points(places))
                .append("\"/>");
    }

    void area(String kind, List<Place> upper, List<Place> lower) {
        List<Place> around = new ArrayList<>(upper);
        for (int i = lower.size() - 1; i >= 0; i--) {
            around.add(lower.get(i));
        }
        source.append("<polygon class=\"")
                .append(kind)
                .append("\" points=\"")
                .append(points(around))
                .append("\"/>");
    }

    /** A mark that stands for a figure; the id is empty where it stands for something worked out. */
    void mark(Mark mark, String kind, Place at, String figure) {
        source.append("<path class=\"").append(kind).append('"');
        if (!figure.isEmpty()) {
            source.append(" data-figure=\"").append(Markup.escaped(figure)).append('"');
        }
        source.append(" d=\"").append(mark.path(at)).append("\"/>");
    }

    void words(String kind, Anchor anchor, Place at, String words) {
        source.append("<text class=\"")
                .append(kind)
                .append("\" text-anchor=\"")
                .append(anchor.css())
                .append("\" x=\"")
                .append(number(at.x()))
                .append("\" y=\"")
                .append(number(at.y()))
                .append("\">")
                .append(Markup.escaped(words))
                .append("</text>");
    }

    private static String points(List<Place> places) {
        StringBuilder points = new StringBuilder();
        for (Place place : places) {
            points.append(points.isEmpty() ? "" : " ")
                    .append(number(place.x()))
                    .append(',')
                    .append(number(place.y()));
        }
        return points.toString();
    }

    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A place in a drawing. */
    record Place(double x, double y) {}

    /** Which end of words stands at a place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The shape of a mark. */
    enum Mark {
        CIRCLE(4),
        SQUARE(4),
        DIAMOND(6.5),
        TICK(6);

        private final double radius;

        Mark(double radius) {
            this.radius = radius;
        }

        String path(Place at) {
            String x = number(at.x());
            String y = number(at.y());
            String r = number(radius);
            return switch (this) {
                case CIRCLE ->
                    "M" + number(at.x() - radius) + "," + y + "a" + r + "," + r + " 0 1,0 " + number(2 * radius) + ",0a"
                            + r + "," + r + " 0 1,0 " + number(-2 * radius) + ",0z";
                case SQUARE ->
                    "M" + number(at.x() - radius) + "," + number(at.y() - radius) + "h" + number(2 * radius) + "v"
                            + number(2 * radius) + "h" + number(-2 * radius) + "z";
                case DIAMOND ->
                    "M" + x + "," + number(at.y() - radius) + "l" + r + "," + r + "l" + number(-radius) + "," + r + "l"
                            + number(-radius) + "," + number(-radius) + "z";
                case TICK -> "M" + x + "," + number(at.y() - radius) + "v" + number(2 * radius);
            };
        }
    }
}
