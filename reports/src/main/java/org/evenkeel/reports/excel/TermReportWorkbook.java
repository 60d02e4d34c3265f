package org.evenkeel.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
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
        CONTENTS("Contents", "This page, and how to read the others"),
        SUMMARY("Summary", "Everything on one page: findings, headline measures, groups that need a conversation"),
        TRENDS("Trends", "Each measure over terms, with its interval"),
        COHORTS("Cohorts", "Groups side by side, and every figure by group"),
        HEAT("Heat map", "Groups and measures in bands that mean the same in every term"),
        WEEKLY("Weekly", "Check-ins week by week, beside what was to be expected"),
        RESPONSE("Response", "Who answered"),
        WATCHLIST("Watchlist", "Groups that need a conversation, each with why and the figures it rests on"),
        PEER_SUPPORT("Peer support", "What was asked about peer support, in one place"),
        WHAT_IF("What if", "Other thresholds for the same figures: change one, and flags follow"),
        DATA("Data", "Every figure, one row each, as an Excel table ready for pivots"),
        CODEBOOK("Codebook", "Measures with range, direction and at-risk rule; kinds of figure; columns of Data"),
        METHODS("Methods", "How figures were made, and how respondents are protected"),
        PROVENANCE("Provenance", "Which release, from what, made by which version");

        private final String title;
        private final String holds;

        Leaf(String title, String holds) {
            this.title = title;
            this.holds = holds;
        }
    }

    private static final Map<String, String> HOW_IT_WORKS = howItWorks();

    private final TermReport report;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final StyleBook styles;
    private final Map<String, String> kindTitles = new LinkedHashMap<>();
    private final Map<String, String> kindUnits = new LinkedHashMap<>();
    private final Map<String, FigureLine> byId = new LinkedHashMap<>();

    private TermReportWorkbook(TermReport report) {
        this.report = report;
        this.styles = new StyleBook(book, report.cover().appearance().scheme());
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
            book.setSheetOrder(leaf.title, place++);
        }
        try (book) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return CanonicalZip.of(
                    out.toByteArray(),
                    Map.of(dataPart(), (part, to) -> new DataSheet(styles).fill(part, to, body, report.figures())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A workbook held in memory could not be written", impossible);
        }
    }

    private String dataPart() {
        return book.getSheet(Leaf.DATA.title)
                .getPackagePart()
                .getPartName()
                .getName()
                .substring(1);
    }

    private static Map<String, String> howItWorks() {
        Map<String, String> passages = new LinkedHashMap<>();
        passages.put(
                "Charts",
                "Native charts that can be edited and copied. Each is drawn from the table below it; its error bars are 95% intervals."
                        + " Dots keep one shape here: the column In words says which group stands clear of the school.");
        passages.put(
                "Numbers",
                "Every number is a figure of the release as published, or rests on such figures alone. Nothing is computed in this file"
                        + " but Down and Up, the lengths of error bars, and the sheet What if, which holds the only formulas.");
        passages.put(
                "Tints", "A deeper tint is a larger share of people, from none to everyone, the same in every report.");
        return passages;
    }

    private SheetWriter sheet(Leaf leaf, String title, List<Integer> widths) {
        SheetWriter sheet = new SheetWriter(book, styles, report.words(), leaf.title, widths);
        sheet.open(title, report.cover());
        return sheet;
    }

    private void properties() {
        Cover cover = report.cover();
        Optional<Date> asOf = Optional.of(Date.from(cover.asOf()));
        POIXMLProperties properties = book.getProperties();
        properties
                .getCoreProperties()
                .setTitle(CellText.of(cover.school() + ": " + cover.title() + ", " + cover.subject()));
        properties.getCoreProperties().setSubjectProperty("Release " + cover.release());
        properties.getCoreProperties().setCreator("Evenkeel " + cover.version());
        properties.getCoreProperties().setCreated(asOf);
        properties.getCoreProperties().setModified(asOf);
        properties.getExtendedProperties().setApplication("Evenkeel");
    }

    // ---- what a reader meets first

    private void contents() {
        SheetWriter sheet = sheet(
                Leaf.CONTENTS, report.cover().title() + ", " + report.cover().subject(), List.of(20, 100));
        sheet.onOnePage();
        Appearance appearance = report.cover().appearance();
        LogoImage.of(appearance.presentation())
                .ifPresent(logo -> sheet.picture(logo, appearance.logo(), LOGO_WIDTH, LOGO_HEIGHT));
        sheet.head(List.of("Sheet", "What it holds"), List.of());
        for (Leaf leaf : Leaf.values()) {
            if (leaf != Leaf.CONTENTS) {
                sheet.row(List.of(Field.link(leaf.title), Field.text(leaf.holds)));
            }
        }
        sheet.gap();
        sheet.section("How this workbook works");
        HOW_IT_WORKS.forEach((what, how) -> sheet.row(List.of(Field.label(what), Field.text(how))));
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
                sheet(Leaf.TRENDS, "Trends over terms", CHART_COLUMNS),
                chart -> !isWeekly(chart),
                "Trends can be drawn once two terms have figures that can be shown.");
    }

    private void weekly() {
        SheetWriter sheet = sheet(Leaf.WEEKLY, "Weekly check-ins", WEEKLY_COLUMNS);
        NativeCharts charts = new NativeCharts(sheet.sheet());
        lines(sheet, charts, this::isWeekly, "This release has no two weeks with figures that can be shown.");
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
            sentences.add("This release does not state what was to be expected of its weeks.");
        } else {
            sentences.add(
                    "A dashed line is what was to be expected of a week, dotted lines are the ends of what is usual. A diamond marks a"
                            + " week that is not. One such week among many may be chance.");
            sentences.add(report.words().count("workbook.weeks.watched", runs.size()) + " "
                    + (drawn.size() == runs.size()
                            ? "all are here."
                            : "here are those of the school and of groups with an unusual week, " + MOST_CONTROL_CHARTS
                                    + " at most."));
        }
        sheet.opening("Weeks beside what was to be expected", sentences, runs.isEmpty() ? 0 : 300);
        ControlBlock block = new ControlBlock(sheet, charts);
        drawn.forEach(block::write);
    }

    private void lines(SheetWriter sheet, Predicate<LineChart> wanted, String otherwise) {
        lines(sheet, new NativeCharts(sheet.sheet()), wanted, otherwise);
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
                "Groups side by side",
                widths(report.measures().stream().map(MeasureSection::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet.sheet()), kindTitles);
        FigureBlock tables = new FigureBlock(sheet);
        for (MeasureSection measure : report.measures()) {
            List<DotChart> dots = dots(measure.charts());
            opening(sheet, measure, dots.isEmpty() ? tables.height(measure.table()) : charts.dotsHeight(dots.get(0)));
            dots.forEach(charts::dots);
            tables.write(measure.table());
        }
        if (report.measures().isEmpty()) {
            sheet.prose("This release has no measures.", Look.SECTION_NOTE);
        }
    }

    private void response() {
        SheetWriter sheet = sheet(
                Leaf.RESPONSE,
                "Who answered",
                widths(report.response().sources().stream().map(SourceResponse::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet.sheet()), kindTitles);
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
        new HeatSheet(sheet(Leaf.HEAT, "Groups and measures in bands", HeatSheet.widths(bands))).write(bands);
    }

    private void watchlist() {
        new WatchlistSheet(sheet(Leaf.WATCHLIST, "Groups that need a conversation", WatchlistSheet.WIDTHS), byId)
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
                Leaf.PEER_SUPPORT, "Peer support", widths(measures.stream().map(MeasureSection::table)));
        ChartBlock charts = new ChartBlock(sheet, new NativeCharts(sheet.sheet()), kindTitles);
        FigureBlock tables = new FigureBlock(sheet);
        for (MeasureSection measure : measures) {
            opening(sheet, measure, tables.height(measure.table()));
            lineCharts(measure).forEach(charts::line);
            dots(measure.charts()).forEach(charts::dots);
            tables.write(measure.table());
        }
        if (measures.isEmpty()) {
            sheet.prose("This release has no measure of peer support.", Look.SECTION_NOTE);
        }
    }

    private static List<DotChart> dots(List<ChartSpec> charts) {
        return charts.stream()
                .filter(DotChart.class::isInstance)
                .map(DotChart.class::cast)
                .toList();
    }

    /** Wide enough for the charts' tables and for the widest table of figures. */
    private static List<Integer> widths(Stream<FigureTable> tables) {
        int most = tables.mapToInt(FigureBlock::columns).max().orElse(0);
        return IntStream.range(0, Math.max(most, CHART_COLUMNS.size()))
                .mapToObj(column -> column < CHART_COLUMNS.size() ? CHART_COLUMNS.get(column) : 10)
                .toList();
    }

    private static void opening(SheetWriter sheet, MeasureSection measure, double followedBy) {
        List<String> sentences = new ArrayList<>(List.of(measure.about()));
        measure.atRisk().ifPresent(sentences::add);
        measure.keyFigures()
                .forEach(figure -> figure.reading()
                        .note()
                        .ifPresent(
                                note -> sentences.add(figure.name() + ": " + note + (note.endsWith(".") ? "" : "."))));
        sentences.addAll(measure.notes());
        sheet.opening(measure.title(), sentences, followedBy);
    }

    // ---- what stands behind the figures

    private int data() {
        SheetWriter sheet = sheet(Leaf.DATA, "Every figure, one row each", DataSheet.widths());
        return new DataSheet(styles).head(sheet, report.figures());
    }

    private void whatIf(int body) {
        SheetWriter sheet = sheet(Leaf.WHAT_IF, "What other thresholds would say", WhatIfSheet.WIDTHS);
        new WhatIfSheet(
                        sheet,
                        new WhatIfSheet.Tidy(
                                Leaf.DATA.title, body, report.figures().size()))
                .write(report.analysis());
    }

    private void codebook() {
        new CodebookSheet(sheet(Leaf.CODEBOOK, "Codebook", CodebookSheet.WIDTHS))
                .write(
                        report.analysis(),
                        kindTitles.entrySet().stream()
                                .map(kind -> new CodebookSheet.Kind(
                                        kind.getKey(), kind.getValue(), kindUnits.getOrDefault(kind.getKey(), "")))
                                .toList());
    }

    private void methods() {
        SheetWriter sheet = sheet(Leaf.METHODS, "Methods", List.of(30, 100));
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
        SheetWriter sheet = sheet(Leaf.PROVENANCE, "Provenance", List.of(44, 90));
        for (FactTable table : report.facts()) {
            sheet.keepTogether(60);
            sheet.section(table.title());
            table.facts().forEach(fact -> sheet.row(List.of(Field.label(fact.name()), Field.text(fact.content()))));
            sheet.gap();
        }
    }
}
