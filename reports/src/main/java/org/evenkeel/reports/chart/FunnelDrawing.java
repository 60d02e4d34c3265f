package org.evenkeel.reports.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.reports.model.FunnelChart;
import org.evenkeel.reports.model.FunnelChart.Point;
import org.evenkeel.reports.words.Words;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.TextAnchor;

/** Draws means against respondents within the bounds of chance; what lies outside is a triangle with its name. */
final class FunnelDrawing {
    private static final double AXIS_ROOM = 34;
    private static final double LABEL_ROOM = 74;
    private static final double TOP = 8;
    private static final double BOTTOM = 32;
    private static final double LABEL_GAP = 11;
    private static final int STEPS = 120;
    private static final int MOST_NAMED = 14;
    private static final Color VEIL = new Color(255, 255, 255);

    private final FunnelChart spec;
    private final Words words;
    private final double width;
    private final double height;
    private final PixelScale scale;
    private final double fewest;
    private final double most;

    FunnelDrawing(FunnelChart spec, Words words, double width, double height) {
        this.spec = spec;
        this.words = words;
        this.width = width;
        this.height = height;
        double least = spec.points().stream().mapToDouble(Point::count).min().orElse(1);
        double largest = spec.points().stream().mapToDouble(Point::count).max().orElse(1);
        this.fewest = Math.max(1, least * 0.7);
        this.most = largest * 1.08;
        double reach = spec.bounds().reach(least, FunnelChart.NEARLY_ALL);
        List<BigDecimal> numbers = new ArrayList<>();
        spec.points().forEach(point -> numbers.add(BigDecimal.valueOf(point.value())));
        numbers.add(spec.bounds().centre().add(BigDecimal.valueOf(reach)));
        numbers.add(spec.bounds().centre().subtract(BigDecimal.valueOf(reach)));
        this.scale = new PixelScale(ValueRange.around(spec.axis(), numbers), TOP, height - BOTTOM);
    }

    JFreeChart chart() {
        Canvas canvas = new Canvas(width, height);
        double right = width - LABEL_ROOM;
        scale.grid(canvas, words, AXIS_ROOM, right, PixelScale.Labels.SHOWN);
        canvas.line(AXIS_ROOM, scale.bottom(), right, scale.bottom(), ChartTheme.HAIRLINE, Ink.AXIS.color());
        respondents(canvas, right);
        double centre = spec.bounds().centre().doubleValue();
        canvas.line(AXIS_ROOM, scale.at(centre), right, scale.at(centre), ChartTheme.THIN_LINE, Ink.MAIN.color());
        for (int side : new int[] {-1, 1}) {
            canvas.path(bound(centre, side, FunnelChart.MOST), ChartTheme.DASHED, Ink.SOFT_TEXT.color());
            canvas.path(bound(centre, side, FunnelChart.NEARLY_ALL), ChartTheme.HAIRLINE, Ink.TEXT.color());
        }
        ends(canvas, centre, right);
        points(canvas);
        return canvas.chart();
    }

    private double x(double respondents) {
        return AXIS_ROOM + (respondents - fewest) / (most - fewest) * (width - AXIS_ROOM - LABEL_ROOM);
    }

