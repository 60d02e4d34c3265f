package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.Chronicle.Week;
import org.evenkeel.reports.model.LineChart.Emphasis;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleaseTerm;

/** Writes the lines of a measure: over terms, over the weeks of the term, and beside the same weeks of a term before. */
final class LineWriter {
    private static final int MOST_SAID = 6;
    private static final long YEAR = 365;
    private static final long ROUGHLY = 45;

    private final Chronicle chronicle;
    private final Words words;
    private final Numbering numbering;

    LineWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.numbering = numbering;
    }

    // ---- over terms

    Optional<LineChart> trend(ReleaseMeasure measure) {
        Optional<String> school = chronicle.school();
        if (school.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Reading>> readings = chronicle.overTerms(FigureKinds.MEAN, measure, school.orElseThrow());
        if (Chronicle.shown(readings) < 2) {
            return Optional.empty();
        }
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(chronicle.cohortName(school.orElseThrow()), Emphasis.MAIN, readings));
        for (String cohort : chronicle.highlighted(measure)) {
            List<Optional<Reading>> own = chronicle.overTerms(FigureKinds.MEAN, measure, cohort);
            if (Chronicle.shown(own) > 0) {
                series.add(new LineChart.Series(chronicle.cohortName(cohort), Emphasis.HIGHLIGHT, own));
            }
        }
        String title = trendTitle(measure);
        List<String> labels = chronicle.termLabels();
        return Optional.of(chart(
                measure,
                title,
                words.text(
                        "model.line.trend-about",
                        chronicle.scale(measure),
                        chronicle.span(labels),
                        chronicle.counted(measure)),
                "model.line.chart",
                words.text("model.line.trend-table", measure.title()),
                labels,
                series,
                List.of()));
    }

    private String trendTitle(ReleaseMeasure measure) {
        String since = chronicle.previousTerm().orElseGet(() -> words.text("model.line.term-before"));
        return chronicle
                .ofSchool(FigureKinds.CHANGE, measure)
                .filter(Reading::hasInterval)
                .map(change -> {
                    BigDecimal value = change.value().orElseThrow();
                    if (change.lower().orElseThrow().signum() > 0) {
                        return words.text("model.line.rose", measure.title(), unsigned(change), since);
                    }
                    if (change.upper().orElseThrow().signum() < 0) {
                        return words.text("model.line.fell", measure.title(), unsigned(change), since);
                    }
                    return words.text(
                            value.signum() == 0 ? "model.line.same" : "model.line.unclear", measure.title(), since);
                })
                .orElseGet(() -> words.text("model.line.over-terms", measure.title()));
    }

    private static String unsigned(Reading change) {
        return change.text().replace("+", "").replace("−", "");
    }

    // ---- over the weeks of the term

    Optional<LineChart> weekly(ReleaseMeasure measure) {
        Optional<String> school = chronicle.school();
        List<Week> weeks = chronicle.weeks();
        if (school.isEmpty() || weeks.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Reading>> readings = Chronicle.overWeeks(measure, weeks, school.orElseThrow());
        if (Chronicle.shown(readings) < 2) {
            return Optional.empty();
        }
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(chronicle.cohortName(school.orElseThrow()), Emphasis.MAIN, readings));
        for (String cohort : chronicle.highlighted(measure)) {
            List<Optional<Reading>> own = Chronicle.overWeeks(measure, weeks, cohort);
            if (Chronicle.shown(own) > 0) {
                series.add(new LineChart.Series(chronicle.cohortName(cohort), Emphasis.HIGHLIGHT, own));
            }
        }
        List<LineChart.Shade> shades = chronicle.examShades(weeks);
        return Optional.of(chart(
                measure,
                weeklyTitle(measure, weeks, readings),
                shaded(words.text("model.line.week-about", chronicle.scale(measure), chronicle.term()), shades),
                "model.line.week-chart",
                words.text("model.line.week-table", measure.title()),
                weeks.stream().map(Week::label).toList(),
                series,
                shades));
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
            return words.text("model.line.no-week", measure.title());
        }
        boolean worstIsLow = measure.direction().equals("higher-is-better");
        int worst = worstIsLow ? low : high;
        Reading reading = worstIsLow ? lowest : highest;
        if (isTied(readings, reading)) {
            return words.text("model.line.moved", measure.title());
        }
        boolean exams = chronicle.isExamWeek(weeks.get(worst));
        String key = worstIsLow
                ? exams ? "model.line.lowest-exams" : "model.line.lowest"
                : exams ? "model.line.highest-exams" : "model.line.highest";
        return words.text(key, measure.title(), reading.text(), weeks.get(worst).label());
    }

    private String shaded(String subtitle, List<LineChart.Shade> exams) {
        return exams.isEmpty() ? subtitle : words.text("model.line.exams", subtitle);
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

    // ---- beside the same weeks of a term before

    /** The reported term's weeks beside those of the term a year before, or of the term before where no other has weeks. */
    Optional<LineChart> sameWeeks(ReleaseMeasure measure) {
        Optional<String> school = chronicle.school();
        List<Week> weeks = chronicle.weeks();
        Optional<ReleaseIndex> before = weeks.isEmpty() ? Optional.empty() : comparison(measure);
        if (school.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Reading>> readings = Chronicle.overWeeks(measure, weeks, school.orElseThrow());
        List<Optional<Reading>> then = aligned(
                Chronicle.overWeeks(measure, Chronicle.weeksOf(before.orElseThrow()), school.orElseThrow()),
                weeks.size());
        long both = 0;
        for (int i = 0; i < weeks.size(); i++) {
            both += isShown(readings.get(i)) && isShown(then.get(i)) ? 1 : 0;
        }
        if (both < 2) {
            return Optional.empty();
        }
        String termBefore = words.term(before.orElseThrow().release().header().term());
        List<LineChart.Series> series = List.of(
                new LineChart.Series(chronicle.term(), Emphasis.MAIN, readings),
                new LineChart.Series(termBefore, Emphasis.REFERENCE, then));
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= weeks.size(); i++) {
            labels.add(Integer.toString(i));
        }
        List<LineChart.Shade> shades = chronicle.examShades(weeks);
        return Optional.of(chart(
                measure,
                sameWeeksTitle(measure, readings, then, termBefore),
                shades.isEmpty()
                        ? words.text("model.line.same-about", chronicle.scale(measure))
                        : words.text(
                                "model.line.same-exams",
                                words.text("model.line.same-about", chronicle.scale(measure)),
                                chronicle.term()),
                "model.line.same-chart",
                words.text("model.line.same-table", measure.title()),
                labels,
                series,
                shades));
    }

    private static boolean isShown(Optional<Reading> reading) {
        return reading.filter(Reading::isShown).isPresent();
    }

    private static List<Optional<Reading>> aligned(List<Optional<Reading>> readings, int places) {
        List<Optional<Reading>> aligned = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            aligned.add(i < readings.size() ? readings.get(i) : Optional.empty());
        }
        return aligned;
    }

    private Optional<ReleaseIndex> comparison(ReleaseMeasure measure) {
        List<ReleaseIndex> withWeeks = chronicle.earlier().stream()
                .filter(release -> Chronicle.comparable(release, measure)
                        && !release.weeks().isEmpty())
                .toList();
        return withWeeks.stream()
                .filter(this::isAYearBefore)
                .findFirst()
                .or(() -> withWeeks.isEmpty() ? Optional.empty() : Optional.of(withWeeks.get(withWeeks.size() - 1)));
    }

    private boolean isAYearBefore(ReleaseIndex release) {
        Optional<ReleaseTerm> own = term(chronicle.now().release().header().term());
        Optional<ReleaseTerm> then = term(release.release().header().term());
        return own.isPresent()
                && then.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(
                                        then.orElseThrow().from(),
                                        own.orElseThrow().from())
                                - YEAR)
                        <= ROUGHLY;
    }

    private Optional<ReleaseTerm> term(String id) {
        return chronicle.now().release().terms().stream()
                .filter(term -> term.id().equals(id))
                .findFirst();
    }

    private String sameWeeksTitle(
            ReleaseMeasure measure, List<Optional<Reading>> now, List<Optional<Reading>> then, String termBefore) {
        int above = 0;
        int below = 0;
        int compared = 0;
        for (int i = 0; i < now.size(); i++) {
            if (!isShown(now.get(i)) || !isShown(then.get(i))) {
                continue;
            }
            compared++;
            switch (GroupWriter.standing(now.get(i).orElseThrow(), then.get(i))) {
                case ABOVE -> above++;
                case BELOW -> below++;
                case ALONGSIDE -> {}
            }
        }
        if (above == 0 && below == 0) {
            return words.text("model.line.same-none", measure.title(), termBefore);
        }
        String key =
                below == 0 ? "model.line.same-above" : above == 0 ? "model.line.same-below" : "model.line.same-both";
        return words.text(
                key,
                measure.title(),
                termBefore,
                words.number(above > 0 ? above : below),
                words.number(compared),
                words.number(below));
    }

    // ---- all of them

    private LineChart chart(
            ReleaseMeasure measure,
            String title,
            String subtitle,
            String sort,
            String tableTitle,
            List<String> labels,
            List<LineChart.Series> series,
            List<LineChart.Shade> shades) {
        DataTable table = table(tableTitle, series, labels, measure);
        return new LineChart(
                numbering.chart(),
                title,
                subtitle,
                chronicle.alternative(sort, title, said(series, labels), table),
                Chronicle.axis(measure),
                labels,
                series,
                shades,
                table);
    }

    private static String said(List<LineChart.Series> series, List<String> periods) {
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
            if (places.size() > MOST_SAID) {
                places.subList(1, places.size() - 1).clear();
            }
            said.add(line.name() + ": " + String.join(", ", places) + ".");
        }
        return String.join(" ", said);
    }

    private DataTable table(String title, List<LineChart.Series> series, List<String> periods, ReleaseMeasure measure) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (LineChart.Series line : series) {
            for (int i = 0; i < periods.size(); i++) {
                String period = periods.get(i);
                line.readings()
                        .get(i)
                        .ifPresent(reading -> rows.add(new DataTable.Row(
                                line.name(), period, reading, chronicle.respondents(measure, reading))));
            }
        }
        return new DataTable(numbering.table(), title, DataTable.Layout.BY_PERIOD, rows, List.of());
    }
}
