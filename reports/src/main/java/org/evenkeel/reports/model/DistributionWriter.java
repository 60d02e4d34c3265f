package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.model.DistributionChart.Bar;
import org.evenkeel.reports.model.DistributionChart.Sides;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseMeasure;

/** Writes how a measure's scores spread over the fifths of its scale, term by term, for the school. */
final class DistributionWriter {
    private static final List<String> CLASSES = List.of(
            "model.distribution.class-1",
            "model.distribution.class-2",
            "model.distribution.class-3",
            "model.distribution.class-4",
            "model.distribution.class-5");
    private static final int MOST_BARS = 6;

    private final Chronicle chronicle;
    private final Words words;
    private final Numbering numbering;

    DistributionWriter(Chronicle chronicle, Numbering numbering) {
        this.chronicle = chronicle;
        this.words = chronicle.words();
        this.numbering = numbering;
    }

    Optional<DistributionChart> write(ReleaseMeasure measure) {
        boolean highestLeft = measure.direction().equals("higher-is-worse");
        List<String> kinds = ordered(FigureKinds.FIFTHS, highestLeft);
        List<String> classes = ordered(CLASSES, highestLeft).stream()
                .map(key -> words.text(key))
                .toList();
        List<Bar> bars = bars(measure, kinds);
        boolean drawable = !bars.isEmpty()
                && bars.get(bars.size() - 1).period().equals(chronicle.now().periodWords())
                && bars.get(bars.size() - 1).isWhole();
        if (!drawable) {
            return Optional.empty();
        }
        String title = title(measure, bars, classes);
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            for (Bar bar : bars) {
                rows.add(new DataTable.Row(
                        classes.get(i), bar.period(), bar.shares().get(i), Optional.empty()));
            }
        }
        DataTable table = new DataTable(
                numbering.table(),
                words.text("model.distribution.table", measure.title()),
                DataTable.Layout.BY_PERIOD,
                rows,
                List.of());
        return Optional.of(new DistributionChart(
                numbering.chart(),
                title,
                words.text(
                        sided(measure) ? "model.distribution.about-sided" : "model.distribution.about",
                        words.scale(measure),
                        bars.get(bars.size() - 1).period(),
                        chronicle.counted(measure)),
                chronicle.alternative("model.distribution.chart", title, said(bars, classes), table),
                classes,
                sided(measure)
                        ? new Sides(words.text("model.distribution.worse"), words.text("model.distribution.better"))
                        : new Sides(words.text("model.distribution.lower"), words.text("model.distribution.higher")),
                bars,
                table));
    }

    private static boolean sided(ReleaseMeasure measure) {
        return !measure.direction().equals("neutral");
    }

    private static List<String> ordered(List<String> fromLowest, boolean highestLeft) {
        List<String> ordered = new ArrayList<>(fromLowest);
        if (highestLeft) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    /** The latest terms of which all five shares are known to the release, shown or not. */
    private List<Bar> bars(ReleaseMeasure measure, List<String> kinds) {
        Optional<String> school = chronicle.school();
        if (school.isEmpty()) {
            return List.of();
        }
        List<List<Optional<Reading>>> overTerms = kinds.stream()
                .map(kind -> chronicle.overTerms(kind, measure, school.orElseThrow()))
                .toList();
        List<Bar> bars = new ArrayList<>();
        List<String> labels = chronicle.termLabels();
        for (int term = 0; term < labels.size(); term++) {
            int place = term;
            List<Reading> shares = overTerms.stream()
                    .flatMap(readings -> readings.get(place).stream())
                    .filter(reading -> reading.state() != State.ABSENT)
                    .toList();
            if (shares.size() == kinds.size()) {
                boolean now = term == labels.size() - 1;
                bars.add(new Bar(now ? chronicle.now().periodWords() : labels.get(term), shares));
            }
        }
        return bars.subList(Math.max(0, bars.size() - MOST_BARS), bars.size());
    }

    private String title(ReleaseMeasure measure, List<Bar> bars, List<String> classes) {
        Bar last = bars.get(bars.size() - 1);
        String first = Words.inSentence(classes.get(0));
        String now = words.text(
                sided(measure) ? "model.distribution.title-sided" : "model.distribution.title",
                measure.title(),
                last.shares().get(0).text(),
                first);
        if (bars.size() < 2) {
            return now;
        }
        Bar before = bars.get(bars.size() - 2);
        return before.shares().get(0).isShown()
                ? words.text(
                        "model.distribution.before", now, before.shares().get(0).text(), before.period())
                : now;
    }

    private static String said(List<Bar> bars, List<String> classes) {
        List<String> said = new ArrayList<>();
        for (Bar bar : bars) {
            List<String> shares = new ArrayList<>();
            for (int i = 0; i < classes.size(); i++) {
                shares.add(Words.inSentence(classes.get(i)) + " "
                        + bar.shares().get(i).text());
            }
            said.add(bar.period() + ": " + String.join(", ", shares) + ".");
        }
        return String.join(" ", said);
    }
}
