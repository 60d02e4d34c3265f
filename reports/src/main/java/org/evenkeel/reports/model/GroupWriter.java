package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.model.DataTable.Derived;
import org.evenkeel.reports.model.DotChart.Benchmark;
import org.evenkeel.reports.model.DotChart.Pooled;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleaseStanding;

/** Writes the groups of the school side by side: their means, pooled where the release says so, and their shares at risk. */
final class GroupWriter {
    private static final int MOST_ROWS = 24;
    private static final int MOST_NAMES = 3;
    private static final int LIKELY = 75;

    private final Chronicle chronicle;
    private final Words words;
    private final ReleaseIndex now;
    private final Numbering numbering;
    private final String period;
    private final Map<String, ReleaseStanding> likelyWorse = new HashMap<>();

    GroupWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.now = chronicle.now();
        this.numbering = numbering;
        this.period = now.periodWords();
        now.release().analysis().standings().stream()
                .filter(standing -> standing.likelihoodWorse() >= LIKELY)
                .forEach(standing -> likelyWorse.put(id(standing), standing));
    }

    /** Means by group, on as many charts as pages need. */
    List<DotChart> means(ReleaseMeasure measure, String figureTable) {
        return charts(measure, FigureKinds.MEAN, figureTable);
    }

    /** Shares at risk by group. */
    List<DotChart> shares(ReleaseMeasure measure, String figureTable) {
        return charts(measure, FigureKinds.SHARE_AT_RISK, figureTable);
    }

    /** What others have published about the measure, as a sentence. */
    List<String> benchmarkSentences(ReleaseMeasure measure) {
        return benchmarks(measure)
                .map(found -> words.text(
                        "model.groups.benchmark-sentence",
                        words.number(found.mean()),
                        Words.inSentence(found.population()),
                        String.valueOf(found.year()),
                        found.source(),
                        words.day(found.verified())))
                .toList();
    }

    private java.util.stream.Stream<ReleaseBenchmark> benchmarks(ReleaseMeasure measure) {
        return now.release().analysis().benchmarks().stream()
                .filter(found -> found.measure().equals(measure.key()));
    }

    private List<DotChart> charts(ReleaseMeasure measure, String kind, String figureTable) {
        Map<String, List<DotChart.Row>> byGrouping = new LinkedHashMap<>();
        Optional<Reading> school = chronicle.ofSchool(kind, measure);
        Map<String, DataTable.Row> values = new LinkedHashMap<>();
        for (ReleaseCohort cohort : now.cohorts()) {
            if (ReleaseIndex.isSchool(cohort)) {
                continue;
            }
            Optional<ReleaseStanding> standing =
                    kind.equals(FigureKinds.MEAN) ? now.standing(measure, cohort) : Optional.empty();
            now.reading(kind, measure, now.period(), cohort.key()).ifPresent(reading -> {
                byGrouping
                        .computeIfAbsent(cohort.grouping(), grouping -> new ArrayList<>())
                        .add(new DotChart.Row(
                                cohort.name(),
                                reading,
                                standing(reading, school),
                                standing.filter(found -> reading.isShown()).map(this::pooled)));
                values.put(
                        reading.id(),
                        new DataTable.Row(
                                cohort.name(),
                                period,
                                reading,
                                now.reading(FigureKinds.RESPONDENTS, measure, now.period(), cohort.key()),
                                standing.map(this::derived).orElse(List.of())));
            });
        }
        boolean nothingToSee = byGrouping.values().stream()
                .flatMap(List::stream)
                .noneMatch(row -> row.reading().isShown() || row.reading().state() == State.BANDED);
        if (nothingToSee) {
            return List.of();
        }
        List<List<DotChart.Group>> pages = GroupPacking.pack(byGrouping, MOST_ROWS, words);
        List<DotChart> charts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            charts.add(chart(measure, kind, school, pages.get(i), values, new Part(figureTable, i, pages.size())));
        }
        return charts;
    }

    // ---- what the release says beside the means

    private Pooled pooled(ReleaseStanding standing) {
        return new Pooled(id(standing), standing.pooled(), standing.lower(), standing.upper());
    }

    private String id(ReleaseStanding standing) {
        return chronicle.analysisId(now, 'P', standing.order());
    }

    private List<Derived> derived(ReleaseStanding standing) {
        return List.of(
                new Derived(words.text("model.groups.pooled"), pooled(standing).text(words), id(standing)),
                new Derived(
                        words.text("model.groups.worse"),
                        words.text(
                                "model.groups.worse-by",
                                likelihood(standing.likelihoodWorse()),
                                words.number(standing.margin())),
                        ""),
                new Derived(
                        words.text("model.groups.places"),
                        standing.ranks()
                                .map(ranks -> words.text(
                                        "model.groups.ranks",
                                        words.number(ranks.best()),
                                        words.number(ranks.worst()),
                                        words.number(standing.groups())))
                                .orElse("–"),
                        ""));
    }

    private String likelihood(int inHundred) {
        return inHundred < 5
                ? words.text("model.groups.unlikely")
                : words.text("model.groups.likelihood", words.number(inHundred));
    }

    private Optional<Benchmark> benchmark(ReleaseMeasure measure) {
        return benchmarks(measure)
                .findFirst()
                .map(found -> new Benchmark(
                        chronicle.analysisId(now, 'Q', found.order()),
                        found.mean(),
                        words.text("model.groups.population", found.population(), String.valueOf(found.year())),
                        found.source()));
    }

    // ---- the chart

    /** The table that holds a chart's values, and which part of a chart that was split it is. */
    private record Part(String table, int place, int parts) {}

    private DotChart chart(
            ReleaseMeasure measure,
            String kind,
            Optional<Reading> school,
            List<DotChart.Group> groups,
            Map<String, DataTable.Row> values,
            Part part) {
        boolean share = kind.equals(FigureKinds.SHARE_AT_RISK);
        String what = share ? now.kindTitle(kind) : words.text("model.mean");
        Optional<Benchmark> benchmark = share ? Optional.empty() : benchmark(measure);
        boolean pooled = groups.stream()
                .flatMap(group -> group.rows().stream())
                .anyMatch(row -> row.pooled().isPresent());
        List<DataTable.Row> rows = new ArrayList<>();
        school.ifPresent(reading -> rows.add(new DataTable.Row(
                chronicle.school().map(chronicle::cohortName).orElseGet(() -> words.text("model.school")),
                period,
                reading,
                chronicle.ofSchool(FigureKinds.RESPONDENTS, measure))));
        groups.forEach(group ->
                group.rows().forEach(row -> rows.add(values.get(row.reading().id()))));
        DataTable table = new DataTable(
                pooled ? numbering.table() : part.table(),
                chronicle.part(words.text("model.groups.table", what, measure.title()), part.place(), part.parts()),
                pooled ? DataTable.Layout.BY_GROUP : DataTable.Layout.AMONG_FIGURES,
                rows,
                benchmark
                        .map(found -> List.of(words.text(
                                "model.groups.benchmark-note",
                                words.number(found.value()),
                                found.id(),
                                found.population(),
                                found.source())))
                        .orElse(List.of()));
        String title = chronicle.part(
                share ? shareTitle(measure, school, groups) : meanTitle(measure, groups), part.place(), part.parts());
        String subtitle = words.text(
                share ? "model.groups.about-shares" : "model.groups.about-means",
                share ? what : chronicle.scale(measure),
                period,
                chronicle.counted(measure));
        String withPooled = pooled ? words.text("model.groups.with-pooled", subtitle) : subtitle;
        return new DotChart(
                numbering.chart(),
                title,
                benchmark
                        .map(found -> words.text("model.groups.with-benchmark", withPooled, found.population()))
                        .orElse(withPooled),
                chronicle.alternative(
                        "model.groups.chart",
                        title,
                        Words.sentences(
                                said(school, groups),
                                saidOfLikely(rows),
                                benchmark
                                        .map(found -> words.text(
                                                "model.groups.benchmark-said",
                                                words.number(found.value()),
                                                found.population()))
                                        .orElse("")),
                        table),
                share ? Axis.percent() : Chronicle.axis(measure),
                school,
                benchmark,
                groups,
                table);
    }

    private String saidOfLikely(List<DataTable.Row> rows) {
        List<String> likely = new ArrayList<>();
        for (DataTable.Row row : rows) {
            row.derived().stream()
                    .flatMap(derived -> Optional.ofNullable(likelyWorse.get(derived.id())).stream())
                    .forEach(found -> likely.add(row.cohort() + ", " + likelihood(found.likelihoodWorse())));
        }
        return likely.isEmpty() ? "" : words.text("model.groups.likely", String.join("; ", likely));
    }

    private String said(Optional<Reading> school, List<DotChart.Group> groups) {
        List<DotChart.Row> rows =
                groups.stream().flatMap(group -> group.rows().stream()).toList();
        List<String> said = new ArrayList<>();
        school.filter(reading -> reading.isShown())
                .ifPresent(reading -> said.add(words.text("model.groups.said-school", reading.textWithInterval())));
        List<String> apart = rows.stream()
                .filter(row -> row.standing() != Standing.ALONGSIDE)
                .map(row -> row.name() + " " + row.reading().text())
                .toList();
        if (!apart.isEmpty()) {
            said.add(words.text("model.groups.said-clear", String.join("; ", apart)));
        }
        long unseen = rows.stream()
                .filter(row -> row.reading().state() == State.WITHHELD)
                .count();
        if (unseen > 0) {
            said.add(words.count("model.groups.withheld", unseen, Reading.withheld(words)));
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

    private String meanTitle(ReleaseMeasure measure, List<DotChart.Group> groups) {
        List<String> above = named(groups, Standing.ABOVE);
        List<String> below = named(groups, Standing.BELOW);
        if (above.isEmpty() && below.isEmpty()) {
            return words.text("model.groups.none", measure.title());
        }
        if (below.isEmpty()) {
            return words.text("model.groups.above", measure.title(), words.fewOf(above, MOST_NAMES));
        }
        if (above.isEmpty()) {
            return words.text("model.groups.below", measure.title(), words.fewOf(below, MOST_NAMES));
        }
        return words.text(
                "model.groups.both", measure.title(), words.fewOf(above, MOST_NAMES), words.fewOf(below, MOST_NAMES));
    }

    private String shareTitle(ReleaseMeasure measure, Optional<Reading> school, List<DotChart.Group> groups) {
        List<String> above = named(groups, Standing.ABOVE);
        String start = school.filter(reading -> reading.isShown() || reading.state() == State.BANDED)
                .map(reading -> words.text("model.groups.share", measure.title(), reading.text()))
                .orElseGet(() -> words.text("model.groups.share-unknown", measure.title()));
        return above.isEmpty() ? start : words.text("model.groups.share-more", start, words.fewOf(above, MOST_NAMES));
    }
}
