package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.model.SmallMultiples.Panel;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes the course of a measure over terms for each year, or for each group of the first division by one attribute. */
final class MultiplesWriter {
    private static final int MOST_PANELS = 20;
    private static final int MOST_NAMES = 3;

    private final Chronicle chronicle;
    private final Words words;
    private final Numbering numbering;

    MultiplesWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.numbering = numbering;
    }

    List<SmallMultiples> write(ReleaseMeasure measure) {
        Optional<String> grouping = grouping();
        Optional<String> school = chronicle.school();
        if (grouping.isEmpty() || school.isEmpty()) {
            return List.of();
        }
        List<Panel> panels = chronicle.now().cohorts().stream()
                .filter(cohort -> cohort.grouping().equals(grouping.orElseThrow()))
                .map(cohort -> new Panel(cohort.name(), chronicle.overTerms(FigureKinds.MEAN, measure, cohort.key())))
                .filter(panel -> panel.readings().stream().anyMatch(Optional::isPresent))
                .toList();
        long drawable = panels.stream()
                .filter(panel -> Chronicle.shown(panel.readings()) >= 2)
                .count();
        if (panels.size() < 2 || drawable < 2) {
            return List.of();
        }
        int parts = (panels.size() + MOST_PANELS - 1) / MOST_PANELS;
        int each = (panels.size() + parts - 1) / parts;
        List<SmallMultiples> charts = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            charts.add(chart(
                    measure,
                    grouping.orElseThrow(),
                    chronicle.overTerms(FigureKinds.MEAN, measure, school.orElseThrow()),
                    panels.subList(part * each, Math.min(panels.size(), (part + 1) * each)),
                    part,
                    parts));
        }
        return charts;
    }

    private Optional<String> grouping() {
        List<String> byOneAttribute = chronicle.now().cohorts().stream()
                .filter(cohort -> !ReleaseIndex.isSchool(cohort))
                .map(ReleaseCohort::grouping)
                .filter(grouping -> !grouping.contains(" x "))
                .distinct()
                .toList();
        return byOneAttribute.stream()
                .filter(grouping -> grouping.equals("year"))
                .findFirst()
                .or(() -> byOneAttribute.stream().findFirst());
    }

    private SmallMultiples chart(
            ReleaseMeasure measure,
            String grouping,
            List<Optional<Reading>> school,
            List<Panel> panels,
            int part,
            int parts) {
        List<String> terms = chronicle.termLabels();
        String title = chronicle.part(title(measure, grouping, panels), part, parts);
        List<DataTable.Row> rows = new ArrayList<>();
        for (Panel panel : panels) {
            for (int i = 0; i < terms.size(); i++) {
                String term = terms.get(i);
                panel.readings()
                        .get(i)
                        .ifPresent(reading -> rows.add(new DataTable.Row(
                                panel.name(), term, reading, chronicle.respondents(measure, reading))));
            }
        }
        DataTable table = new DataTable(
                numbering.table(),
                chronicle.part(
                        words.text(
                                "model.multiples.table", Words.inSentence(words.grouping(grouping)), measure.title()),
                        part,
                        parts),
                DataTable.Layout.BY_PERIOD,
                rows,
                List.of());
        return new SmallMultiples(
                numbering.chart(),
                title,
                words.text("model.multiples.about", chronicle.scale(measure), chronicle.span(terms)),
                chronicle.alternative("model.multiples.chart", title, said(panels), table),
                Chronicle.axis(measure),
                terms,
                school,
                panels,
                table);
    }

    private String title(ReleaseMeasure measure, String grouping, List<Panel> panels) {
        String since = chronicle.termLabels().get(0);
        List<String> above = moved(panels, Standing.ABOVE);
        List<String> below = moved(panels, Standing.BELOW);
        String start = words.text("model.multiples.by", measure.title(), Words.inSentence(words.grouping(grouping)));
        if (above.isEmpty() && below.isEmpty()) {
            return words.text("model.multiples.none", start, since);
        }
        if (below.isEmpty()) {
            return words.text("model.multiples.above", start, words.fewOf(above, MOST_NAMES), since);
        }
        if (above.isEmpty()) {
            return words.text("model.multiples.below", start, words.fewOf(below, MOST_NAMES), since);
        }
        return words.text(
                "model.multiples.both", start, words.fewOf(above, MOST_NAMES), words.fewOf(below, MOST_NAMES), since);
    }

    /** The groups that stand so now, compared with the first term. */
    private static List<String> moved(List<Panel> panels, Standing standing) {
        return panels.stream()
                .filter(panel -> {
                    Optional<Reading> first = panel.readings().get(0).filter(Reading::isShown);
                    Optional<Reading> last =
                            panel.readings().get(panel.readings().size() - 1).filter(Reading::isShown);
                    return first.isPresent()
                            && last.isPresent()
                            && GroupWriter.standing(last.orElseThrow(), first) == standing;
                })
                .map(Panel::name)
                .toList();
    }

    private String said(List<Panel> panels) {
        List<String> said = new ArrayList<>();
        for (Panel panel : panels) {
            List<String> shown = panel.readings().stream()
                    .flatMap(Optional::stream)
                    .filter(Reading::isShown)
                    .map(Reading::text)
                    .toList();
            if (shown.size() >= 2) {
                said.add(words.text("model.multiples.moved", panel.name(), shown.get(0), shown.get(shown.size() - 1)));
            }
        }
        return words.text("model.multiples.said", String.join("; ", said));
    }
}
