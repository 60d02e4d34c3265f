package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.model.LineChart.Emphasis;
import org.evenkeel.reports.model.MeasureSection.KeyFigure;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseExam;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;

/** Writes the section of one measure: what it is, its figures, its charts with the finding each one shows. */
final class MeasureWriter {
    private static final int MOST_HIGHLIGHTS = 2;
    private static final int MOST_ROWS = 24;
    private static final int MOST_NAMES = 3;

    private final ReleaseIndex now;
    private final List<ReleaseIndex> earlier;
    private final List<ReleaseIndex> parts;
    private final Numbering numbering;
    private final String term;
    private final String period;

    /**
     * @param now the release to be reported
     * @param earlier releases of earlier terms, oldest first
     * @param parts releases of earlier weeks of the same term, oldest first
     * @param numbering hands out the numbers of charts and tables
     */
    MeasureWriter(ReleaseIndex now, List<ReleaseIndex> earlier, List<ReleaseIndex> parts, Numbering numbering) {
        this.now = now;
        this.earlier = List.copyOf(earlier);
        this.parts = List.copyOf(parts);
        this.numbering = numbering;
        this.term = Words.term(now.release().header().term());
        this.period = now.periodWords();
    }

    MeasureSection write(ReleaseMeasure measure) {
        String figures = numbering.table();
        List<ChartSpec> charts = new ArrayList<>();
        trend(measure).ifPresent(charts::add);
        weekly(measure).ifPresent(charts::add);
        charts.addAll(dots(measure, FigureKinds.MEAN, figures));
        charts.addAll(dots(measure, FigureKinds.SHARE_AT_RISK, figures));
        return new MeasureSection(
                measure.key(),
                measure.title(),
                about(measure),
                measure.atRisk()
                        .map(rule -> "At risk: " + sentence(rule)
                                + measure.atRiskSource()
                                        .map(source -> " " + sentence(source))
                                        .orElse("")),
                keyFigures(measure),
                notes(measure),
                charts,
                figureTable(measure, figures));
    }

