package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseSource;

/** Writes who answered each source, and how far those who did not answer could move a finding. */
final class ResponseWriter {
    private static final int MOST_ROWS = 24;
    private static final String SENSITIVITY = "response-sensitivity";

    private final ReleaseIndex now;
    private final Words words;
    private final Numbering numbering;
    private final String period;

    ResponseWriter(Chronicle chronicle, Numbering numbering) {
        this.now = chronicle.now();
        this.words = chronicle.words();
        this.numbering = numbering;
        this.period = now.periodWords();
    }

    ResponseSection write() {
        return new ResponseSection(sources().map(this::response).toList(), tippingPoints());
    }

    private boolean weekly() {
        return now.release().header().month().isPresent();
    }

    private List<FactTable.Fact> tippingPoints() {
        return now.release().facts().stream()
                .filter(fact -> fact.section().equals(SENSITIVITY))
                .sorted(Comparator.comparingInt(ReleaseFact::order))
                .map(fact -> new FactTable.Fact(fact.name(), fact.content()))
                .toList();
    }

    /** The sources in the release's order. */
    Stream<ReleaseSource> sources() {
        return now.release().sources().stream()
                .sorted(Comparator.comparingInt(ReleaseSource::order).thenComparing(ReleaseSource::id));
    }

    /** What is known of the response rates of a source, by cohort. */
    List<Reading> rates(String source) {
        return now.cohorts().stream()
                .flatMap(cohort ->
                        now.sourceReading(FigureKinds.RESPONSE_RATE, source, now.period(), cohort.key()).stream())
                .filter(reading -> reading.state() != State.ABSENT)
                .toList();
    }

    private SourceResponse response(ReleaseSource source) {
        String title = words.name(source.id());
        List<FigureTable.Column> columns = now.kinds().stream()
                .filter(kind -> now.cohorts().stream()
                        .anyMatch(cohort -> now.sourceReading(kind.code(), source.id(), now.period(), cohort.key())
                                .isPresent()))
                .map(kind -> new FigureTable.Column(kind.code(), kind.title(), kind.unit()))
                .toList();
        List<FigureTable.Row> rows = now.cohorts().stream()
                .map(cohort -> new FigureTable.Row(
                        cohort.name(),
                        columns.stream()
                                .map(column ->
                                        now.sourceReading(column.kind(), source.id(), now.period(), cohort.key()))
                                .toList()))
                .filter(row -> row.readings().stream().anyMatch(Optional::isPresent))
                .toList();
        String table = numbering.table();
        return new SourceResponse(
                source.id(),
                title,
                responseSentence(source),
                rateCharts(source, table),
                FigureTable.of(table, "Who answered: " + title + ", " + period, columns, rows, words));
    }

    private String responseSentence(ReleaseSource source) {
        Optional<Reading> respondents = ofSchool(FigureKinds.RESPONDENTS, source);
        Optional<Reading> rate = ofSchool(FigureKinds.RESPONSE_RATE, source);
        StringBuilder sentence = new StringBuilder(
                switch (source.rhythm()) {
                    case "survey" -> "Asked once in the term. ";
                    case "check-in" ->
                        weekly()
                                ? "Asked again and again through the term; everyone who answered in a week counts once in it. "
                                : "Asked again and again through the term; everyone who answered at least once counts once. ";
                    default -> "";
                });
        respondents
                .filter(Reading::isShown)
                .ifPresent(reading -> sentence.append(reading.text())
                        .append(" people answered")
                        .append(weekly() ? " in the " + period : ""));
        if (respondents.filter(Reading::isShown).isEmpty()) {
            sentence.append("How many answered is ").append(Reading.withheld(words));
        }
        rate.filter(reading -> reading.state() == State.SHOWN || reading.state() == State.BANDED)
                .ifPresent(
                        reading -> sentence.append(", ").append(reading.text()).append(" of those who could"));
        sentence.append('.');
        if (!weekly() && rates(source.id()).isEmpty()) {
            sentence.append(" How many could have answered is not known.");
        }
        if (source.respondents().equals("unlinked")) {
            sentence.append(" The answers carry no code, so each stands for its own respondent.");
        }
        return sentence.toString();
    }

    private Optional<Reading> ofSchool(String kind, ReleaseSource source) {
        return now.school().flatMap(school -> now.sourceReading(kind, source.id(), now.period(), school.key()));
    }

    private List<ChartSpec> rateCharts(ReleaseSource source, String table) {
        Map<String, List<DotChart.Row>> byGrouping = new LinkedHashMap<>();
        for (ReleaseCohort cohort : now.cohorts()) {
            if (!ReleaseIndex.isSchool(cohort)) {
                now.sourceReading(FigureKinds.RESPONSE_RATE, source.id(), now.period(), cohort.key())
                        .ifPresent(reading -> byGrouping
                                .computeIfAbsent(cohort.grouping(), grouping -> new ArrayList<>())
                                .add(new DotChart.Row(cohort.name(), reading, DotChart.Standing.ALONGSIDE)));
            }
        }
        boolean somethingToSee = byGrouping.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> row.reading().isShown() || row.reading().state() == State.BANDED);
        if (!somethingToSee) {
            return List.of();
        }
        Optional<Reading> school = ofSchool(FigureKinds.RESPONSE_RATE, source);
        List<List<DotChart.Group>> pages = GroupPacking.pack(byGrouping, MOST_ROWS, words);
        List<ChartSpec> charts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            charts.add(rateChart(
                    source,
                    school,
                    pages.get(i),
                    table,
                    pages.size() == 1 ? "" : " (" + (i + 1) + " of " + pages.size() + ")"));
        }
        return charts;
    }

    private DotChart rateChart(
            ReleaseSource source, Optional<Reading> school, List<DotChart.Group> groups, String tableId, String part) {
        String title = school.filter(Reading::isShown)
                        .map(reading -> words.name(source.id()) + ": " + reading.text() + " answered")
                        .orElse(words.name(source.id()) + ": response by group")
                + part;
        List<DataTable.Row> rows = new ArrayList<>();
        school.ifPresent(reading -> rows.add(new DataTable.Row(
                now.school().map(ReleaseCohort::name).orElse("School"),
                period,
                reading,
                ofSchool(FigureKinds.RESPONDENTS, source))));
        groups.forEach(group -> group.rows()
                .forEach(row -> rows.add(new DataTable.Row(row.name(), period, row.reading(), Optional.empty()))));
        DataTable table = new DataTable(
                tableId,
                "Response rate by group: " + words.name(source.id()) + part,
                DataTable.Layout.AMONG_FIGURES,
                rows,
                List.of());
        String said = school.filter(Reading::isShown)
                .map(reading -> "The school: " + reading.text() + ". ")
                .orElse("");
        String values = String.join(
                "; ",
                groups.stream()
                        .flatMap(group -> group.rows().stream())
                        .filter(row -> row.reading().isShown())
                        .map(row -> row.name() + " " + row.reading().text())
                        .limit(8)
                        .toList());
        return new DotChart(
                numbering.chart(),
                title,
                now.kindTitle(FigureKinds.RESPONSE_RATE) + ", in percent of those who could answer; " + period,
                "Dot chart. " + title + ". " + said + (values.isEmpty() ? "" : values + ". ")
                        + "All values are in table " + table.id() + ".",
                Axis.percent(),
                school,
                Optional.empty(),
                groups,
                table);
    }
}
