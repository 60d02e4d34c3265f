package org.evenkeel.reports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.Watchlist.Course;
import org.evenkeel.reports.model.Watchlist.Kind;
import org.evenkeel.reports.model.Watchlist.Point;
import org.evenkeel.reports.web.Svg.Anchor;
import org.evenkeel.reports.web.Svg.Mark;
import org.evenkeel.reports.web.Svg.Place;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseControl;

/** Draws a group's means over periods: against the school with bands of uncertainty, or against what its weeks usually are. */
final class CourseDrawing {
    static final double WIDTH = 400;
    private static final double HEIGHT = 218;
    private static final double TOP = 20;
    private static final double BOTTOM = HEIGHT - 26;
    private static final double TEXT = 12;
    private static final double LINE = 15;
    private static final int MOST_TICKS = 5;

    private final Course course;
    private final Words words;
    private final Svg svg;
    private final ValueScale scale;
    private final double left;
    private final double right;

    private CourseDrawing(Course course, Words words, String message) {
        this.course = course;
        this.words = words;
        this.svg = new Svg(WIDTH, HEIGHT, message);
        this.scale = ValueScale.around(values(course), course.axis(), MOST_TICKS, BOTTOM, TOP);
        this.left = 8
                + scale.ticks().stream()
                        .mapToDouble(tick -> Typeface.REGULAR.width(scale.label(tick, words), TEXT))
                        .max()
                        .orElse(0);
        this.right = WIDTH
                - 12
                - labels().stream()
                        .mapToDouble(label -> Typeface.MEDIUM.width(label.words(), TEXT))
                        .max()
                        .orElse(0);
    }

    /** The drawing as SVG source, with its message in words. */
    static String of(Course course, Words words, String message) {
        return new CourseDrawing(course, words, message).drawn();
    }

    private static List<BigDecimal> values(Course course) {
        List<BigDecimal> values = new ArrayList<>();
        for (Point point : course.points()) {
            add(values, point.group());
            point.control().ifPresent(control -> {
                values.add(control.expected());
                control.limits().ifPresent(limits -> {
                    values.add(limits.lower());
                    values.add(limits.upper());
                });
            });
            if (!course.isControlled()) {
                add(values, point.school());
            }
        }
        return values;
    }

    private static void add(List<BigDecimal> values, Optional<Reading> reading) {
        reading.flatMap(Reading::value).ifPresent(values::add);
        reading.flatMap(Reading::lower).ifPresent(values::add);
        reading.flatMap(Reading::upper).ifPresent(values::add);
    }

    private String drawn() {
        exams();
        grid();
        if (course.isControlled()) {
            expectations();
        } else {
            series(Point::school, "school", Mark.CIRCLE);
        }
        series(Point::group, "group", Mark.SQUARE);
        signals();
        endLabels();
        return svg.finished();
    }

    private double x(int place) {
        int last = course.points().size() - 1;
        double inset = 10;
        return last == 0 ? (left + right) / 2 : left + inset + (right - left - 2 * inset) * place / last;
    }

    private void grid() {
        for (BigDecimal tick : scale.ticks()) {
            double y = scale.at(tick);
            svg.line("grid", new Place(left, y), new Place(right, y));
            svg.words("tick", Anchor.END, new Place(left - 5, y + 4), scale.label(tick, words));
        }
        svg.line("axis", new Place(left, BOTTOM), new Place(right, BOTTOM));
        double free = WIDTH;
        for (int i = course.points().size() - 1; i >= 0; i--) {
            String label = course.points().get(i).period();
            double width = Typeface.REGULAR.width(label, TEXT);
            double start = Math.max(0, Math.min(x(i) - width / 2, WIDTH - width));
            if (start + width <= free - 8 || i == course.points().size() - 1) {
                svg.line("axis", new Place(x(i), BOTTOM), new Place(x(i), BOTTOM + 4));
                svg.words("tick", Anchor.START, new Place(start, BOTTOM + 18), label);
                free = start;
            }
        }
    }

    private void exams() {
        int start = -1;
        double half = course.points().size() < 2 ? 8 : (x(1) - x(0)) / 2;
        for (int i = 0; i <= course.points().size(); i++) {
            boolean exams = i < course.points().size() && course.points().get(i).kind() == Kind.EXAMS;
            if (exams && start < 0) {
                start = i;
            }
            if (!exams && start >= 0) {
                double from = Math.max(left, x(start) - half);
                double to = Math.min(right, x(i - 1) + half);
                svg.box("exams", new Place(from, 2), to - from, BOTTOM - 2);
                svg.words("tick", Anchor.MIDDLE, new Place((from + to) / 2, TOP - 7), words.text("chart.course.exams"));
                start = -1;
            }
        }
    }

    private void series(Function<Point, Optional<Reading>> of, String kind, Mark mark) {
        List<List<Integer>> runs = runs(place ->
                of.apply(course.points().get(place)).filter(Reading::isShown).isPresent());
        boolean banded = !course.isControlled();
        for (List<Integer> run : runs) {
            if (banded) {
                band(of, kind, run);
            }
        }
        for (List<Integer> run : runs) {
            if (run.size() > 1) {
                svg.path(
                        "line " + kind,
                        run.stream()
                                .map(place -> new Place(x(place), y(of, place)))
                                .toList());
            }
            for (int place : run) {
                Reading reading = of.apply(course.points().get(place)).orElseThrow();
                svg.mark(mark, "mark " + kind, new Place(x(place), y(of, place)), reading.id());
            }
        }
    }

