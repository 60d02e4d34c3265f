package org.evenkeel.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.chart.LogoImage;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.model.AnalysisTables.BandTable;
import org.evenkeel.reports.model.AnalysisTables.WeekRun;
import org.evenkeel.reports.model.Appearance;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.FactTable;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.TextSection;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseMeasure;

/**
 * A term report as a workbook: the same model as the PDF, so the same numbers, in native tables and charts. Equal reports give
 * equal bytes.
 */
public final class TermReportWorkbook {
    /** The most control charts that are drawn; more of them would be searched, not read. */
    private static final int MOST_CONTROL_CHARTS = 16;

    private static final int LOGO_WIDTH = 220;
    private static final int LOGO_HEIGHT = 64;
    private static final String PEER_SUPPORT = "peer-support";

    /** The sheets in their order, with what each holds. */
    private enum Leaf {
        CONTENTS,
        SUMMARY,
        TRENDS,
        COHORTS,
        HEAT,
        WEEKLY,
        RESPONSE,
        WATCHLIST,
        PEER_SUPPORT,
        WHAT_IF,
        DATA,
        CODEBOOK,
        METHODS,
        PROVENANCE;

        String title(Words words) {
            return words.text(key());
        }

        String holds(Words words) {
            return words.text(key() + ".holds");
        }

