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

    private final Chronicle chronicle;
    private final ReleaseIndex now;
    private final Words words;
    private final Numbering numbering;
    private final String period;

    ResponseWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
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
                FigureTable.of(table, words.text("model.response.table", title, period), columns, rows, words));
    }

    private String responseSentence(ReleaseSource source) {
        Optional<Reading> respondents = ofSchool(FigureKinds.RESPONDENTS, source);
        Optional<Reading> rate = ofSchool(FigureKinds.RESPONSE_RATE, source);
        String asked = switch (source.rhythm()) {
            case "survey" -> words.text("model.response.survey");
            case "check-in" -> words.text(weekly() ? "model.response.checkin-weeks" : "model.response.checkin");
            default -> "";
        };
        return Words.sentences(
                asked,
                answered(
                        respondents.filter(Reading::isShown),
                        rate.filter(reading -> reading.state() == State.SHOWN || reading.state() == State.BANDED)),
                !weekly() && rates(source.id()).isEmpty() ? words.text("model.response.unknown") : "",
                source.respondents().equals("unlinked") ? words.text("model.response.unlinked") : "");
    }

    private String answered(Optional<Reading> respondents, Optional<Reading> rate) {
        String share = rate.map(Reading::text).orElse("");
        if (respondents.isEmpty()) {
            return words.text(
                    rate.isPresent() ? "model.response.withheld-rate" : "model.response.withheld",
                    Reading.withheld(words),
                    share);
        }
        String count = respondents.orElseThrow().text();
        if (weekly()) {
            return words.text(
                    rate.isPresent() ? "model.response.answered-rate-week" : "model.response.answered-week",
                    count,
                    period,
                    share);
        }
        return words.text(rate.isPresent() ? "model.response.answered-rate" : "model.response.answered", count, share);
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
            charts.add(rateChart(source, school, pages.get(i), table, i, pages.size()));
        }
        return charts;
    }

    private DotChart rateChart(
            ReleaseSource source,
            Optional<Reading> school,
            List<DotChart.Group> groups,
            String tableId,
            int part,
            int parts) {
        String title = chronicle.part(
                school.filter(Reading::isShown)
                        .map(reading -> words.text("model.response.title", words.name(source.id()), reading.text()))
                        .orElseGet(() -> words.text("model.response.title-unknown", words.name(source.id()))),
                part,
                parts);
        List<DataTable.Row> rows = new ArrayList<>();
        school.ifPresent(reading -> rows.add(new DataTable.Row(
                now.school().map(ReleaseCohort::name).orElseGet(() -> words.text("model.school")),
                period,
                reading,
                ofSchool(FigureKinds.RESPONDENTS, source))));
        groups.forEach(group -> group.rows()
                .forEach(row -> rows.add(new DataTable.Row(row.name(), period, row.reading(), Optional.empty()))));
        DataTable table = new DataTable(
                tableId,
                chronicle.part(words.text("model.response.rate-table", words.name(source.id())), part, parts),
                DataTable.Layout.AMONG_FIGURES,
                rows,
                List.of());
        String said = school.filter(Reading::isShown)
                .map(reading -> words.text("model.groups.said-school", reading.text()))
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
                words.text("model.response.rate-about", now.kindTitle(FigureKinds.RESPONSE_RATE), period),
                chronicle.alternative(
                        "model.groups.chart",
                        title,
                        Words.sentences(said, values.isEmpty() ? "" : words.text("model.response.values", values)),
                        table),
                Axis.percent(),
                school,
                Optional.empty(),
                groups,
                table);
    }
}
