package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.Chronicle.Week;
import org.evenkeel.reports.model.LineChart.Emphasis;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleaseStanding;

/** Writes the charts of a brief: its leading measures over terms and weeks beside the school, and its place among the groups beside it. */
final class BriefCharts {
    private static final int MOST = 4;
    private static final int MOST_BESIDE = 8;
    private static final int MOST_SAID = 14;
    private static final int LONGEST_TITLE = 64;

    private final Chronicle chronicle;
    private final ReleaseIndex now;
    private final Words words;

    BriefCharts(Chronicle chronicle, Words words) {
        this.chronicle = chronicle;
        this.now = chronicle.now();
        this.words = words;
    }

    /** At most four charts of the measures, the leading ones first. */
    List<ChartSpec> write(ReleaseCohort cohort, List<ReleaseMeasure> leading) {
        Numbering numbering = new Numbering();
        List<ChartSpec> charts = new ArrayList<>();
        boolean weeks = false;
        for (ReleaseMeasure measure : leading) {
            if (charts.size() < MOST) {
                Optional<LineChart> trend = trend(measure, cohort, numbering);
                trend.ifPresent(charts::add);
            }
            if (charts.size() < MOST) {
                place(measure, cohort, numbering).ifPresent(charts::add);
            }
            if (charts.size() < MOST && !weeks) {
                Optional<LineChart> weekly = leading.stream()
                        .filter(other -> other.theme().equals(measure.theme()))
                        .flatMap(other -> weekly(other, cohort, numbering).stream())
                        .findFirst();
                weekly.ifPresent(charts::add);
                weeks = weekly.isPresent();
            }
        }
        return charts;
    }

    /** A measure's range and direction: "0–40, higher is worse". */
    String scale(ReleaseMeasure measure) {
        return words.text("brief.scale", words.scale(measure), words.direction(measure));
    }

    /** A measure's title, cut so that the finding behind it stays in sight. */
    private static String title(ReleaseMeasure measure) {
        String title = measure.title();
        if (title.codePointCount(0, title.length()) <= LONGEST_TITLE) {
            return title;
        }
        String cut = title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
        int space = cut.lastIndexOf(' ');
        return (space > LONGEST_TITLE / 2 ? cut.substring(0, space) : cut) + " …";
    }

    private String unit(ReleaseMeasure measure) {
        return words.unit(measure.unit());
    }

    private Optional<Reading> school(ReleaseMeasure measure) {
        return chronicle.ofSchool(FigureKinds.MEAN, measure);
    }

    private String schoolName() {
        return chronicle.school().map(chronicle::cohortName).orElse("");
    }

    // ---- over terms

