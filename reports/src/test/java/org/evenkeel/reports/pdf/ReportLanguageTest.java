package org.evenkeel.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.Watchlist;
import org.evenkeel.reports.web.WatchlistPage;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleasePresentation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("slow")
class ReportLanguageTest {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Path BUNDLES = Path.of("src/main/resources/org/evenkeel/reports/words");
    private static final int FEWEST_WORDS = 4;
    private static final Pattern DECIMAL_POINT = Pattern.compile("\\d\\.\\d(?!\\d\\d)");
    private static final InventedSchool SCHOOL = InventedSchool.usual();

    private static PublishedRelease in(Locale language, PublishedRelease release) {
        return new PublishedRelease(
                release.header(),
                new ReleasePresentation(
                        language,
                        release.presentation().paper(),
                        release.presentation().colours(),
                        release.presentation().logo(),
                        release.presentation().contacts()),
                release.terms(),
                release.exams(),
                release.periods(),
                release.sources(),
                release.measures(),
                release.cohorts(),
                release.conditions(),
                release.kinds(),
                release.figures(),
                release.flags(),
                release.findings(),
                release.analysis(),
                release.audits(),
                release.facts());
    }

    private static TermReport report(Locale language) {
        return TermReport.of(in(language, SCHOOL.latest()), SCHOOL.history());
    }

    private static String page(Locale language) {
        return TermReportPdf.xhtml(PageView.of(report(language), PageSize.A4));
    }

    private static String watchlist(Locale language) {
        PublishedRelease release = in(language, SCHOOL.latest());
        return new String(
                WatchlistPage.render(Watchlist.of(TermReport.of(release, SCHOOL.history()), release, SCHOOL.history())),
                StandardCharsets.UTF_8);
    }

    /** What British English says between the places of its messages, where it is long enough to be English and nothing else. */
    private static List<String> englishPhrases() throws IOException {
        List<String> phrases = new ArrayList<>();
        for (String bundle : List.of("model", "page", "chart")) {
            Files.readAllLines(BUNDLES.resolve(bundle + ".properties")).stream()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(line.indexOf('=') + 1).replace("''", "'"))
                    .flatMap(sentence -> Stream.of(sentence.split("\\{\\d}|\\\\n", -1)))
                    .map(String::strip)
                    .filter(phrase -> phrase.split(" ", -1).length >= FEWEST_WORDS)
                    .forEach(phrases::add);
        }
        return phrases;
    }

    @Test
    void spanish_reportAndWatchlist_holdNoEnglishOfTheBundles() throws IOException {
        List<String> english = englishPhrases();
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(page(Locale.UK)).contains(english.get(english.size() / 2)).contains("lang=\"en-GB\"");
        String spanish = page(SPANISH);
        String list = watchlist(SPANISH);
        String told = SCHOOL.latest().toString() + SCHOOL.history();
        assertThat(english.stream()
                        .filter(phrase -> spanish.contains(phrase) || list.contains(phrase))
                        .filter(phrase -> !told.contains(phrase)))
                .as("because what the release itself says is in its own language, and all else in the report's")
                .isEmpty();
        assertThat(spanish).contains("lang=\"es\"").contains("intervalo del 95\u00a0%");
        assertThat(list).contains("<html lang=\"es\">").contains("Grupos con los que conviene hablar");
    }

    @Test
    void spanish_numbersInWordsOfCharts_haveDecimalCommas() {
        List<String> said = report(SPANISH).charts().stream()
                .flatMap(chart -> Stream.of(chart.title(), chart.alternative()))
                .toList();
        assertThat(said)
                .noneMatch(words -> DECIMAL_POINT.matcher(words).find())
                .anyMatch(words -> words.matches("(?s).*\\d,\\d.*"));
    }

    @Test
    void american_report_differsWhereItsBundleSaysSo() {
        List<ChartSpec> british = report(Locale.UK).charts();
        List<ChartSpec> american = report(Locale.US).charts();
        for (int i = 0; i < british.size(); i++) {
            assertThat(american.get(i).title().replaceAll("[A-Z][a-z]{2} \\d+|\\d+ [A-Z][a-z]{2}", "day"))
                    .isEqualTo(british.get(i).title().replaceAll("[A-Z][a-z]{2} \\d+|\\d+ [A-Z][a-z]{2}", "day"));
        }
        assertThat(page(Locale.US)).contains("the school in gray").doesNotContain("the school in grey");
    }

    @Test
    void spanish_document_veraPdfFindsNothing() throws Exception {
        InventedSchool school = SCHOOL.sampled();
        byte[] pdf = TermReportPdf.render(TermReport.of(in(SPANISH, school.latest()), school.history()));
        for (PDFAFlavour flavour : PdfConformance.ofVariants()) {
            assertThat(PdfConformance.failures(pdf, flavour)).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
        }
        Files.write(Files.createDirectories(Path.of("target")).resolve("spanish-report.pdf"), pdf);
    }
}
