package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.AnalysisTables;
import org.evenkeel.sql.release.ReleaseBenchmark;
import org.evenkeel.sql.release.ReleaseMeasure;

/** What measures, kinds of figure and columns mean. */
final class CodebookSheet {
    /** The widths of the sheet's columns. */
    static final List<Integer> WIDTHS = List.of(26, 24, 13, 28, 7, 9, 9, 16, 24, 8, 34, 11, 34);

    private static final int LAST = WIDTHS.size() - 1;
    private static final String NONE = "none";

    private final SheetWriter sheet;

    CodebookSheet(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /**
     * A kind of figure as the release declares it.
     *
     * @param code its code
     * @param title its title
     * @param unit its unit
     */
    record Kind(String code, String title, String unit) {}

    /** Writes the book. */
    void write(AnalysisTables analysis, List<Kind> kinds) {
        measures(analysis.measures());
        instruments(analysis.measures());
        benchmarks(analysis);
        kinds(kinds);
        columns();
    }

    private void measures(List<ReleaseMeasure> measures) {
        sheet.section("Measures");
        if (measures.isEmpty()) {
            sheet.prose("This release has no measures.", Look.SECTION_NOTE);
            return;
        }
        int head = sheet.head(
                List.of(
                        "measure",
                        "Title",
                        "Theme",
                        "Instrument",
                        "Items",
                        "Lowest",
                        "Highest",
                        "Direction",
                        "At-risk rule",
                        "Cut",
                        "Source of the rule",
                        "Important difference",
                        "Source of that difference"),
                List.of(4, 5, 6, 9, 11),
                List.of(7, 10, 12));
        for (ReleaseMeasure measure : measures) {
            sheet.row(List.of(
                    Field.label(measure.key()),
                    Field.text(measure.title()),
                    Field.text(sheet.words().name(measure.theme())),
                    Field.text(measure.instrument()),
                    FigureFields.plain(BigDecimal.valueOf(measure.items()), Tone.REGULAR),
                    FigureFields.plain(measure.lowest(), Tone.REGULAR),
                    FigureFields.plain(measure.highest(), Tone.REGULAR),
                    Field.muted(measure.direction().replace('-', ' ')),
                    Field.text(measure.atRisk().orElse(NONE)),
                    number(measure.atRiskCut()),
                    Field.muted(measure.atRiskSource().orElse("")),
                    number(measure.importantDifference()),
                    Field.muted(measure.importantDifferenceSource()
                            .orElse("not stated; half a standard deviation is used"))));
        }
        sheet.name("Measures", head, sheet.next() - 1, 0, LAST);
        sheet.gap();
    }

    private static Field number(Optional<BigDecimal> number) {
        return number.map(value -> FigureFields.plain(value, Tone.REGULAR)).orElse(Field.EMPTY);
    }

    private void instruments(List<ReleaseMeasure> measures) {
        Map<String, String> references = new LinkedHashMap<>();
        measures.forEach(measure -> references.putIfAbsent(measure.instrument(), measure.references()));
        references.values().removeIf(String::isBlank);
        if (references.isEmpty()) {
            return;
        }
        sheet.keepTogether(80);
        sheet.section("Where scoring rules come from");
        wideHead("Instrument", "Reference");
        references.forEach(this::wideRow);
        sheet.gap();
    }

    private void benchmarks(AnalysisTables analysis) {
        if (analysis.benchmarks().isEmpty()) {
            return;
        }
        Map<String, String> titles = new LinkedHashMap<>();
        analysis.measures().forEach(measure -> titles.put(measure.key(), measure.title()));
        sheet.keepTogether(80);
        sheet.section("Values of others");
        Span population = new Span(3, 7);
        Span source = new Span(8, LAST);
        sheet.row(
                padded(
                        Map.of(
                                0, Field.text("Measure", Look.HEAD),
                                1, Field.text("Mean", Look.HEAD_RIGHT),
                                2, Field.text("Asked in", Look.HEAD_INDENTED),
                                3, Field.text("Who they were", Look.HEAD),
                                8, Field.text("Published in, and compared with it on", Look.HEAD)),
                        Look.HEAD),
                List.of(population, source));
        for (ReleaseBenchmark other : analysis.benchmarks()) {
            sheet.row(
                    padded(
                            Map.of(
                                    0, Field.label(titles.getOrDefault(other.measure(), other.measure())),
                                    1, FigureFields.points(other.mean(), other.decimals(), Tone.STRONG),
                                    2, Field.muted(other.year()),
                                    3, Field.text(other.population()),
                                    8,
                                            Field.text(other.source() + "; "
                                                    + sheet.words().day(other.verified()))),
                            Look.TEXT),
                    List.of(population, source));
        }
        sheet.gap();
    }

    private static List<Field> padded(Map<Integer, Field> given, Look look) {
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column <= LAST; column++) {
            fields.add(given.getOrDefault(column, Field.text("", look)));
        }
        return fields;
    }

    private void kinds(List<Kind> kinds) {
        sheet.keepTogether(120);
        sheet.section("Kinds of figure");
        Span meaning = new Span(3, LAST);
        sheet.row(
                padded(
                        Map.of(
                                0, Field.text("kind", Look.HEAD),
                                1, Field.text("Title", Look.HEAD),
                                2, Field.text("Unit", Look.HEAD),
                                3, Field.text("What it is", Look.HEAD)),
                        Look.HEAD),
                List.of(meaning));
        for (Kind kind : kinds) {
            sheet.row(
                    padded(
                            Map.of(
                                    0, Field.label(kind.code()),
                                    1, Field.text(kind.title()),
                                    2, Field.text(kind.unit()),
                                    3, Field.text(meaning(kind.code()))),
                            Look.TEXT),
                    List.of(meaning));
        }
        sheet.gap();
    }

    private static String meaning(String kind) {
        return switch (kind) {
            case "respondents" -> "How many people answered. Everyone counts once in a period.";
            case "response-rate" -> "The share of those who could have answered.";
            case "mean" -> "The mean of the scores of those who answered, with its 95% interval.";
            case "standard-deviation" -> "How far the scores of single people lie from their mean, typically.";
            case "share-at-risk" ->
                "The share of those who answered whose score is at or beyond the at-risk rule; a band where the group is small.";
            case "change" ->
                "The mean less that of the term before, with its 95% interval; the note says whom it follows.";
            case "reliability" -> "Cronbach's alpha: how well the items hang together, from 0 to 1.";
            default -> "See Methods.";
        };
    }

    private void columns() {
        sheet.keepTogether(120);
        sheet.section("Columns of the sheet Data");
        wideHead("Column", "Meaning");
        for (DataSheet.Column column : DataSheet.COLUMNS) {
            wideRow(column.head(), column.meaning());
        }
    }

    private void wideHead(String name, String meaning) {
        sheet.row(
                padded(Map.of(0, Field.text(name, Look.HEAD), 1, Field.text(meaning, Look.HEAD)), Look.HEAD),
                List.of(new Span(1, LAST)));
    }

    private void wideRow(String name, String meaning) {
        sheet.row(padded(Map.of(0, Field.label(name), 1, Field.text(meaning)), Look.TEXT), List.of(new Span(1, LAST)));
    }
}
