package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.model.Chronicle.Week;
import org.evenkeel.reports.model.ControlChart.Expectation;
import org.evenkeel.reports.model.DataTable.Derived;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseControl.Phase;
import org.evenkeel.sql.release.ReleaseControl.Signal;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes the weeks of a measure against what was to be expected of them: for the school, and for the first groups with a signal. */
final class ControlWriter {
    private static final int EARLIER_TERMS = 1;
    private static final int MOST_GROUPS = 1;
    private static final int MOST_NAMES = 3;

    private final Chronicle chronicle;
    private final Words words;
    private final Numbering numbering;

    ControlWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.numbering = numbering;
    }

    ChartSection write() {
        List<ChartSpec> charts = new ArrayList<>();
        for (ReleaseMeasure measure : chronicle.now().measures()) {
            for (String cohort : cohorts(measure)) {
                chart(measure, cohort).ifPresent(charts::add);
            }
        }
        return new ChartSection(words.text("model.control.title"), List.of(words.text("model.control.about")), charts);
    }

    /** The school first, then the groups with a signal in a week of the reported term. */
    private List<String> cohorts(ReleaseMeasure measure) {
        Set<String> cohorts = new LinkedHashSet<>();
        chronicle.school().ifPresent(cohorts::add);
        chronicle.weeks().stream()
                .map(Week::release)
                .distinct()
                .flatMap(release -> release.release().analysis().controls().stream())
                .filter(control -> control.measure().equals(measure.key()) && control.signal() == Signal.UNUSUAL)
                .map(ReleaseControl::cohort)
                .filter(cohort -> !chronicle.school().equals(Optional.of(cohort)))
                .distinct()
                .limit(MOST_GROUPS)
                .forEach(cohorts::add);
        return List.copyOf(cohorts);
    }

    private static Optional<ReleaseControl> control(Week week, ReleaseMeasure measure, String cohort) {
        return week.release().release().analysis().controls().stream()
                .filter(found -> found.measure().equals(measure.key())
                        && found.cohort().equals(cohort)
                        && found.period().equals(week.period().key()))
                .findFirst();
    }

    private Optional<ControlChart> chart(ReleaseMeasure measure, String cohort) {
        boolean expected = chronicle.weeks().stream()
                .anyMatch(week -> control(week, measure, cohort).isPresent());
        if (!expected) {
            return Optional.empty();
        }
        List<Week> weeks = chronicle.weeksSince(EARLIER_TERMS).stream()
                .filter(week -> Chronicle.comparable(week.release(), measure))
                .toList();
        List<Optional<Reading>> readings = Chronicle.overWeeks(measure, weeks, cohort);
        List<ControlChart.Week> places = new ArrayList<>();
        List<DataTable.Row> rows = new ArrayList<>();
        String name = chronicle.cohortName(cohort);
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            Optional<Expectation> expectation = control(week, measure, cohort).map(found -> expectation(week, found));
            places.add(new ControlChart.Week(week.label(), readings.get(i).filter(Reading::isShown), expectation));
            readings.get(i)
                    .ifPresent(reading -> rows.add(new DataTable.Row(
                            name,
                            words.day(week.period().from()),
                            reading,
                            chronicle.respondents(measure, reading),
                            expectation.map(this::derived).orElse(List.of()))));
        }
        if (places.stream().noneMatch(place -> place.reading().isPresent())) {
            return Optional.empty();
        }
        List<LineChart.Shade> shades = chronicle.examShades(weeks);
        List<LineChart.Shade> runs = runs(weeks);
        boolean whole = chronicle.school().equals(Optional.of(cohort));
        String title = title(measure, whole ? "" : name, places, runs);
        DataTable table = new DataTable(
                numbering.table(),
                words.text("model.control.table", measure.title(), name),
                DataTable.Layout.BY_PERIOD,
                rows,
                List.of());
        String subtitle = words.text(
                "model.control.subtitle",
                whole ? words.text("model.control.the-school") : name,
                chronicle.scale(measure),
                chronicle.span(runs.stream().map(LineChart.Shade::label).toList()));
        return Optional.of(new ControlChart(
                numbering.chart(),
                title,
                shades.isEmpty() ? subtitle : words.text("model.line.exams", subtitle),
                chronicle.alternative("model.control.chart", title, said(places), table),
                Chronicle.axis(measure),
                places,
                runs,
                shades,
                table));
    }

    private Expectation expectation(Week week, ReleaseControl control) {
        return new Expectation(
                chronicle.analysisId(week.release(), 'W', control.order()),
                control.phase(),
                control.expected(),
                control.limits(),
                control.signal());
    }

    private List<Derived> derived(Expectation expectation) {
        return List.of(
                new Derived(
                        words.text("model.control.expected"), words.number(expectation.expected()), expectation.id()),
                new Derived(
                        words.text("model.control.usual-weeks"),
                        expectation
                                .limits()
                                .map(limits -> words.range(words.number(limits.lower()), words.number(limits.upper())))
                                .orElse("–"),
                        ""),
                new Derived(words.text("model.control.phase"), phase(expectation.phase()), ""),
                new Derived(
                        words.text("model.control.signal"),
                        words.text(
                                expectation.signal() == Signal.UNUSUAL
                                        ? "model.control.unusual"
                                        : "model.control.usual"),
                        ""));
    }

    private String phase(Phase phase) {
        return switch (phase) {
            case RUN -> words.text("model.control.few");
            case BASELINE -> words.text("model.control.baseline");
            case WATCHED -> words.text("model.control.watched");
        };
    }

    private List<LineChart.Shade> runs(List<Week> weeks) {
        List<LineChart.Shade> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= weeks.size(); i++) {
            boolean ends = i == weeks.size()
                    || !weeks.get(i)
                            .period()
                            .term()
                            .equals(weeks.get(start).period().term());
            if (ends) {
                runs.add(new LineChart.Shade(
                        start, i - 1, words.term(weeks.get(start).period().term())));
                start = i;
            }
        }
        return runs;
    }

    private String title(
            ReleaseMeasure measure, String name, List<ControlChart.Week> weeks, List<LineChart.Shade> runs) {
        LineChart.Shade newest = runs.get(runs.size() - 1);
        List<ControlChart.Week> own = weeks.subList(newest.first(), newest.last() + 1);
        String start = name.isEmpty() ? measure.title() : words.text("model.control.in-group", measure.title(), name);
        boolean judged = own.stream()
                .flatMap(week -> week.expectation().stream())
                .anyMatch(expectation -> expectation.phase() != Phase.RUN);
        if (!judged) {
            return words.text("model.control.too-few", start);
        }
        List<String> unusual = own.stream()
                .filter(ControlChart.Week::isUnusual)
                .map(ControlChart.Week::label)
                .toList();
        return unusual.isEmpty()
                ? words.text("model.control.none", start, newest.label())
                : words.text(
                        unusual.size() == 1 ? "model.control.one" : "model.control.several",
                        start,
                        words.fewOf(unusual, MOST_NAMES));
    }

    private String said(List<ControlChart.Week> weeks) {
        List<String> said = new ArrayList<>();
        for (ControlChart.Week week : weeks) {
            if (week.isUnusual() && week.reading().isPresent()) {
                said.add(words.text(
                        "model.control.said-week",
                        week.label(),
                        week.reading().orElseThrow().text(),
                        words.number(week.expectation().orElseThrow().expected())));
            }
        }
        return said.isEmpty()
                ? words.text("model.control.said-none")
                : words.text("model.control.said", String.join("; ", said));
    }
}