        private String key() {
            return "workbook.sheet." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final TermReport report;
    private final Words words;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final StyleBook styles;
    private final Map<String, String> kindTitles = new LinkedHashMap<>();
    private final Map<String, String> kindUnits = new LinkedHashMap<>();
    private final Map<String, FigureLine> byId = new LinkedHashMap<>();
    private final Map<Leaf, SheetWriter> sheets = new EnumMap<>(Leaf.class);

    private TermReportWorkbook(TermReport report) {
        this.report = report;
        this.words = report.words();
        this.styles = new StyleBook(book, report.cover().appearance().scheme(), words);
        for (FigureLine line : report.figures()) {
            kindTitles.putIfAbsent(line.reading().kind(), line.kind());
            kindUnits.putIfAbsent(line.reading().kind(), line.reading().unit());
            byId.put(line.reading().id(), line);
        }
    }

    /** The report as the bytes of an XLSX file. */
    public static byte[] render(TermReport report) {
        return new TermReportWorkbook(report).write();
    }

    private byte[] write() {
        contents();
        summary();
        trends();
        cohorts();
        heat();
        weekly();
        response();
        watchlist();
        peerSupport();
        int body = data();
        whatIf(body);
        codebook();
        methods();
        provenance();
        properties();
        styles.completeRules();
        int place = 0;
        for (Leaf leaf : Leaf.values()) {
            book.setSheetOrder(leaf.title(words), place++);
        }
        try (book) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return CanonicalZip.of(out.toByteArray(), rows(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A workbook held in memory could not be written", impossible);
        }
    }

    /** How each sheet's rows get into its part, those of the tidy sheet written on the way, and the words that they share. */
    private Map<String, CanonicalZip.Rewriting> rows(int body) {
        Map<String, CanonicalZip.Rewriting> rewritings = new LinkedHashMap<>();
        sheets.forEach((leaf, sheet) -> rewritings.put(
                sheet.sheet().getPackagePart().getPartName().getName().substring(1),
                (part, to) -> sheet.rows().fill(part, to, leaf == Leaf.DATA ? tidy(body) : WrittenRows.NOTHING_MORE)));
        rewritings.put(SharedWords.PART, (part, to) -> styles.shared().fill(to));
        return rewritings;
    }

    private WrittenRows.Further tidy(int body) {
        List<FigureLine> figures = report.figures();
        return new WrittenRows.Further(
                body + figures.size() - 1,
                DataSheet.COLUMNS.size(),
                rows -> new DataSheet(styles).fill(rows, body, figures));
    }

    private SheetWriter sheet(Leaf leaf, String title, List<Integer> widths) {
        SheetWriter sheet = new SheetWriter(book, styles, report.words(), leaf.title(words), widths);
        sheet.open(title, report.cover());
        sheets.put(leaf, sheet);
        return sheet;
    }

    private void properties() {
        Cover cover = report.cover();
        Optional<Date> asOf = Optional.of(Date.from(cover.asOf()));
        POIXMLProperties properties = book.getProperties();
        properties
                .getCoreProperties()
                .setTitle(CellText.of(words.text("workbook.title", cover.school(), cover.title(), cover.subject())));
        properties.getCoreProperties().setSubjectProperty(words.text("workbook.subject", cover.release()));
        properties.getCoreProperties().setCreator("Evenkeel " + cover.program());
        properties.getCoreProperties().setCreated(asOf);
        properties.getCoreProperties().setModified(asOf);
        properties.getExtendedProperties().setApplication("Evenkeel");
    }

    // ---- what a reader meets first

    private void contents() {
        SheetWriter sheet = sheet(
                Leaf.CONTENTS,
                words.text(
                        "workbook.head", report.cover().title(), report.cover().subject()),
                List.of(20, 100));
        sheet.onOnePage();
        Appearance appearance = report.cover().appearance();
        LogoImage.of(appearance.presentation())
                .ifPresent(logo -> sheet.picture(logo, appearance.logo(), LOGO_WIDTH, LOGO_HEIGHT));
        sheet.head(List.of(words.text("workbook.head.sheet"), words.text("workbook.head.holds")), List.of());
        for (Leaf leaf : Leaf.values()) {
            if (leaf != Leaf.CONTENTS) {
                sheet.row(List.of(Field.link(leaf.title(words)), Field.text(leaf.holds(words))));
            }
        }
        sheet.gap();
        sheet.section(words.text("workbook.how"));
        for (String what : List.of("charts", "numbers", "tints")) {
            sheet.row(List.of(
                    Field.label(words.text("workbook.guide." + what)),
                    Field.text(words.text("workbook.guide." + what + ".how"))));
        }
        contacts(sheet, appearance.enquiries());
        contacts(sheet, appearance.help());
        sheet.gap();
        sheet.section(report.howToRead().title());
        passages(sheet, report.howToRead());
    }

    private static void contacts(SheetWriter sheet, Appearance.Contacts contacts) {
        if (!contacts.isEmpty()) {
            sheet.gap();
            sheet.section(contacts.title());
            contacts.why().ifPresent(why -> sheet.prose(why, Look.SECTION_NOTE));
            contacts.lines().forEach(line -> sheet.prose(line, Look.TEXT));
        }
    }

    private void summary() {
        SheetWriter sheet = sheet(Leaf.SUMMARY, report.cover().onePage(), SummarySheet.WIDTHS);
        new SummarySheet(sheet).write(report.onePage());
    }

    // ---- charts with their tables

    private static final List<Integer> CHART_COLUMNS = List.of(24, 16, 12, 10, 10, 10, 16, 14, 10, 8, 8, 20);
    private static final List<Integer> WEEKLY_COLUMNS = List.of(24, 16, 12, 10, 10, 10, 22, 12, 12, 12, 12, 20);

    private void trends() {
        lines(
                sheet(Leaf.TRENDS, words.text("workbook.trends"), CHART_COLUMNS),
                chart -> !isWeekly(chart),
                words.text("workbook.trends.none"));
    }

    private void weekly() {
        SheetWriter sheet = sheet(Leaf.WEEKLY, words.text("workbook.weekly"), WEEKLY_COLUMNS);
        NativeCharts charts = new NativeCharts(sheet);
        lines(sheet, charts, this::isWeekly, words.text("workbook.weekly.none"));
        controls(sheet, charts);
    }

    /** The school's weeks, then those of groups with a signal; the others stay out, for they say that nothing happened. */
    private void controls(SheetWriter sheet, NativeCharts charts) {
        List<WeekRun> runs = report.analysis().runs();
        List<WeekRun> drawn = Stream.concat(
                        runs.stream().filter(WeekRun::school),
                        runs.stream()
                                .filter(run -> !run.school() && !run.unusual().isEmpty()))
                .limit(MOST_CONTROL_CHARTS)
                .toList();
        List<String> sentences = new ArrayList<>();
        if (runs.isEmpty()) {
            sentences.add(words.text("workbook.weeks.unstated"));
        } else {
            sentences.add(words.text("workbook.weeks.about"));
            sentences.add(
                    drawn.size() == runs.size()
                            ? words.count("workbook.weeks.all", runs.size())
                            : words.count("workbook.weeks.some", runs.size(), Integer.toString(MOST_CONTROL_CHARTS)));
        }
        sheet.opening(words.text("workbook.weeks"), sentences, runs.isEmpty() ? 0 : 300);
        ControlBlock block = new ControlBlock(sheet, charts);
        drawn.forEach(block::write);
    }

    private void lines(SheetWriter sheet, Predicate<LineChart> wanted, String otherwise) {
        lines(sheet, new NativeCharts(sheet), wanted, otherwise);
    }

    private void lines(SheetWriter sheet, NativeCharts charts, Predicate<LineChart> wanted, String otherwise) {
        ChartBlock block = new ChartBlock(sheet, charts, kindTitles);
        int drawn = 0;
        for (MeasureSection measure : report.measures()) {
            for (LineChart line : lineCharts(measure)) {
                if (wanted.test(line)) {
                    opening(sheet, measure, block.lineHeight(line));
                    block.line(line);
                    drawn++;
                }
            }
        }
        if (drawn == 0) {
            sheet.prose(otherwise, Look.SECTION_NOTE);
        }
    }

    private static List<LineChart> lineCharts(MeasureSection measure) {
        return measure.charts().stream()
                .filter(LineChart.class::isInstance)
                .map(LineChart.class::cast)
                .toList();
    }

    private boolean isWeekly(LineChart chart) {
        return chart.table().rows().stream()
                .map(row -> byId.get(row.reading().id()))
                .filter(Objects::nonNull)
                .anyMatch(line -> !line.period().equals(line.term()));
    }

    private void cohorts() {
        SheetWriter sheet = sheet(
                Leaf.COHORTS,
                words.text("workbook.cohorts"),
                widths(report.measures().stream().map(MeasureSection::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet), kindTitles);
        FigureBlock tables = new FigureBlock(sheet);
        SizeBlock sizes = new SizeBlock(sheet);
        for (MeasureSection measure : report.measures()) {
            List<DotChart> dots = dots(measure.charts());
            opening(sheet, measure, dots.isEmpty() ? tables.height(measure.table()) : charts.dotsHeight(dots.get(0)));
            dots.forEach(charts::dots);
            tables.write(measure.table());
            measure.sizes().ifPresent(sizes::write);
        }
        if (report.measures().isEmpty()) {
            sheet.prose(words.text("workbook.measures.none"), Look.SECTION_NOTE);
        }
    }

    private void response() {
        SheetWriter sheet = sheet(
                Leaf.RESPONSE,
                words.text("workbook.response"),
                widths(report.response().sources().stream().map(SourceResponse::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet), kindTitles);
        FigureBlock tables = new FigureBlock(sheet);
        for (SourceResponse source : report.response().sources()) {
            List<DotChart> dots = dots(source.charts());
            sheet.opening(
                    source.title(),
                    List.of(source.sentence()),
                    dots.isEmpty() ? tables.height(source.table()) : charts.dotsHeight(dots.get(0)));
            dots.forEach(charts::columns);
            tables.write(source.table());
        }
    }

    private void heat() {
        BandTable bands = report.analysis().bands();
        new HeatSheet(sheet(Leaf.HEAT, words.text("workbook.bands"), HeatSheet.widths(bands))).write(bands);
    }

    private void watchlist() {
        new WatchlistSheet(sheet(Leaf.WATCHLIST, words.text("workbook.flags"), WatchlistSheet.WIDTHS), byId)
                .write(report.onePage(), report.cover().appearance().help());
    }

    /** Everything about the measures of peer support, which other sheets hold by what is drawn. */
    private void peerSupport() {
        Set<String> keys = report.analysis().measures().stream()
                .filter(measure -> measure.theme().equals(PEER_SUPPORT))
                .map(ReleaseMeasure::key)
                .collect(Collectors.toSet());
        List<MeasureSection> measures = report.measures().stream()
                .filter(measure -> keys.contains(measure.key()))
                .toList();
        SheetWriter sheet = sheet(
                Leaf.PEER_SUPPORT,
                words.text("workbook.peers"),
                widths(measures.stream().map(MeasureSection::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet), kindTitles);
        FigureBlock tables = new FigureBlock(sheet);
        for (MeasureSection measure : measures) {
            opening(sheet, measure, tables.height(measure.table()));
            lineCharts(measure).forEach(charts::line);
            dots(measure.charts()).forEach(charts::dots);
            tables.write(measure.table());
        }
        if (measures.isEmpty()) {
            sheet.prose(words.text("workbook.peers.none"), Look.SECTION_NOTE);
        }
    }

    private static List<DotChart> dots(List<ChartSpec> charts) {
        return charts.stream()
                .filter(DotChart.class::isInstance)
                .map(DotChart.class::cast)
                .toList();
    }

    /** Wide enough for the charts' tables and for the widest table of figures. */
    private List<Integer> widths(Stream<FigureTable> tables) {
        int most = tables.mapToInt(table -> FigureBlock.columns(table, words))
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(most, CHART_COLUMNS.size()))
                .mapToObj(column -> column < CHART_COLUMNS.size() ? CHART_COLUMNS.get(column) : 10)
                .toList();
    }

    private void opening(SheetWriter sheet, MeasureSection measure, double followedBy) {
        List<String> sentences = new ArrayList<>(List.of(measure.about()));
        measure.atRisk().ifPresent(sentences::add);
        measure.keyFigures()
                .forEach(figure -> figure.reading()
                        .note()
                        .ifPresent(note -> sentences.add(
                                words.text("workbook.note", figure.name(), note + (note.endsWith(".") ? "" : ".")))));
        sentences.addAll(measure.notes());
        sheet.opening(measure.title(), sentences, followedBy);
    }

    // ---- what stands behind the figures

    private int data() {
        SheetWriter sheet = sheet(Leaf.DATA, words.text("workbook.data"), DataSheet.widths());
        return new DataSheet(styles).head(sheet, report.figures());
    }

    private void whatIf(int body) {
        SheetWriter sheet = sheet(Leaf.WHAT_IF, words.text("workbook.what_if"), WhatIfSheet.WIDTHS);
        new WhatIfSheet(
                        sheet,
                        new WhatIfSheet.Tidy(
                                Leaf.DATA.title(words), body, report.figures().size()))
                .write(report.analysis());
    }

    private void codebook() {
        new CodebookSheet(sheet(Leaf.CODEBOOK, words.text("workbook.codebook"), CodebookSheet.WIDTHS))
                .write(
                        report.analysis(),
                        kindTitles.entrySet().stream()
                                .map(kind -> new CodebookSheet.Kind(
                                        kind.getKey(), kind.getValue(), kindUnits.getOrDefault(kind.getKey(), "")))
                                .toList());
    }

    private void methods() {
        SheetWriter sheet = sheet(Leaf.METHODS, words.text("workbook.methods"), List.of(30, 100));
        sheet.section(report.methods().title());
        passages(sheet, report.methods());
        sheet.gap();
        sheet.section(report.privacy().title());
        passages(sheet, report.privacy());
    }

    private static void passages(SheetWriter sheet, TextSection section) {
        for (TextSection.Passage passage : section.passages()) {
            List<String> paragraphs = passage.paragraphs();
            for (int index = 0; index < paragraphs.size(); index++) {
                sheet.row(List.of(
                        index == 0 ? Field.label(passage.heading()) : Field.EMPTY, Field.text(paragraphs.get(index))));
            }
        }
    }

    private void provenance() {
        SheetWriter sheet = sheet(Leaf.PROVENANCE, words.text("workbook.provenance"), List.of(44, 90));
        for (FactTable table : report.facts()) {
            sheet.keepTogether(60);
            sheet.section(table.title());
            table.facts().forEach(fact -> sheet.row(List.of(Field.label(fact.name()), Field.text(fact.content()))));
            sheet.gap();
        }
    }
}
