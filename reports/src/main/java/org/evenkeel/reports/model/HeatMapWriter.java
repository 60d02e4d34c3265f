package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.model.DataTable.Derived;
import org.evenkeel.reports.model.HeatMap.Band;
import org.evenkeel.reports.model.HeatMap.Place;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes all groups by all measures in absolute bands, on as many maps as pages need. */
final class HeatMapWriter {
    private static final int MOST_MEASURES = 12;
    private static final int MOST_ROWS = 44;

    private final Chronicle chronicle;
    private final Words words;
    private final ReleaseIndex now;
    private final Numbering numbering;

    HeatMapWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.now = chronicle.now();
        this.numbering = numbering;
    }

    ChartSection write() {
        List<ReleaseMeasure> measures = now.measures().stream()
                .filter(measure -> now.release().analysis().bands().stream()
                        .anyMatch(band -> band.measure().equals(measure.key())))
                .toList();
        List<ChartSpec> maps = new ArrayList<>();
        List<List<ReleaseMeasure>> columns = pieces(measures, MOST_MEASURES);
        List<List<ReleaseCohort>> rows = pieces(
                now.cohorts().stream()
                        .filter(cohort -> measures.stream()
                                .anyMatch(measure -> mean(measure, cohort).isPresent()))
                        .toList(),
                MOST_ROWS);
        for (List<ReleaseMeasure> across : columns) {
            for (int i = 0; i < rows.size(); i++) {
                maps.add(map(across, rows.get(i), maps.size(), columns.size() * rows.size()));
            }
        }
        return new ChartSection(words.text("model.heat.section"), List.of(words.text("model.heat.paragraph")), maps);
    }

    private static <T> List<List<T>> pieces(List<T> all, int most) {
        List<List<T>> pieces = new ArrayList<>();
        int count = (all.size() + most - 1) / most;
        for (int i = 0; i < count; i++) {
            int each = (all.size() + count - 1) / count;
            pieces.add(all.subList(i * each, Math.min(all.size(), (i + 1) * each)));
        }
        return pieces;
    }

    private Optional<Reading> mean(ReleaseMeasure measure, ReleaseCohort cohort) {
        return now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key())
                .filter(reading -> reading.state() != State.ABSENT);
    }

    private HeatMap map(List<ReleaseMeasure> measures, List<ReleaseCohort> cohorts, int index, int maps) {
        Map<String, List<HeatMap.Row>> byGrouping = new LinkedHashMap<>();
        List<DataTable.Row> rows = new ArrayList<>();
        for (ReleaseCohort cohort : cohorts) {
            List<Optional<Place>> places = new ArrayList<>();
            for (ReleaseMeasure measure : measures) {
                Optional<Reading> mean = mean(measure, cohort);
                Optional<Band> band = mean.filter(Reading::isShown)
                        .flatMap(reading -> now.band(measure, cohort))
                        .map(found -> Band.of(found.band()));
                places.add(mean.map(reading -> new Place(reading, band)));
                mean.ifPresent(reading -> rows.add(new DataTable.Row(
                        cohort.name(),
                        measure.title(),
                        reading,
                        Optional.empty(),
                        band.map(found -> List.of(new Derived(
                                        words.text("model.heat.band"),
                                        found.said(words),
                                        chronicle.analysisId(
                                                now,
                                                'B',
                                                now.band(measure, cohort)
                                                        .orElseThrow()
                                                        .order()))))
                                .orElse(List.of()))));
            }
            byGrouping
                    .computeIfAbsent(cohort.grouping(), grouping -> new ArrayList<>())
                    .add(new HeatMap.Row(cohort.name(), places));
        }
        List<HeatMap.Group> groups = byGrouping.entrySet().stream()
                .map(entry -> new HeatMap.Group(words.grouping(entry.getKey()), entry.getValue()))
                .toList();
        DataTable table = new DataTable(
                numbering.table(),
                chronicle.part(words.text("model.heat.table"), index, maps),
                DataTable.Layout.BY_GROUP,
                rows,
                references(measures));
        List<String> titles = measures.stream().map(ReleaseMeasure::title).toList();
        String title = chronicle.part(title(titles, groups), index, maps);
        return new HeatMap(
                numbering.chart(),
                title,
                words.text("model.heat.about", now.periodWords()),
                chronicle.alternative("model.heat.chart", title, said(titles, groups), table),
                titles,
                groups,
                table);
    }

    /** What each measure is held against, once. */
    private List<String> references(List<ReleaseMeasure> measures) {
        List<String> references = new ArrayList<>();
        for (ReleaseMeasure measure : measures) {
            now.release().analysis().bands().stream()
                    .filter(band -> band.measure().equals(measure.key()))
                    .findFirst()
                    .ifPresent(band -> references.add(words.text(
                            "model.heat.reference",
                            measure.title(),
                            words.number(band.reference()),
                            words.number(band.step()),
                            band.basis())));
        }
        return references;
    }

    private static List<String> worse(int column, List<HeatMap.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.places()
                        .get(column)
                        .flatMap(Place::band)
                        .filter(Band::isWorse)
                        .isPresent())
                .map(HeatMap.Row::name)
                .toList();
    }

    private String title(List<String> measures, List<HeatMap.Group> groups) {
        long judged = groups.stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.places().stream())
                .flatMap(Optional::stream)
                .filter(place -> place.band().isPresent())
                .count();
        int worse = 0;
        int most = 0;
        for (int i = 0; i < measures.size(); i++) {
            int here = worse(i, groups).size();
            worse += here;
            most = here > worse(most, groups).size() ? i : most;
        }
        if (judged == 0) {
            return words.text("model.heat.unjudged");
        }
        if (worse == 0) {
            return words.text("model.heat.none-worse");
        }
        return words.count("model.heat.worse", worse, words.number(judged), Words.inSentence(measures.get(most)));
    }

    private String said(List<String> measures, List<HeatMap.Group> groups) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            List<String> worse = worse(i, groups);
            if (!worse.isEmpty()) {
                said.add(words.text("model.heat.worse-on", Words.inSentence(measures.get(i)), words.fewOf(worse, 8)));
            }
        }
        long unseen = groups.stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.places().stream())
                .flatMap(Optional::stream)
                .filter(place -> place.reading().state() == State.WITHHELD)
                .count();
        if (unseen > 0) {
            said.add(words.count("model.heat.withheld", unseen, Reading.withheld(words)));
        }
        return String.join(" ", said);
    }
}