    private List<double[]> bound(double centre, int side, double z) {
        List<double[]> places = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double count = fewest + (most - fewest) * i / STEPS;
            double value = centre + side * spec.bounds().reach(count, z);
            if (value >= scale.range().from() && value <= scale.range().to()) {
                places.add(new double[] {x(count), scale.at(value)});
            }
        }
        return places;
    }

    private void ends(Canvas canvas, double centre, double right) {
        double middle = scale.at(centre);
        label(
                canvas,
                words.text("chart.funnel.average", words.number(spec.bounds().centre())),
                right,
                middle);
        for (int side : new int[] {-1, 1}) {
            double inner = scale.at(centre + side * spec.bounds().reach(most, FunnelChart.MOST));
            double outer = scale.at(centre + side * spec.bounds().reach(most, FunnelChart.NEARLY_ALL));
            double near = side > 0 ? Math.min(inner, middle - LABEL_GAP) : Math.max(inner, middle + LABEL_GAP);
            double far = side > 0 ? Math.min(outer, near - LABEL_GAP) : Math.max(outer, near + LABEL_GAP);
            label(canvas, words.text("chart.funnel.most"), right, near);
            label(canvas, words.text("chart.funnel.nearly-all"), right, far);
        }
    }

    private static void label(Canvas canvas, String said, double right, double y) {
        canvas.text(
                said,
                right + 6,
                y,
                TextAnchor.CENTER_LEFT,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.SOFT_TEXT.color());
    }

    private void respondents(Canvas canvas, double right) {
        double rough = (most - fewest) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = Math.max(1, rough / power >= 5 ? 5 * power : rough / power >= 2 ? 2 * power : power);
        for (long i = (long) Math.ceil(fewest / step); i * step <= most; i++) {
            canvas.text(
                    words.number(Math.round(i * step)),
                    x(i * step),
                    scale.bottom() + 9,
                    TextAnchor.CENTER,
                    Typeface.REGULAR,
                    ChartTheme.SMALL_TEXT_SIZE,
                    Ink.SOFT_TEXT.color());
        }
        canvas.text(
                words.text("chart.funnel.respondents"),
                (AXIS_ROOM + right) / 2,
                scale.bottom() + 23,
                TextAnchor.CENTER,
                Typeface.REGULAR,
                ChartTheme.SMALL_TEXT_SIZE,
                Ink.SOFT_TEXT.color());
    }

    // ---- the groups

    private void points(Canvas canvas) {
        List<Point> outside = spec.outside();
        double centre = spec.bounds().centre().doubleValue();
        List<Rectangle2D> taken = new ArrayList<>();
        for (Point point : spec.points()) {
            double x = x(point.count());
            double y = scale.at(point.value());
            taken.add(new Rectangle2D.Double(x - 4, y - 4, 8, 8));
            if (outside.contains(point)) {
                canvas.mark(
                        point.value() > centre ? ChartTheme.triangleUp(5) : ChartTheme.triangleDown(5),
                        x,
                        y,
                        Ink.FIRST_HIGHLIGHT.color());
            } else {
                canvas.mark(ChartTheme.circle(3.2), x, y, Ink.MARK.color());
            }
        }
        List<Point> named = new ArrayList<>(outside);
        if (spec.points().size() <= MOST_NAMED) {
            spec.points().stream().filter(point -> !outside.contains(point)).forEach(named::add);
        }
        named.sort(Comparator.comparing((Point point) -> outside.contains(point) ? 0 : 1));
        named.forEach(
                point -> name(canvas, point, outside.contains(point) ? Ink.FIRST_HIGHLIGHT : Ink.SOFT_TEXT, taken));
    }

    /** Writes a name beside its mark where nothing else stands; a name that finds no room is left to the table. */
    private void name(Canvas canvas, Point point, Ink ink, List<Rectangle2D> taken) {
        String words = Typeface.REGULAR.wrapped(point.name(), 8, 130, 1).get(0);
        double wide = Typeface.REGULAR.width(words, 8);
        double x = x(point.count());
        double y = scale.at(point.value());
        for (double[] place :
                new double[][] {{x + 7, y}, {x - 7 - wide, y}, {x - wide / 2, y - 11}, {x - wide / 2, y + 11}}) {
            Rectangle2D box = new Rectangle2D.Double(place[0] - 1, place[1] - 5, wide + 2, 10);
            boolean free = box.getMinX() >= AXIS_ROOM
                    && box.getMaxX() <= width - LABEL_ROOM
                    && box.getMinY() >= 0
                    && box.getMaxY() <= scale.bottom()
                    && taken.stream().noneMatch(other -> other.intersects(box));
            if (free) {
                taken.add(box);
                canvas.fill(box, VEIL);
                canvas.text(words, place[0], place[1], TextAnchor.CENTER_LEFT, Typeface.REGULAR, 8, ink.color());
                return;
            }
        }
    }
}
