package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.model.Chronicle.Week;
import org.evenkeel.reports.model.MeasureSection.KeyFigure;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes the section of one measure: what it is, its figures, and its charts in reading order. */
final class MeasureWriter {
    private final Chronicle chronicle;
    private final Words words;
    private final ReleaseIndex now;
    private final Numbering numbering;
    private final LineWriter lines;
    private final MultiplesWriter multiples;
    private final DistributionWriter distributions;
    private final GroupWriter groups;
    private final FunnelWriter funnels;

    /**
     * @param chronicle the release to be reported with those before it
     * @param numbering hands out the numbers of charts and tables
     */
    MeasureWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.now = chronicle.now();
        this.numbering = numbering;
        this.lines = new LineWriter(chronicle, numbering);
        this.multiples = new MultiplesWriter(chronicle, numbering);
        this.distributions = new DistributionWriter(chronicle, numbering);
        this.groups = new GroupWriter(chronicle, numbering);
        this.funnels = new FunnelWriter(chronicle, numbering);
    }

    MeasureSection write(ReleaseMeasure measure) {
        String figures = numbering.table();
        List<ChartSpec> charts = new ArrayList<>();
        lines.trend(measure).ifPresent(charts::add);
        lines.weekly(measure).ifPresent(charts::add);
        lines.sameWeeks(measure).ifPresent(charts::add);
        charts.addAll(multiples.write(measure));
        Optional<DistributionChart> distribution = distributions.write(measure);
        distribution.ifPresent(charts::add);
        charts.addAll(groups.means(measure, figures));
        funnels.write(measure, figures).ifPresent(charts::add);
        charts.addAll(groups.shares(measure, figures));
        Set<String> elsewhere = distribution.isPresent() ? Set.copyOf(FigureKinds.FIFTHS) : Set.of();
        return new MeasureSection(
                measure.key(),
                measure.title(),
                about(measure),
                measure.atRisk()
                        .map(rule -> words.text(
                                "model.measure.at-risk",
                                Words.sentences(
                                        sentence(rule),
                                        measure.atRiskSource()
                                                .map(source -> sentence(source))
                                                .orElse("")))),
                keyFigures(measure),
                notes(measure),
                charts,
                figureTable(measure, figures, elsewhere),
                new ChangeSizes(now).table(measure, numbering));
    }

    /** The mean of a measure over terms, or over weeks where the release is about weeks, word-sized. */
    Sparkline sparkline(ReleaseMeasure measure) {
        boolean weekly = now.release().header().month().isPresent();
        List<Week> weeks = weekly ? chronicle.weeks() : List.of();
        List<Optional<Reading>> readings = chronicle
                .school()
                .map(school -> weekly
                        ? Chronicle.overWeeks(measure, weeks, school)
                        : chronicle.overTerms(FigureKinds.MEAN, measure, school))
                .orElse(List.of());
        List<String> labels = weekly ? weeks.stream().map(Week::label).toList() : chronicle.termLabels();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            int place = i;
            readings.get(i)
                    .filter(Reading::isShown)
                    .ifPresent(reading -> said.add(labels.get(place) + " " + reading.text()));
        }
        return new Sparkline(
                numbering.sparkline(),
                said.isEmpty()
                        ? words.text("model.measure.no-values", measure.title())
                        : words.text("model.measure.values", measure.title(), String.join(", ", said)),
                readings);
    }

    private String about(ReleaseMeasure measure) {
        return words.count(
                "model.measure.about",
                measure.items(),
                measure.instrument(),
                words.scale(measure),
                words.unit(measure.unit()),
                words.direction(measure),
                words.name(measure.source()));
    }

    private static String sentence(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    private List<KeyFigure> keyFigures(ReleaseMeasure measure) {
        List<KeyFigure> found = new ArrayList<>();
        for (ReleaseFigureKind kind : now.kinds()) {
            if (!FigureKinds.FIFTHS.contains(kind.code())) {
                chronicle
                        .ofSchool(kind.code(), measure)
                        .filter(reading -> reading.state() != State.ABSENT)
                        .ifPresent(reading -> found.add(new KeyFigure(kind.title(), reading)));
            }
        }
        return found;
    }

    private List<String> notes(ReleaseMeasure measure) {
        Set<String> notes = new LinkedHashSet<>();
        if (!chronicle.earlier().isEmpty()) {
            chronicle
                    .ofSchool(FigureKinds.CHANGE, measure)
                    .filter(change -> change.state() == State.ABSENT)
                    .flatMap(Reading::note)
                    .ifPresent(
                            note -> notes.add(words.text("model.measure.no-change", sentence(Words.inSentence(note)))));
        }
        new ChangeSizes(now).ofSchool(measure).ifPresent(notes::add);
        for (ReleaseIndex release : chronicle.earlier()) {
            if (release.measure(measure.key()).isPresent() && !Chronicle.comparable(release, measure)) {
                notes.add(words.text(
                        "model.measure.other-scale",
                        words.term(release.release().header().term())));
            }
        }
        notes.addAll(groups.benchmarkSentences(measure));
        if (schoolIsShown(measure) && groupsAreAllUnseen(measure)) {
            notes.add(words.text("model.measure.groups-withheld", Reading.withheld(words)));
        }
        return List.copyOf(notes);
    }

    private boolean schoolIsShown(ReleaseMeasure measure) {
        return chronicle
                .ofSchool(FigureKinds.MEAN, measure)
                .filter(Reading::isShown)
                .isPresent();
    }

    private boolean groupsAreAllUnseen(ReleaseMeasure measure) {
        List<Reading> readings = now.cohorts().stream()
                .filter(cohort -> !ReleaseIndex.isSchool(cohort))
                .flatMap(cohort -> now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key()).stream())
                .toList();
        return !readings.isEmpty() && readings.stream().noneMatch(Reading::isShown);
    }

    private FigureTable figureTable(ReleaseMeasure measure, String id, Set<String> elsewhere) {
        List<FigureTable.Column> columns = now.kinds().stream()
                .filter(kind -> !elsewhere.contains(kind.code())
                        && now.cohorts().stream()
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
                words.text(
                        now.release().header().month().isPresent()
                                ? "model.measure.table-of-week"
                                : "model.measure.table",
                        now.periodWords(),
                        measure.title()),
                columns,
                rows,
                words);
    }
}