    private Optional<LineChart> trend(ReleaseMeasure measure, ReleaseCohort cohort, Numbering numbering) {
        List<Optional<Reading>> own = chronicle.overTerms(FigureKinds.MEAN, measure, cohort.key());
        if (Chronicle.shown(own) < 2) {
            return Optional.empty();
        }
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(cohort.name(), Emphasis.MAIN, own));
        chronicle
                .school()
                .ifPresent(school -> series.add(new LineChart.Series(
                        schoolName(), Emphasis.REFERENCE, chronicle.overTerms(FigureKinds.MEAN, measure, school))));
        List<String> terms = chronicle.termLabels();
        String title = trendTitle(measure, cohort);
        return Optional.of(new LineChart(
                numbering.chart(),
                title,
                words.text(
                        "brief.trend.subtitle",
                        unit(measure),
                        scale(measure),
                        terms.get(0),
                        terms.get(terms.size() - 1)),
                words.text("brief.trend.alternative", title, said(series, terms)),
                Chronicle.axis(measure),
                terms,
                series,
                List.of(),
                table(numbering, title, series, terms)));
    }

    private String trendTitle(ReleaseMeasure measure, ReleaseCohort cohort) {
        Optional<String> previous = chronicle.previousTerm();
        Optional<Reading> change = now.reading(FigureKinds.CHANGE, measure, now.period(), cohort.key())
                .filter(Reading::hasInterval);
        if (change.isEmpty() || previous.isEmpty()) {
            return words.text("brief.trend.over", title(measure));
        }
        String points = change.orElseThrow().text().replace("+", "").replace("−", "");
        if (change.orElseThrow().lower().orElseThrow().signum() > 0) {
            return words.text("brief.trend.rose", title(measure), points, previous.orElseThrow());
        }
        if (change.orElseThrow().upper().orElseThrow().signum() < 0) {
            return words.text("brief.trend.fell", title(measure), points, previous.orElseThrow());
        }
        return words.text("brief.trend.open", title(measure), previous.orElseThrow());
    }

    // ---- over the weeks of the term

    private Optional<LineChart> weekly(ReleaseMeasure measure, ReleaseCohort cohort, Numbering numbering) {
        List<Week> weeks = chronicle.weeks();
        List<Optional<Reading>> own = Chronicle.overWeeks(measure, weeks, cohort.key());
        if (Chronicle.shown(own) < 2) {
            return Optional.empty();
        }
        List<Optional<Reading>> beside = chronicle
                .school()
                .map(school -> Chronicle.overWeeks(measure, weeks, school))
                .orElse(List.of());
        List<LineChart.Series> series = new ArrayList<>();
        series.add(new LineChart.Series(cohort.name(), Emphasis.MAIN, own));
        if (!beside.isEmpty()) {
            series.add(new LineChart.Series(schoolName(), Emphasis.REFERENCE, beside));
        }
        List<String> labels = weeks.stream().map(Week::label).toList();
        List<LineChart.Shade> shades = chronicle.examShades(weeks).stream()
                .map(shade -> new LineChart.Shade(shade.first(), shade.last(), words.text("brief.weekly.shade")))
                .toList();
        String title = weeklyTitle(measure, own, beside);
        return Optional.of(new LineChart(
                numbering.chart(),
                title,
                words.text("brief.weekly.subtitle", unit(measure), scale(measure))
                        + (shades.isEmpty() ? "" : words.text("brief.weekly.exams")),
                words.text("brief.weekly.alternative", title, said(series, labels)),
                Chronicle.axis(measure),
                labels,
                series,
                shades,
                table(numbering, title, series, labels)));
    }

    private String weeklyTitle(ReleaseMeasure measure, List<Optional<Reading>> own, List<Optional<Reading>> beside) {
        int above = 0;
        int below = 0;
        int compared = 0;
        for (int i = 0; i < beside.size(); i++) {
            if (own.get(i).filter(Reading::isShown).isPresent()
                    && beside.get(i).filter(Reading::isShown).isPresent()) {
                compared++;
                switch (GroupWriter.standing(own.get(i).orElseThrow(), beside.get(i))) {
                    case ABOVE -> above++;
                    case BELOW -> below++;
                    case ALONGSIDE -> {}
                }
            }
        }
        if (above == 0 && below == 0) {
            return words.text("brief.weekly.alongside", title(measure));
        }
        return words.text(
                above >= below ? "brief.weekly.above" : "brief.weekly.below",
                title(measure),
                Integer.toString(Math.max(above, below)),
                Integer.toString(compared));
    }

    // ---- among the groups beside it

    private Optional<DotChart> place(ReleaseMeasure measure, ReleaseCohort cohort, Numbering numbering) {
        Optional<Reading> own = mean(measure, cohort);
        if (own.filter(Reading::isShown).isEmpty()) {
            return Optional.empty();
        }
        List<ReleaseCohort> beside = now.cohorts().stream()
                .filter(other -> other.grouping().equals(cohort.grouping())
                        && !other.key().equals(cohort.key())
                        && mean(measure, other).isPresent())
                .toList();
        List<ReleaseCohort> near = near(cohort, beside);
        DotChart.Row row = row(measure, cohort);
        List<DotChart.Group> groups = new ArrayList<>();
        groups.add(new DotChart.Group(cohort.name(), List.of(row)));
        if (!near.isEmpty()) {
            groups.add(new DotChart.Group(
                    words.grouping(cohort.grouping()),
                    near.stream().map(other -> row(measure, other)).toList()));
        }
        String title = words.text(
                switch (row.standing()) {
                    case ABOVE -> "brief.place.above";
                    case BELOW -> "brief.place.below";
                    case ALONGSIDE ->
                        school(measure).filter(Reading::isShown).isPresent()
                                ? "brief.place.alongside"
                                : "brief.place.alone";
                },
                title(measure));
        boolean pooled = groups.stream()
                .flatMap(group -> group.rows().stream())
                .anyMatch(each -> each.pooled().isPresent());
        int more = beside.size() - near.size();
        List<DataTable.Row> rows = new ArrayList<>();
        school(measure)
                .ifPresent(reading ->
                        rows.add(new DataTable.Row(schoolName(), chronicle.term(), reading, Optional.empty())));
        groups.forEach(group -> group.rows()
                .forEach(each ->
                        rows.add(new DataTable.Row(each.name(), chronicle.term(), each.reading(), Optional.empty()))));
        List<String> values = rows.stream()
                .map(each -> words.text(
                        "brief.said.value", each.cohort(), each.reading().textWithInterval()))
                .toList();
        return Optional.of(new DotChart(
                numbering.chart(),
                title,
                words.text("brief.place.subtitle", unit(measure), scale(measure), chronicle.term())
                        + (pooled ? words.text("brief.place.pooled") : "")
                        + (more == 0 ? "" : words.count("brief.place.more", more)),
                words.text("brief.place.alternative", title, String.join("; ", values) + "."),
                Chronicle.axis(measure),
                school(measure),
                Optional.empty(),
                groups,
                new DataTable(numbering.table(), title, DataTable.Layout.BY_GROUP, rows, List.of())));
    }

    /** The groups nearest in the release's order, which they keep. */
    private static List<ReleaseCohort> near(ReleaseCohort cohort, List<ReleaseCohort> beside) {
        int before = (int)
                beside.stream().filter(other -> other.order() < cohort.order()).count();
        int from = Math.max(0, Math.min(before - MOST_BESIDE / 2, beside.size() - MOST_BESIDE));
        return beside.subList(from, Math.min(beside.size(), from + MOST_BESIDE));
    }

    private Optional<Reading> mean(ReleaseMeasure measure, ReleaseCohort cohort) {
        return now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key());
    }

    private DotChart.Row row(ReleaseMeasure measure, ReleaseCohort cohort) {
        Reading reading = mean(measure, cohort).orElseThrow();
        return new DotChart.Row(
                cohort.name(),
                reading,
                GroupWriter.standing(reading, school(measure)),
                now.standing(measure, cohort).filter(found -> reading.isShown()).map(this::pooled));
    }

    private DotChart.Pooled pooled(ReleaseStanding standing) {
        return new DotChart.Pooled(
                chronicle.analysisId(now, 'P', standing.order()),
                standing.pooled(),
                standing.lower(),
                standing.upper());
    }

    // ---- all of them

    private String said(List<LineChart.Series> series, List<String> periods) {
        List<String> said = new ArrayList<>();
        for (LineChart.Series line : series) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                String period = periods.get(i);
                line.readings()
                        .get(i)
                        .filter(Reading::isShown)
                        .ifPresent(reading -> values.add(words.text("brief.said.value", period, reading.text())));
            }
            if (values.size() > MOST_SAID) {
                values.subList(1, values.size() - 1).clear();
            }
            if (!values.isEmpty()) {
                said.add(words.text("brief.said.series", line.name(), String.join(", ", values)));
            }
        }
        return String.join(" ", said);
    }

    private static DataTable table(
            Numbering numbering, String title, List<LineChart.Series> series, List<String> periods) {
        List<DataTable.Row> rows = new ArrayList<>();
        for (LineChart.Series line : series) {
            for (int i = 0; i < periods.size(); i++) {
                String period = periods.get(i);
                line.readings()
                        .get(i)
                        .ifPresent(
                                reading -> rows.add(new DataTable.Row(line.name(), period, reading, Optional.empty())));
            }
        }
        return new DataTable(numbering.table(), title, DataTable.Layout.BY_PERIOD, rows, List.of());
    }
}
