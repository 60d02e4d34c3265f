package org.evenkeel.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.FactTable;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.TextSection;

/**
 * A term report as a workbook: the same model as the PDF, so the same numbers, in native tables and charts. Equal reports give
 * equal bytes.
 */
public final class TermReportWorkbook {
    /** From so many figures on, the tidy sheet is streamed; before that it is not worth the temporary file. */
    private static final int STREAMED_FROM = 20_000;

    private static final int ROWS_IN_MEMORY = 200;

    /** The sheets in their order, with what each holds. */
    private enum Leaf {
        CONTENTS("Contents", "This page, and how to read the others"),
        SUMMARY("Summary", "This term on one page: findings, headline measures, groups that need a conversation"),
        TRENDS("Trends", "Each measure over terms, with its interval"),
        COHORTS("Cohorts", "Groups side by side, and every figure by group"),
        WEEKLY("Weekly", "Check-ins week by week through the term"),
        RESPONSE("Response", "Who answered"),
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

    private final TermReport report;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final StyleBook styles = new StyleBook(book);
    private final Map<String, String> kindTitles = new LinkedHashMap<>();
    private final Map<String, String> kindUnits = new LinkedHashMap<>();
    private final Map<String, FigureLine> byId = new LinkedHashMap<>();

    private TermReportWorkbook(TermReport report) {
        this.report = report;
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
        weekly();
        response();
        int body = data();
        codebook();
        methods();
        provenance();
        properties();
        try (book) {
            return CanonicalZip.of(report.figures().size() < STREAMED_FROM ? whole(body) : streamed(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException("A workbook held in memory could not be written", impossible);
        }
    }

    private byte[] whole(int body) throws IOException {
        new DataSheet(styles).append(book.getSheet(Leaf.DATA.title), body, report.figures());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private byte[] streamed(int body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook stream = new SXSSFWorkbook(book, ROWS_IN_MEMORY)) {
            stream.setZip64Mode(Zip64Mode.Never);
            new DataSheet(styles).append(stream.getSheet(Leaf.DATA.title), body, report.figures());
            stream.write(out);
        }
        return out.toByteArray();
    }

    private SheetWriter sheet(Leaf leaf, String title, List<Integer> widths) {
        SheetWriter sheet = new SheetWriter(book, styles, leaf.title, widths);
        sheet.open(title, report.cover());
        return sheet;
    }

    private void properties() {
        Cover cover = report.cover();
        Optional<Date> asOf = Optional.of(Date.from(cover.asOf()));
        POIXMLProperties properties = book.getProperties();
        properties.getCoreProperties().setTitle(CellText.of(cover.school() + ": term report, " + cover.term()));
        properties.getCoreProperties().setSubjectProperty("Release " + cover.release());
        properties.getCoreProperties().setCreator("Evenkeel " + cover.version());
        properties.getCoreProperties().setCreated(asOf);
        properties.getCoreProperties().setModified(asOf);
        properties.getExtendedProperties().setApplication("Evenkeel");
    }

    // ---- what a reader meets first

    private void contents() {
        SheetWriter sheet = sheet(Leaf.CONTENTS, "Term report, " + report.cover().term(), List.of(20, 100));
        sheet.head(List.of("Sheet", "What it holds"), List.of());
        for (Leaf leaf : Leaf.values()) {
            if (leaf != Leaf.CONTENTS) {
                sheet.row(List.of(Field.link(leaf.title), Field.text(leaf.holds)));
            }
        }
        sheet.gap();
        passages(sheet, report.howToRead());
    }

    private void summary() {
        List<Integer> widths = List.of(13, 30, 30, 11, 10, 10, 11, 10, 10, 13);
        SheetWriter sheet = sheet(Leaf.SUMMARY, "This term on one page", widths);
        OnePage page = report.onePage();
        sheet.section("What stands out");
        if (page.findings().isEmpty()) {
            sheet.prose("Nothing stands out that can be shown.", Look.SECTION_NOTE);
        } else {
            SheetWriter.Span sentence = new SheetWriter.Span(1, 7);
            SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
            int head = sheet.row(
                    padded(List.of(Field.text("Certainty", Look.HEAD), Field.text("Finding", Look.HEAD)), 8, "Figures", Look.HEAD),
                    List.of(sentence, evidence));
            page.findings()
                    .forEach(finding -> sheet.row(
                            padded(
                                    List.of(Field.label(finding.certainty()), Field.text(finding.sentence())),
                                    8,
                                    String.join(", ", finding.evidence()),
                                    Look.MUTED),
                            List.of(sentence, evidence)));
            sheet.name("Findings", head, sheet.next() - 1, 0, 9);
        }
        sheet.gap();
        headlines(sheet, page);
        flags(sheet, page);
        sheet.keepTogether(30 + 16.0 * page.unsaid().size());
        sheet.section("What cannot be said");
        page.unsaid().forEach(words -> sheet.prose(words, Look.TEXT));
    }

    /** Fields up to the column {@code last}, which holds the given words, over ten columns. */
    private static List<Field> padded(List<Field> start, int last, String words, Look look) {
        return IntStream.range(0, 10)
                .mapToObj(column -> column < start.size()
                        ? start.get(column)
                        : column == last ? Field.text(words, look) : Field.text("", look == Look.HEAD ? look : Look.TEXT))
                .toList();
    }

    private void headlines(SheetWriter sheet, OnePage page) {
        sheet.section("Headline measures, the school as a whole");
        List<Integer> right = List.of(3, 4, 5, 6, 7, 8, 9);
        int head = sheet.head(
                List.of("Theme", "Measure", "Scale", "Mean", "Lower", "Upper", "Change", "Lower", "Upper", "Respondents"),
                right);
        for (OnePage.Headline line : page.headlines()) {
            sheet.row(List.of(
                    Field.text(line.theme()),
                    Field.label(line.measure()),
                    Field.text(line.scale()),
                    shown(line.mean(), Tone.STRONG),
                    FigureFields.lower(line.mean()),
                    FigureFields.upper(line.mean()),
                    shown(line.change(), Tone.STRONG),
                    FigureFields.lower(line.change()),
                    FigureFields.upper(line.change()),
                    shown(line.respondents(), Tone.REGULAR)));
        }
        sheet.name("Headlines", head, sheet.next() - 1, 0, 9);
        sheet.gap();
    }

    private static Field shown(Optional<Reading> reading, Tone tone) {
        return reading.filter(figure -> !figure.isShown())
                .map(figure -> Field.text(figure.text(), Look.MUTED_RIGHT))
                .orElseGet(() -> FigureFields.value(reading, tone));
    }

    private void flags(SheetWriter sheet, OnePage page) {
        sheet.keepTogether(60 + 30.0 * page.flags().size());
        sheet.section("Groups that need a conversation");
        if (page.flags().isEmpty()) {
            sheet.prose("No group that can be shown is flagged.", Look.SECTION_NOTE);
            sheet.gap();
            return;
        }
        SheetWriter.Span why = new SheetWriter.Span(3, 7);
        SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
        int head = sheet.row(
                padded(
                        List.of(
                                Field.text("Level", Look.HEAD),
                                Field.text("Group", Look.HEAD),
                                Field.text("Measure", Look.HEAD),
                                Field.text("Why", Look.HEAD)),
                        8,
                        "Figures",
                        Look.HEAD),
                List.of(why, evidence));
        for (OnePage.Flag flag : page.flags()) {
            sheet.row(
                    padded(
                            List.of(
                                    Field.text(flag.level().word(), look(flag.level())),
                                    Field.label(flag.cohort()),
                                    Field.text(flag.measure()),
                                    Field.text(flag.sentence())),
                            8,
                            String.join(", ", flag.evidence()),
                            Look.MUTED),
                    List.of(why, evidence));
        }
        sheet.name("Flags", head, sheet.next() - 1, 0, 9);
        sheet.gap();
    }

    private static Look look(OnePage.Level level) {
        return switch (level) {
            case RED -> Look.RED;
            case AMBER -> Look.AMBER;
        };
    }

    // ---- charts with their tables

    private static final List<Integer> CHART_COLUMNS = List.of(26, 18, 12, 10, 10, 10, 12, 12, 10, 9, 9, 16);

    private void trends() {
        SheetWriter sheet = sheet(Leaf.TRENDS, "Trends over terms", CHART_COLUMNS);
        lines(sheet, false, "Trends can be drawn once two terms have figures that can be shown.");
    }

    private void weekly() {
        SheetWriter sheet = sheet(Leaf.WEEKLY, "Weekly check-ins", CHART_COLUMNS);
        lines(sheet, true, "This release has no two weeks with figures that can be shown.");
    }
}
