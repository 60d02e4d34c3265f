package org.evenkeel.reports.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evenkeel.reports.chart.LogoImage;
import org.evenkeel.reports.model.OnePage.Level;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.model.Watchlist.Course;
import org.evenkeel.reports.model.Watchlist.Entry;
import org.evenkeel.reports.model.Watchlist.Point;
import org.evenkeel.reports.model.Watchlist.Since;
import org.evenkeel.reports.model.Watchlist.Status;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseControl;

/** What the page's templates ask for: the watchlist with its drawings, choices and counted sentences. */
public final class WatchlistView {
    private static final int LOGO_WIDTH = 240;
    private static final int LOGO_HEIGHT = 72;

    private final Watchlist list;

    WatchlistView(Watchlist list) {
        this.list = list;
    }

    /** The watchlist that is drawn. */
    public Watchlist list() {
        return list;
    }

    /** How things are said on it. */
    public Words words() {
        return list.words();
    }

    /** The school's logo. */
    public Optional<LogoImage> logo() {
        return LogoImage.of(list.cover().appearance().presentation());
    }

    /** The logo's size on the page, in pixels. */
    public LogoImage.Size logoSize() {
        return logo().orElseThrow().within(LOGO_WIDTH, LOGO_HEIGHT);
    }

    // ---- what can be chosen

    /** The levels that flags have, the most pressing first. */
    public List<Level> levels() {
        return list.entries().stream().map(Entry::level).distinct().sorted().toList();
    }

    /** Measures by theme, as they first appear. */
    public Map<String, List<String>> measures() {
        Map<String, List<String>> byTheme = new LinkedHashMap<>();
        list.entries().stream()
                .map(Entry::subject)
                .sorted((one, other) -> Integer.compare(one.measureOrder(), other.measureOrder()))
                .forEach(subject -> {
                    List<String> measures = byTheme.computeIfAbsent(subject.theme(), theme -> new ArrayList<>());
                    if (!measures.contains(subject.measure())) {
                        measures.add(subject.measure());
                    }
                });
        return byTheme;
    }

    /** The divisions of the school that flagged groups belong to. */
    public List<String> groupings() {
        return List.copyOf(new LinkedHashSet<>(list.entries().stream()
                .map(Entry::subject)
                .sorted((one, other) -> Integer.compare(one.cohortOrder(), other.cohortOrder()))
                .map(Watchlist.Subject::grouping)
                .toList()));
    }

    /** The statuses that flags have. */
    public List<Status> statuses() {
        return list.entries().stream().map(Entry::status).distinct().sorted().toList();
    }

    // ---- counted sentences

    /** How many flags there are: "4 flags". */
    public String flags() {
        return words().count("page.watchlist.flags", list.entries().size());
    }

    /** What is different, counted: "2 new, 1 gone". */
    public String counted(Since since) {
        List<String> said = new ArrayList<>();
        for (Status status : List.of(Status.NEW, Status.MORE_PRESSING, Status.LESS_PRESSING, Status.GONE)) {
            long number = since.count(status);
            if (number > 0) {
                said.add(words().text(
                                "page.watchlist.counted",
                                words().number(number),
                                Words.inSentence(status.said(words()))));
            }
        }
        return said.isEmpty() ? words().text("page.watchlist.no-change") : String.join(", ", said);
    }

    /** The statuses for which something is to be said, in order. */
    public List<Status> changed(Since since) {
        return List.of(Status.NEW, Status.MORE_PRESSING, Status.LESS_PRESSING, Status.GONE).stream()
                .filter(status -> since.count(status) > 0)
                .toList();
    }

    /** The name of a level or status in a class or an attribute. */
    public String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    // ---- drawings

    /** The finding of a course over terms. */
    public String termsTitle(Entry entry) {
        List<Point> shown = shown(entry.terms().orElseThrow());
        Point first = shown.get(0);
        Point last = shown.get(shown.size() - 1);
        return words().text("page.watchlist.terms-title", text(first), first.period(), text(last), last.period());
    }