    private double y(Function<Point, Optional<Reading>> of, int place) {
        return scale.at(
                of.apply(course.points().get(place)).flatMap(Reading::value).orElseThrow());
    }

    private void band(Function<Point, Optional<Reading>> of, String kind, List<Integer> run) {
        List<Place> upper = new ArrayList<>();
        List<Place> lower = new ArrayList<>();
        for (int place : run) {
            Reading reading = of.apply(course.points().get(place)).orElseThrow();
            if (reading.hasInterval()) {
                upper.add(new Place(x(place), scale.at(reading.upper().orElseThrow())));
                lower.add(new Place(x(place), scale.at(reading.lower().orElseThrow())));
            }
        }
        if (upper.size() > 1) {
            svg.area("band " + kind, upper, lower);
        }
        if (upper.size() == 1 || course.points().size() <= 8) {
            for (int i = 0; i < upper.size(); i++) {
                svg.line("whisker " + kind, lower.get(i), upper.get(i));
            }
        }
    }

    private void expectations() {
        for (List<Integer> run : runs(place -> control(place).isPresent())) {
            List<Integer> limited = run.stream()
                    .filter(place -> control(place).orElseThrow().limits().isPresent())
                    .toList();
            if (!limited.isEmpty()) {
                svg.area("usual", stepped(limited, Side.UPPER), stepped(limited, Side.LOWER));
                svg.path("limit", stepped(limited, Side.UPPER));
                svg.path("limit", stepped(limited, Side.LOWER));
            }
            svg.path("expected", stepped(run, Side.EXPECTED));
        }
    }

    private enum Side {
        LOWER,
        EXPECTED,
        UPPER
    }

    private List<Place> stepped(List<Integer> run, Side side) {
        double half = course.points().size() < 2 ? 8 : (x(1) - x(0)) / 2;
        List<Place> places = new ArrayList<>();
        for (int place : run) {
            double y = scale.at(of(control(place).orElseThrow(), side));
            places.add(new Place(Math.max(left, x(place) - half), y));
            places.add(new Place(Math.min(right, x(place) + half), y));
        }
        return places;
    }

    private static BigDecimal of(ReleaseControl control, Side side) {
        return switch (side) {
            case LOWER -> control.limits().orElseThrow().lower();
            case EXPECTED -> control.expected();
            case UPPER -> control.limits().orElseThrow().upper();
        };
    }

    private Optional<ReleaseControl> control(int place) {
        return course.points().get(place).control();
    }

    private void signals() {
        for (int i = 0; i < course.points().size(); i++) {
            boolean unusual = control(i)
                    .filter(control -> control.signal() == ReleaseControl.Signal.UNUSUAL)
                    .isPresent();
            Optional<Reading> group = course.points().get(i).group().filter(Reading::isShown);
            if (unusual && group.isPresent()) {
                svg.mark(
                        Mark.DIAMOND,
                        "mark signal",
                        new Place(x(i), y(Point::group, i)),
                        group.orElseThrow().id());
            }
        }
    }

    private interface Wanted {
        boolean at(int place);
    }

    private List<List<Integer>> runs(Wanted wanted) {
        List<List<Integer>> runs = new ArrayList<>();
        List<Integer> run = new ArrayList<>();
        for (int i = 0; i < course.points().size(); i++) {
            if (wanted.at(i)) {
                run.add(i);
            } else if (!run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            runs.add(List.copyOf(run));
        }
        return runs;
    }

    // ---- names at the ends of lines

    private record EndLabel(String kind, String words, BigDecimal value) {}

    private List<EndLabel> labels() {
        List<EndLabel> labels = new ArrayList<>();
        last(Point::group)
                .ifPresent(reading -> labels.add(new EndLabel(
                        "group",
                        words.text("chart.course.group", reading.text()),
                        reading.value().orElseThrow())));
        if (course.isControlled()) {
            course.points().stream()
                    .flatMap(point -> point.control().stream())
                    .reduce((first, second) -> second)
                    .ifPresent(control -> labels.add(
                            new EndLabel("expected", words.text("chart.course.expected"), control.expected())));
        } else {
            last(Point::school)
                    .ifPresent(reading -> labels.add(new EndLabel(
                            "school",
                            words.text("chart.course.school", reading.text()),
                            reading.value().orElseThrow())));
        }
        return labels;
    }

    private Optional<Reading> last(Function<Point, Optional<Reading>> of) {
        return course.points().stream()
                .flatMap(point -> of.apply(point).stream())
                .filter(Reading::isShown)
                .reduce((first, second) -> second);
    }

    private void endLabels() {
        List<EndLabel> labels = labels();
        double[] places = new double[labels.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = scale.at(labels.get(i).value());
        }
        if (places.length == 2 && Math.abs(places[0] - places[1]) < LINE) {
            double middle = (places[0] + places[1]) / 2;
            int upper = places[0] <= places[1] ? 0 : 1;
            places[upper] = middle - LINE / 2;
            places[1 - upper] = middle + LINE / 2;
        }
        for (int i = 0; i < places.length; i++) {
            double y = Math.max(TOP, Math.min(BOTTOM - 2, places[i]));
            svg.words(
                    "end " + labels.get(i).kind(),
                    Anchor.START,
                    new Place(right + 6, y + 4),
                    labels.get(i).words());
        }
    }
}
