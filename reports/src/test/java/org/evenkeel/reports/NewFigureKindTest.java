package org.evenkeel.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.excel.TermReportWorkbook;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.pdf.TermReportPdf;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.Releases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kind of figure that only disclosure knows goes through the mart into both reports, by its title, in its unit, on its
 * grid. Neither the schema nor anything in this room has a word for it.
 */
@Tag("slow")
class NewFigureKindTest {
    private static final ReleaseFigureKind INEQUALITY =
            new ReleaseFigureKind("inequality", 99, "Inequality of scores", "percent");

    @TempDir
    Path folder = Path.of("unset");

    @Test
    void kindNobodyHasHeardOf_isInAppendixAndDataSheetByTitleUnitAndGrid() throws IOException {
        PublishedRelease published = publishedAndReadBack(withInequality(InventedSchool.openPoll()
                .withYears(List.of("1st year", "2nd year"))
                .latest()));
        assertThat(published.kinds()).contains(INEQUALITY);
        TermReport report = TermReport.of(published, List.of());

        String appendix = words(TermReportPdf.render(report));
        assertThat(appendix)
                .contains("Inequality of scores, percent")
                .contains("31.20% (30.10 to 32.30%) F9990")
                .contains("under 15.00% F9991")
                .contains(Reading.withheld(Words.of(Locale.UK)) + " F9992");

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(TermReportWorkbook.render(report)))) {
            List<String> rows = rows(book.getSheet("Data"));
            assertThat(row(rows, "F9990")).contains("|inequality|", "|31.20|30.10|32.30|", "|2|percent|", "|School|");
            assertThat(row(rows, "F9991")).contains("|inequality|", "|15.00|2|percent|");
            assertThat(row(rows, "F9992")).contains("|inequality|", "|" + Reading.withheld(Words.of(Locale.UK)) + "|");
            assertThat(rows(book.getSheet("Codebook"))).anyMatch(line -> line.contains("|Inequality of scores|"));
        }
    }

    private static PublishedRelease withInequality(PublishedRelease release) {
        List<ReleaseFigureKind> kinds = new ArrayList<>(release.kinds());
        kinds.add(INEQUALITY);
        List<ReleaseFigure> figures = new ArrayList<>(release.figures());
        figures.add(figure(release, 0, State.SHOWN));
        figures.add(figure(release, 1, State.BANDED));
        figures.add(figure(release, 2, State.WITHHELD));
        return new PublishedRelease(
                release.header(),
                release.presentation(),
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                kinds,
                figures,
                release.flags(),
                release.findings(),
                release.analysis(),
                release.audits(),
                release.facts());
    }

    private static ReleaseFigure figure(PublishedRelease release, int cohort, State state) {
        boolean shown = state == State.SHOWN;
        return new ReleaseFigure(
                "F999" + cohort,
                99_990 + cohort,
                INEQUALITY.code(),
                release.measures().get(0).source(),
                Optional.of(release.measures().get(0).key()),
                release.header().term(),
                release.cohorts().get(cohort).key(),
                state,
                number(shown, "31.2"),
                number(shown, "30.1"),
                number(shown, "32.3"),
                Optional.empty(),
                number(state == State.BANDED, "15"),
                number(shown, "0.1"),
                2,
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<BigDecimal> number(boolean there, String digits) {
        return there ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private PublishedRelease publishedAndReadBack(PublishedRelease release) {
        try (Mart mart = Mart.embedded(folder.resolve("mart"))) {
            mart.inTransaction(sql -> new Releases(sql).publish(release));
            return mart.reading(
                    sql -> new Releases(sql).find(release.header().id()).orElseThrow());
        }
    }

    /** The words of all pages, one space between them. */
    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u200B]+", " ");
        }
    }

    /** A sheet's rows as Excel prints them. */
    private static List<String> rows(Sheet sheet) {
        DataFormatter printed = new DataFormatter(Locale.ROOT);
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(row -> cells(printed, row))
                .toList();
    }

    private static String cells(DataFormatter printed, Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(printed::formatCellValue)
                .collect(Collectors.joining("|", "|", "|"));
    }

    private static String row(List<String> rows, String figure) {
        return rows.stream()
                .filter(line -> line.startsWith("|" + figure + "|"))
                .findFirst()
                .orElseThrow();
    }
}