    /** The mean of a measure over terms, or over weeks where the release is about weeks, word-sized. */
    Sparkline sparkline(ReleaseMeasure measure) {
        boolean weekly = now.release().header().month().isPresent();
        List<Week> weeks = weekly ? weeks() : List.of();
        List<Optional<Reading>> readings = schoolKey()
                .map(school -> weekly ? overWeeks(measure, weeks, school) : overTerms(measure, school))
                .orElse(List.of());
        List<String> labels = weekly ? weekLabels(weeks) : termLabels();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            int place = i;
            readings.get(i)
                    .filter(Reading::isShown)
                    .ifPresent(reading -> said.add(labels.get(place) + " " + reading.text()));
        }
        return new Sparkline(
                numbering.sparkline(),
                said.isEmpty() ? measure.title() + ": no values" : measure.title() + ": " + String.join(", ", said),
                readings);
    }

    private static String about(ReleaseMeasure measure) {
        String items = measure.items() == 1 ? "one question" : measure.items() + " questions";
        return measure.instrument() + ", " + items + ", " + Words.range(measure) + " " + measure.unit() + ", "
                + Words.direction(measure) + ". Asked in: " + Words.title(measure.source()) + ".";
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private List<KeyFigure> keyFigures(ReleaseMeasure measure) {
        List<KeyFigure> found = new ArrayList<>();
        for (ReleaseFigureKind kind : now.kinds()) {
            schoolKey()
                    .flatMap(school -> now.reading(kind.code(), measure, now.period(), school))
                    .filter(reading -> reading.state() != State.ABSENT)
                    .ifPresent(reading -> found.add(new KeyFigure(kind.title(), reading)));
        }
        return found;
    }

    private List<String> notes(ReleaseMeasure measure) {
        Set<String> notes = new LinkedHashSet<>();
        if (!earlier.isEmpty()) {
            schoolKey()
                    .flatMap(school -> now.reading(FigureKinds.CHANGE, measure, now.period(), school))
                    .filter(change -> change.state() == State.ABSENT)
                    .flatMap(Reading::note)
                    .ifPresent(note -> notes.add("No change is given: " + sentence(Words.inSentence(note))));
        }
        for (ReleaseIndex release : earlier) {
            if (release.measure(measure.key()).isPresent() && !comparable(release, measure)) {
                notes.add("In " + Words.term(release.release().header().term())
                        + " this was asked on another scale; that term is left out of the trend.");
            }
        }
        if (schoolIsShown(measure) && dotsAreAllUnseen(measure)) {
            notes.add("The figures of single groups are " + Reading.WITHHELD + ".");
        }
        return List.copyOf(notes);
    }

    private boolean schoolIsShown(ReleaseMeasure measure) {
        return schoolKey()
                .flatMap(school -> now.reading(FigureKinds.MEAN, measure, now.period(), school))
                .filter(Reading::isShown)
                .isPresent();
    }

    private boolean dotsAreAllUnseen(ReleaseMeasure measure) {
        List<Reading> readings = now.cohorts().stream()
                .filter(cohort -> !ReleaseIndex.isSchool(cohort))
                .flatMap(cohort -> now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key()).stream())
                .toList();
        return !readings.isEmpty() && readings.stream().noneMatch(Reading::isShown);
    }

    private Optional<String> schoolKey() {
        return now.school().map(ReleaseCohort::key);
    }

    // ---- trend over terms

    private List<String> termLabels() {
        List<String> labels = new ArrayList<>();
        earlier.forEach(
                release -> labels.add(Words.term(release.release().header().term())));
        labels.add(term);
        return labels;
    }

    private static boolean comparable(ReleaseIndex release, ReleaseMeasure measure) {
        return release.measure(measure.key())
                .filter(then -> then.lowest().compareTo(measure.lowest()) == 0
                        && then.highest().compareTo(measure.highest()) == 0
                        && then.direction().equals(measure.direction()))
                .isPresent();
    }

    private List<Optional<Reading>> overTerms(ReleaseMeasure measure, String cohort) {
        List<Optional<Reading>> readings = new ArrayList<>();
        for (ReleaseIndex release : earlier) {
            readings.add(
                    comparable(release, measure)
                            ? release.reading(FigureKinds.MEAN, measure, release.period(), cohort)
                            : Optional.empty());
        }
        readings.add(now.reading(FigureKinds.MEAN, measure, now.period(), cohort));
        return readings;
    }

    private static long shown(List<Optional<Reading>> readings) {
        return readings.stream()
                .flatMap(Optional::stream)
                .filter(Reading::isShown)
                .count();
    }

    private Optional<LineChart> trend(ReleaseMeasure measure) {
        if (schoolKey().isEmpty()) {
            return Optional.empty();
        }
        String school = schoolKey().orElseThrow();
        List<Optional<Reading>> readings = overTerms(measure, school);
        if (shown(readings) < 2) {
            return Optional.empty();
        }
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(cohortName(school), Emphasis.MAIN, readings));
        for (String cohort : highlighted(measure)) {
            List<Optional<Reading>> own = overTerms(measure, cohort);
            if (shown(own) > 0) {
                series.add(new LineChart.Series(cohortName(cohort), Emphasis.HIGHLIGHT, own));
            }
        }
        String title = trendTitle(measure, school);
        DataTable table = table("Mean over terms: " + measure.title(), series, termLabels(), measure);
        return Optional.of(new LineChart(
                numbering.chart(),
                title,
                "Mean " + scale(measure) + "; " + span(termLabels()) + "; bands are 95% intervals",
                "Line chart. " + title + ". " + saidOverPeriods(series, termLabels()) + " All values are in table "
                        + table.id() + ".",
                new Axis(measure.lowest(), measure.highest(), "points"),
                termLabels(),
                series,
                List.of(),
                table));
    }

    private static String span(List<String> labels) {
        return labels.size() == 1 ? labels.get(0) : labels.get(0) + " to " + labels.get(labels.size() - 1);
    }

    private String trendTitle(ReleaseMeasure measure, String school) {
        String since = previousTerm().map(previous -> " since " + previous).orElse(" since the term before");
        return now.reading(FigureKinds.CHANGE, measure, now.period(), school)
                .filter(Reading::hasInterval)
                .map(change -> {
                    BigDecimal value = change.value().orElseThrow();
                    if (change.lower().orElseThrow().signum() > 0) {
                        return measure.title() + " rose by " + unsigned(change) + " points" + since;
                    }
                    if (change.upper().orElseThrow().signum() < 0) {
                        return measure.title() + " fell by " + unsigned(change) + " points" + since;
                    }
                    return value.signum() == 0
                            ? measure.title() + ": no change" + since
                            : measure.title() + ": no clear change" + since;
                })
                .orElse(measure.title() + " over terms");
    }

    private static String unsigned(Reading change) {
        return change.text().replace("+", "").replace("−", "");
    }

    private Optional<String> previousTerm() {
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(Words.term(
                        earlier.get(earlier.size() - 1).release().header().term()));
    }

    private List<String> highlighted(ReleaseMeasure measure) {
        return now.release().flags().stream()
                .filter(flag -> flag.measure().equals(measure.key()))
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .map(ReleaseFlag::cohort)
                .distinct()
                .limit(MOST_HIGHLIGHTS)
                .toList();
    }

    private String cohortName(String key) {
        return now.cohort(key).map(ReleaseCohort::name).orElse(key);
    }

    private static String scale(ReleaseMeasure measure) {
        return "in " + measure.unit() + ", " + Words.range(measure) + ", " + Words.direction(measure);
    }

    private static String saidOverPeriods(List<LineChart.Series> series, List<String> periods) {
        List<String> said = new ArrayList<>();
        for (LineChart.Series line : series) {
            List<String> places = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                String period = periods.get(i);
                line.readings()
                        .get(i)
                        .filter(Reading::isShown)
                        .ifPresent(reading -> places.add(period + " " + reading.text()));
            }
            if (places.size() > 6) {
                places.subList(1, places.size() - 1).clear();
            }
            said.add(line.name() + ": " + String.join(", ", places) + ".");
        }
        return String.join(" ", said);
    }

    // ---- weeks of the term

    private Optional<LineChart> weekly(ReleaseMeasure measure) {
        if (schoolKey().isEmpty()) {
            return Optional.empty();
        }
        String school = schoolKey().orElseThrow();
        List<Week> weeks = weeks();
        List<Optional<Reading>> readings = overWeeks(measure, weeks, school);
        if (shown(readings) < 2) {
            return Optional.empty();
        }
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(cohortName(school), Emphasis.MAIN, readings));
        for (String cohort : highlighted(measure)) {
            List<Optional<Reading>> own = overWeeks(measure, weeks, cohort);
            if (shown(own) > 0) {
                series.add(new LineChart.Series(cohortName(cohort), Emphasis.HIGHLIGHT, own));
            }
        }
        List<String> labels = weekLabels(weeks);
        List<LineChart.Shade> shades = examShades(weeks);
        String title = weeklyTitle(measure, weeks, readings);
        DataTable table = table("Mean by week: " + measure.title(), series, labels, measure);
        return Optional.of(new LineChart(
                numbering.chart(),
                title,
                "Weekly mean " + scale(measure) + "; " + term + ", weeks by their Monday; bands are 95% intervals"
                        + (shades.isEmpty() ? "" : "; exam weeks shaded"),
                "Line chart by week. " + title + ". " + saidOverPeriods(series, labels) + " All values are in table "
                        + table.id() + ".",
                new Axis(measure.lowest(), measure.highest(), "points"),
                labels,
                series,
                shades,
                table));
    }

    /** A week of the term, and the release that published it. */
    private record Week(ReleaseIndex release, ReleasePeriod period) {}

    private List<Week> weeks() {
        return Stream.concat(parts.stream(), Stream.of(now))
                .flatMap(release -> release.weeks().stream().map(week -> new Week(release, week)))
                .sorted(Comparator.comparing(week -> week.period().from()))
                .toList();
    }

    private static List<String> weekLabels(List<Week> weeks) {
        return weeks.stream().map(week -> Words.shortDay(week.period().from())).toList();
    }

    private static List<Optional<Reading>> overWeeks(ReleaseMeasure measure, List<Week> weeks, String cohort) {
        return weeks.stream()
                .map(week -> comparable(week.release(), measure)
                        ? week.release()
                                .reading(
                                        FigureKinds.MEAN, measure, week.period().key(), cohort)
                        : Optional.<Reading>empty())
                .toList();
    }

    private boolean isExamWeek(Week week) {
        return now.release().exams().stream().anyMatch(exam -> overlaps(exam, week.period()));
    }

    private static boolean overlaps(ReleaseExam exam, ReleasePeriod week) {
        return !exam.from().isAfter(week.to()) && !exam.to().isBefore(week.from());
    }

    private List<LineChart.Shade> examShades(List<Week> weeks) {
        List<LineChart.Shade> shades = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= weeks.size(); i++) {
            boolean exam = i < weeks.size() && isExamWeek(weeks.get(i));
            if (exam && start < 0) {
                start = i;
            }
            if (!exam && start >= 0) {
                shades.add(new LineChart.Shade(start, i - 1, "Exams"));
                start = -1;
            }
        }
        return shades;
    }

    private String weeklyTitle(ReleaseMeasure measure, List<Week> weeks, List<Optional<Reading>> readings) {
        int high = extreme(readings, Comparator.naturalOrder());
        int low = extreme(readings, Comparator.reverseOrder());
        Reading highest = readings.get(high).orElseThrow();
        Reading lowest = readings.get(low).orElseThrow();
        boolean apart = highest.hasInterval()
                && lowest.hasInterval()
                && highest.lower().orElseThrow().compareTo(lowest.upper().orElseThrow()) > 0;
        if (!apart) {
            return measure.title() + ": no week stands clear of the others";
        }
        boolean worstIsLow = measure.direction().equals("higher-is-better");
        int worst = worstIsLow ? low : high;
        Reading reading = worstIsLow ? lowest : highest;
        if (isTied(readings, reading)) {
            return measure.title() + " moved with the weeks of the term";
        }
        return measure.title() + (worstIsLow ? " was lowest (" : " was highest (") + reading.text()
                + ") in the week of " + Words.shortDay(weeks.get(worst).period().from())
                + (isExamWeek(weeks.get(worst)) ? ", an exam week" : "");
    }

    private static boolean isTied(List<Optional<Reading>> readings, Reading extreme) {
        return readings.stream()
                        .flatMap(Optional::stream)
                        .filter(Reading::isShown)
                        .filter(reading -> reading.value()
                                        .orElseThrow()
                                        .compareTo(extreme.value().orElseThrow())
                                == 0)
                        .count()
                > 1;
    }

    private static int extreme(List<Optional<Reading>> readings, Comparator<BigDecimal> order) {
        int best = -1;
        for (int i = 0; i < readings.size(); i++) {
            Optional<BigDecimal> value = readings.get(i).flatMap(Reading::value);
            if (value.isPresent()
                    && (best < 0
                            || order.compare(
                                            value.orElseThrow(),
                                            readings.get(best)
                                                    .flatMap(Reading::value)
                                                    .orElseThrow())
                                    > 0)) {
                best = i;
            }
        }
        return best;
    }

    private DataTable table(String title, List<LineChart.Series> series, List<String> periods, ReleaseMeasure measure) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (LineChart.Series line : series) {
            for (int i = 0; i < periods.size(); i++) {
                String period = periods.get(i);
                line.readings()
                        .get(i)
                        .ifPresent(reading -> rows.add(
                                new DataTable.Row(line.name(), period, reading, respondents(measure, reading))));
            }
        }
        return new DataTable(numbering.table(), title, rows);
    }

    private Optional<Reading> respondents(ReleaseMeasure measure, Reading of) {
        for (ReleaseIndex release : releases()) {
            Optional<Reading> found = release.respondentsBeside(measure, of.id());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<ReleaseIndex> releases() {
        List<ReleaseIndex> all = new ArrayList<>(earlier);
        all.addAll(parts);
        all.add(now);
        return all;
    }

    // ---- cohorts against the school

    private List<DotChart> dots(ReleaseMeasure measure, String kind, String tableId) {
        Map<String, List<DotChart.Row>> byGrouping = new LinkedHashMap<>();
        Optional<Reading> school = schoolKey().flatMap(key -> now.reading(kind, measure, now.period(), key));
        Map<String, Optional<Reading>> respondents = new LinkedHashMap<>();
        for (ReleaseCohort cohort : now.cohorts()) {
            if (ReleaseIndex.isSchool(cohort)) {
                continue;
            }
            now.reading(kind, measure, now.period(), cohort.key()).ifPresent(reading -> {
                byGrouping
                        .computeIfAbsent(cohort.grouping(), grouping -> new ArrayList<>())
                        .add(new DotChart.Row(cohort.name(), reading, standing(reading, school)));
                respondents.put(
                        reading.id(), now.reading(FigureKinds.RESPONDENTS, measure, now.period(), cohort.key()));
            });
        }
        boolean nothingToSee = byGrouping.values().stream()
                .flatMap(List::stream)
                .noneMatch(row -> row.reading().isShown() || row.reading().state() == State.BANDED);
        if (nothingToSee) {
            return List.of();
        }
        List<List<DotChart.Group>> pages = GroupPacking.pack(byGrouping, MOST_ROWS);
        List<DotChart> charts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            String part = pages.size() == 1 ? "" : " (" + (i + 1) + " of " + pages.size() + ")";
            charts.add(dotChart(measure, kind, school, pages.get(i), respondents, new Part(tableId, part)));
        }
        return charts;
    }

    /** The table that holds a chart's values, and which part of a chart that was split it is. */
    private record Part(String table, String words) {}

    private DotChart dotChart(
            ReleaseMeasure measure,
            String kind,
            Optional<Reading> school,
            List<DotChart.Group> groups,
            Map<String, Optional<Reading>> respondents,
            Part part) {
        boolean share = kind.equals(FigureKinds.SHARE_AT_RISK);
        String what = share ? now.kindTitle(kind) : "Mean";
        List<DataTable.Row> rows = new ArrayList<>();
        school.ifPresent(reading -> rows.add(new DataTable.Row(
                schoolKey().map(this::cohortName).orElse("School"),
                period,
                reading,
                schoolKey().flatMap(key -> now.reading(FigureKinds.RESPONDENTS, measure, now.period(), key)))));
        groups.forEach(group -> group.rows()
                .forEach(row -> rows.add(new DataTable.Row(
                        row.name(),
                        period,
                        row.reading(),
                        respondents.getOrDefault(row.reading().id(), Optional.empty())))));
        DataTable table = new DataTable(part.table(), what + " by group: " + measure.title() + part.words(), rows);
        String title = (share ? shareTitle(measure, school, groups) : dotTitle(measure, groups)) + part.words();
        String count = schoolKey()
                .flatMap(key -> now.reading(FigureKinds.RESPONDENTS, measure, now.period(), key))
                .filter(Reading::isShown)
                .map(reading -> "; " + reading.text() + " respondents")
                .orElse("");
        String subtitle = (share ? what + ", in percent of respondents, higher is worse" : "Mean " + scale(measure))
                + "; " + period + count + "; bars are 95% intervals";
        return new DotChart(
                numbering.chart(),
                title,
                subtitle,
                "Dot chart. " + title + ". " + saidOfGroups(school, groups) + " All values are in table " + table.id()
                        + ".",
                share ? Axis.percent() : new Axis(measure.lowest(), measure.highest(), "points"),
                school,
                groups,
                table);
    }

    private static String saidOfGroups(Optional<Reading> school, List<DotChart.Group> groups) {
        List<DotChart.Row> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        List<String> said = new ArrayList<>();
        school.filter(reading -> reading.isShown())
                .ifPresent(reading -> said.add("The school: " + reading.textWithInterval() + "."));
        List<String> apart = rows.stream()
                .filter(row -> row.standing() != Standing.ALONGSIDE)
                .map(row -> row.name() + " " + row.reading().text())
                .toList();
        if (!apart.isEmpty()) {
            said.add("Clear of the school: " + String.join("; ", apart) + ".");
        }
        long unseen = rows.stream()
                .filter(row -> row.reading().state() == State.WITHHELD)
                .count();
        if (unseen > 0) {
            said.add(Words.count(unseen, "group is ", "groups are ") + Reading.WITHHELD + ".");
        }
        return String.join(" ", said);
    }

    static Standing standing(Reading reading, Optional<Reading> school) {
        if (!reading.hasInterval() || school.isEmpty() || !school.orElseThrow().isShown()) {
            return Standing.ALONGSIDE;
        }
        BigDecimal value = school.orElseThrow().value().orElseThrow();
        if (reading.lower().orElseThrow().compareTo(school.orElseThrow().upper().orElse(value)) > 0) {
            return Standing.ABOVE;
        }
        if (reading.upper().orElseThrow().compareTo(school.orElseThrow().lower().orElse(value)) < 0) {
            return Standing.BELOW;
        }
        return Standing.ALONGSIDE;
    }

    /** The groups that stand so; where whole years or campuses do, their parts are not named as well. */
    private static List<String> named(List<DotChart.Group> groups, Standing standing) {
        for (DotChart.Group group : groups) {
            List<String> names = group.rows().stream()
                    .filter(row -> row.standing() == standing)
                    .map(DotChart.Row::name)
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private static String dotTitle(ReleaseMeasure measure, List<DotChart.Group> groups) {
        List<String> above = named(groups, Standing.ABOVE);
        List<String> below = named(groups, Standing.BELOW);
        if (above.isEmpty() && below.isEmpty()) {
            return measure.title() + ": no group stands clear of the school";
        }
        List<String> parts = new ArrayList<>();
        if (!above.isEmpty()) {
            parts.add(Words.fewOf(above, MOST_NAMES) + " clearly above the school");
        }
        if (!below.isEmpty()) {
            parts.add(Words.fewOf(below, MOST_NAMES) + (above.isEmpty() ? " clearly below the school" : " below it"));
        }
        return measure.title() + ": " + String.join(", ", parts);
    }

    private static String shareTitle(ReleaseMeasure measure, Optional<Reading> school, List<DotChart.Group> groups) {
        List<String> above = named(groups, Standing.ABOVE);
        String start = school.filter(reading -> reading.isShown() || reading.state() == State.BANDED)
                .map(reading -> measure.title() + ": " + reading.text() + " of the school at risk")
                .orElse(measure.title() + ": at risk by group");
        return above.isEmpty() ? start : start + ", clearly more in " + Words.fewOf(above, MOST_NAMES);
    }

    // ---- every kind of figure

    private FigureTable figureTable(ReleaseMeasure measure, String id) {
        List<FigureTable.Column> columns = now.kinds().stream()
                .filter(kind -> now.cohorts().stream()
                        .anyMatch(cohort -> now.reading(kind.code(), measure, now.period(), cohort.key())
                                .isPresent()))
                .map(kind -> new FigureTable.Column(kind.code(), kind.title(), kind.unit()))
                .toList();
        List<FigureTable.Row> rows = now.cohorts().stream()
                .map(cohort -> new FigureTable.Row(
                        cohort.name(),
                        columns.stream()
                                .map(column -> now.reading(column.kind(), measure, now.period(), cohort.key()))
                                .toList()))
                .filter(row -> row.readings().stream().anyMatch(Optional::isPresent))
                .toList();
        return FigureTable.of(
                id,
                "All figures of " + (now.release().header().month().isPresent() ? "the " : "") + period + ": "
                        + measure.title(),
                columns,
                rows);
    }
}
