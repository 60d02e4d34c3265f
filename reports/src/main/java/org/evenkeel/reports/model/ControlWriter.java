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
        return new ChartSection(
                "Week by week",
                List.of(
                        "A week is out of the ordinary when it lies outside the limits within which usual weeks lie, or when a run of"
                                + " weeks leans to one side. Limits come from the first twelve weeks and stay as they were published."
                                + " One such week is a reason to ask what happened, not a finding."),
                charts);
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
                "Weeks and what was expected of them: " + measure.title() + ", " + name,
                DataTable.Layout.BY_PERIOD,
                rows,
                List.of());
        return Optional.of(new ControlChart(
                numbering.chart(),
                title,
                "Weekly mean of " + (whole ? "the school" : name) + " "
                        + chronicle.scale(measure) + "; "
                        + Chronicle.span(
                                runs.stream().map(LineChart.Shade::label).toList())
                        + "; band: usual weeks" + (shades.isEmpty() ? "" : "; exam weeks shaded"),
                "Control chart. " + title + ". " + said(places) + " All values are in table " + table.id() + ".",
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
                new Derived("Expected", words.number(expectation.expected()), expectation.id()),
                new Derived(
                        "Usual weeks",
                        expectation
                                .limits()
                                .map(limits -> words.number(limits.lower()) + " to " + words.number(limits.upper()))
                                .orElse("–"),
                        ""),
                new Derived("Phase", phase(expectation.phase()), ""),
                new Derived("Signal", expectation.signal() == Signal.UNUSUAL ? "out of the ordinary" : "usual", ""));
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case RUN -> "too few weeks";
            case BASELINE -> "sets the limits";
            case WATCHED -> "watched";
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
        String start = measure.title() + (name.isEmpty() ? "" : ", " + name) + ": ";
        boolean judged = own.stream()
                .flatMap(week -> week.expectation().stream())
                .anyMatch(expectation -> expectation.phase() != Phase.RUN);
        if (!judged) {
            return start + "too few weeks yet to say what is usual";
        }
        List<String> unusual = own.stream()
                .filter(ControlChart.Week::isUnusual)
                .map(ControlChart.Week::label)
                .toList();
        return unusual.isEmpty()
                ? start + "no week of " + newest.label() + " out of the ordinary"
                : start + (unusual.size() == 1 ? "the week of " : "the weeks of ") + words.fewOf(unusual, MOST_NAMES)
                        + " out of the ordinary";
    }

    private String said(List<ControlChart.Week> weeks) {
        List<String> said = new ArrayList<>();
        for (ControlChart.Week week : weeks) {
            if (week.isUnusual() && week.reading().isPresent()) {
                said.add("week of " + week.label() + " "
                        + week.reading().orElseThrow().text() + ", expected "
                        + words.number(week.expectation().orElseThrow().expected()));
            }
        }
        return said.isEmpty()
                ? "No week drawn is out of the ordinary."
                : "Out of the ordinary: " + String.join("; ", said) + ".";
    }
}