    /** The finding of a course over weeks. */
    public String weeksTitle(Entry entry) {
        Course weeks = entry.weeks().orElseThrow();
        if (!weeks.isControlled()) {
            return words().text("page.watchlist.weeks-beside");
        }
        if (weeks.signals() == 0) {
            return weeks.hasLimits()
                    ? words().text("page.watchlist.weeks-usual")
                    : words().text("page.watchlist.weeks-few");
        }
        return words().count("page.watchlist.weeks-unusual", weeks.signals());
    }

    /** What the marks of a course over weeks mean. */
    public String weeksLegend(Entry entry) {
        Course weeks = entry.weeks().orElseThrow();
        if (!weeks.isControlled()) {
            return words().text("page.watchlist.legend-beside");
        }
        return weeks.hasLimits()
                ? words().text("page.watchlist.legend-limits")
                : words().text("page.watchlist.legend-median");
    }

    /** The finding of a standing. */
    public String standingTitle(Entry entry) {
        return words().count(
                        "page.watchlist.standing-title",
                        entry.standing().orElseThrow().own().groups(),
                        words().number(entry.standing().orElseThrow().own().likelihoodWorse()));
    }

    /** The drawing of the means over terms. */
    public String termsDrawing(Entry entry) {
        Course course = entry.terms().orElseThrow();
        return CourseDrawing.of(
                course,
                words(),
                words().text(
                                "page.watchlist.terms-message",
                                entry.subject().cohort(),
                                said(course, Point::group),
                                said(course, Point::school)));
    }

    /** The drawing of the means over weeks. */
    public String weeksDrawing(Entry entry) {
        Course course = entry.weeks().orElseThrow();
        List<String> unusual = course.points().stream()
                .filter(point -> point.control()
                        .filter(control -> control.signal() == ReleaseControl.Signal.UNUSUAL)
                        .isPresent())
                .map(Point::period)
                .toList();
        return CourseDrawing.of(
                course,
                words(),
                words().text(
                                course.isControlled()
                                        ? "page.watchlist.control-message"
                                        : "page.watchlist.weeks-message",
                                unusual.isEmpty()
                                        ? weeksTitle(entry)
                                        : words().text(
                                                        "page.watchlist.those-from",
                                                        weeksTitle(entry),
                                                        String.join(", ", unusual)),
                                ends(course)));
    }

    /** The drawing of where the group stands. */
    public String standingDrawing(Entry entry) {
        return StandingDrawing.of(
                entry.standing().orElseThrow(),
                entry.mean(),
                entry.school(),
                words(),
                words().text(
                                "page.watchlist.dot-message",
                                String.join(" ", entry.standing().orElseThrow().sentences())));
    }

    private static List<Point> shown(Course course) {
        return course.points().stream()
                .filter(point -> point.group().filter(Reading::isShown).isPresent())
                .toList();
    }

    private static String text(Point point) {
        return point.group().orElseThrow().text();
    }

    private static String said(Course course, Function<Point, Optional<Reading>> of) {
        return String.join(
                ", ",
                course.points().stream()
                        .filter(point -> of.apply(point).isPresent())
                        .map(point -> point.period() + " "
                                + of.apply(point).orElseThrow().text())
                        .toList());
    }

    private String ends(Course course) {
        List<Point> shown = shown(course);
        Point first = shown.get(0);
        Point last = shown.get(shown.size() - 1);
        return words().text("page.watchlist.ends", text(first), first.period(), text(last), last.period());
    }

    // ---- tables

    /** Whether any of the figures has an interval. */
    public String interval(Reading reading) {
        return reading.hasInterval() ? reading.intervalText() : "–";
    }

    /** What was to be expected of a week. */
    public String expected(ReleaseControl control) {
        return words().number(control.expected());
    }

    /** Between which a usual week lies. */
    public String limits(ReleaseControl control) {
        return control.limits()
                .map(limits -> words().range(words().number(limits.lower()), words().number(limits.upper())))
                .orElse("–");
    }

    /** Whether a week is as usual, in words. */
    public String signal(ReleaseControl control) {
        return switch (control.signal()) {
            case USUAL -> control.phase() == ReleaseControl.Phase.RUN ? "–" : words().text("page.watchlist.usual");
            case UNUSUAL -> words().text("page.watchlist.unusual");
        };
    }

    /** A sentence of the page's script, its places left open. */
    public String open(String key) {
        return words().text(key, "{0}", "{1}");
    }
}
