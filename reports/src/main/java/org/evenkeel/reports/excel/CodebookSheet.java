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
        sheet.section(sheet.say("workbook.codebook.measures"));
        if (measures.isEmpty()) {
            sheet.prose(sheet.say("workbook.measures.none"), Look.SECTION_NOTE);
            return;
        }
        int head = sheet.head(
                List.of(
                        "measure",
                        sheet.say("workbook.head.title"),
                        sheet.say("workbook.head.theme"),
                        sheet.say("workbook.head.instrument"),
                        sheet.say("workbook.head.items"),
                        sheet.say("workbook.head.lowest"),
                        sheet.say("workbook.head.highest"),
                        sheet.say("workbook.head.direction"),
                        sheet.say("workbook.head.rule"),
                        sheet.say("workbook.head.cut"),
                        sheet.say("workbook.head.rule_source"),
                        sheet.say("workbook.head.important"),
                        sheet.say("workbook.head.important_source")),
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
                    Field.text(measure.atRisk().orElse(sheet.say("workbook.codebook.none"))),
                    number(measure.atRiskCut()),
                    Field.muted(measure.atRiskSource().orElse("")),
                    number(measure.importantDifference()),
                    Field.muted(measure.importantDifferenceSource().orElse(sheet.say("workbook.codebook.half")))));
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
        sheet.section(sheet.say("workbook.codebook.instruments"));
        wideHead(sheet.say("workbook.head.instrument"), sheet.say("workbook.head.reference"));
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
        sheet.section(sheet.say("workbook.codebook.others"));
        Span population = new Span(3, 7);
        Span source = new Span(8, LAST);
        sheet.row(
                padded(
                        Map.of(
                                0, Field.text(sheet.say("workbook.head.measure"), Look.HEAD),
                                1, Field.text(sheet.say("workbook.head.mean"), Look.HEAD_RIGHT),
                                2, Field.text(sheet.say("workbook.head.asked"), Look.HEAD_INDENTED),
                                3, Field.text(sheet.say("workbook.head.population"), Look.HEAD),
                                8, Field.text(sheet.say("workbook.head.published"), Look.HEAD)),
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
        sheet.section(sheet.say("workbook.codebook.kinds"));
        Span meaning = new Span(3, LAST);
        sheet.row(
                padded(
                        Map.of(
                                0, Field.text("kind", Look.HEAD),
                                1, Field.text(sheet.say("workbook.head.title"), Look.HEAD),
                                2, Field.text(sheet.say("workbook.head.unit"), Look.HEAD),
                                3, Field.text(sheet.say("workbook.head.meaning_of_kind"), Look.HEAD)),
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

    private String meaning(String kind) {
        return switch (kind) {
            case "respondents" -> sheet.say("workbook.kind.respondents");
            case "response-rate" -> sheet.say("workbook.kind.response-rate");
            case "mean" -> sheet.say("workbook.kind.mean");
            case "standard-deviation" -> sheet.say("workbook.kind.standard-deviation");
            case "share-at-risk" -> sheet.say("workbook.kind.share-at-risk");
            case "change" -> sheet.say("workbook.kind.change");
            case "reliability" -> sheet.say("workbook.kind.reliability");
            default -> sheet.say("workbook.kind.other");
        };
    }

    private void columns() {
        sheet.keepTogether(120);
        sheet.section(sheet.say("workbook.codebook.columns"));
        wideHead(sheet.say("workbook.head.column"), sheet.say("workbook.head.meaning"));
        for (DataSheet.Column column : DataSheet.COLUMNS) {
            wideRow(column.head(), sheet.say("workbook.column." + column.head()));
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
