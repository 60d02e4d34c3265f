package org.evenkeel.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.JDKXRLogger;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.TermReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("slow")
class TermReportPdfTest {
    private static final Pattern MARKUP = Pattern.compile("(?s)<head>.*?</head>|<[^>]*>");

    /** Most tests look at this one report; that it is the same every time is a test of its own. */
    private static final byte[] USUAL = render(InventedSchool.usual());

    /** What several tests look at. */
    private static final Map<InventedSchool, byte[]> DRAWN = new ConcurrentHashMap<>();

    private static final InventedSchool TWENTY_PROGRAMMES = InventedSchool.usual()
            .withYears(IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> "Programme " + number)
                    .toList());

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void listen() {
        XRLog.setLoggerImpl(new XRLogger() {
            @Override
            public void log(String where, Level level, String message) {
                if (level.intValue() >= Level.WARNING.intValue()) {
                    warnings.add(message);
                }
            }

            @Override
            public void log(String where, Level level, String message, Throwable thrown) {
                log(where, level, message + ": " + thrown);
            }

            @Override
            public void setLevel(String logger, Level level) {}

            @Override
            public boolean isLogLevelEnabled(Diagnostic diagnostic) {
                return true;
            }
        });
    }

    @AfterEach
    void noWarnings() {
        XRLog.setLoggerImpl(new JDKXRLogger());
        assertThat(warnings).as("warnings of the page layout").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_3_A"})
    void render_usualSchool_veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        InventedSchool school = InventedSchool.usual();
        byte[] document = school.sampled().equals(school) ? USUAL : render(school.sampled());
        assertThat(PdfConformance.failures(document, flavour)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_3_A"})
    void render_nothingShown_veraPdfFindsNothing(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(
                        render(InventedSchool.usual().sampled().withNothingShown()), flavour))
                .isEmpty();
    }

    @Test
    void render_twice_sameBytes() {
        assertThat(render(InventedSchool.usual())).isEqualTo(USUAL);
    }

    static Stream<InventedSchool> hardCases() {
        InventedSchool usual = InventedSchool.usual();
        return Stream.of(
                InventedSchool.openPoll(),
                usual.afterTerms(1).withYears(List.of("All")).withCampuses(List.of("All")),
                TWENTY_PROGRAMMES,
                usual.afterTerms(12),
                usual.withNothingShown(),
                usual.withoutHeadcounts(),
                usual.named("School \"of\" <Medicine> & \\ Dentistry"),
                usual.named("Université de Łódź").withYears(List.of("Première année", "Второй курс", "Τρίτο έτος")));
    }

    @ParameterizedTest
    @MethodSource("hardCases")
    void render_hardCase_everyWordIsOnThePage(InventedSchool school) throws IOException {
        TermReport report = TermReport.of(school.latest(), school.history());
        String text = words(once(school));
        String source = TermReportPdf.xhtml(PageView.of(report, PageSize.A4));
        String visible = unescaped(MARKUP.matcher(source).replaceAll(" ")).replace("\u200B", "");
        TreeSet<String> lost = new TreeSet<>();
        for (String word : new TreeSet<>(Arrays.asList(visible.split("\\s+", -1)))) {
            if (!text.contains(word)) {
                lost.add(word);
            }
        }
        assertThat(lost).as("words that the page lost").isEmpty();
        assertThat(text).doesNotContain("#").doesNotContainPattern("[\uFB00-\uFB06]");
    }

    @Test
    void render_letterWithoutGlyph_questionMarkNotSilence() throws IOException {
        String text = words(render(InventedSchool.usual().named("School 医 One")));
        assertThat(text).contains("School?One");
    }

    @Test
    void render_withheldFigure_fixedSentenceAndNothingElse() throws IOException {
        String text = words(USUAL);
        assertThat(text).contains(Reading.WITHHELD.replace(" ", ""));
    }

    @Test
    void render_simulated_everyPageSaysSo() throws IOException {
        try (PDDocument document = Loader.loadPDF(USUAL)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).as("page %d", page).contains("Simulated data");
            }
        }
    }

    @Test
    void render_usualSchool_britishEnglishTitledDatedByRelease() throws IOException {
        try (PDDocument document = Loader.loadPDF(USUAL)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).contains("Northfield", "Autumn 2026");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(InventedSchool.usual().latest().header().asOf());
            assertThat(Objects.requireNonNull(document.getDocumentCatalog().getDocumentOutline())
                            .getOpenCount())
                    .isPositive();
        }
    }

    static Stream<InventedSchool> realSchools() {
        InventedSchool usual = InventedSchool.usual();
        return Stream.of(
                usual,
                usual.asking(Stream.concat(
                                usual.measures().stream(),
                                usual.measures().stream().limit(3))
                        .map(new Renaming()::next)
                        .toList()),
                TWENTY_PROGRAMMES);
    }

    /** Gives every measure a scale name of its own. */
    private static final class Renaming {
        private int number;

        InventedSchool.Asked next(InventedSchool.Asked asked) {
            number++;
            return new InventedSchool.Asked(
                    asked.source(),
                    asked.scale() + number,
                    asked.title(),
                    asked.theme(),
                    asked.direction(),
                    asked.lowest(),
                    asked.highest(),
                    asked.level(),
                    asked.spread(),
                    asked.decimals(),
                    asked.atRisk(),
                    asked.share(),
                    asked.asking());
        }
    }

    @ParameterizedTest
    @MethodSource("realSchools")
    void render_realSchool_theTermIsOnOnePage(InventedSchool school) throws IOException {
        try (PDDocument document = Loader.loadPDF(once(school))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document))
                    .contains("This term on one page", "The school at a glance", "are no diagnosis.");
            stripper.setStartPage(3);
            stripper.setEndPage(3);
            assertThat(stripper.getText(document)).contains("Contents");
        }
    }

    @Test
    void render_usualSchool_chartsAreVectors() throws IOException {
        try (PDDocument document = Loader.loadPDF(USUAL)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    assertThat(page.getResources().isImageXObject(name)).isFalse();
                }
            }
        }
    }

    @Test
    void render_usualSchool_dataFileHoldsEveryFigure() throws IOException {
        InventedSchool school = InventedSchool.usual();
        try (PDDocument document = Loader.loadPDF(USUAL)) {
            Map<String, PDComplexFileSpecification> files = Objects.requireNonNull(
                            Objects.requireNonNull(document.getDocumentCatalog().getNames())
                                    .getEmbeddedFiles())
                    .getNames();
            byte[] csv = Objects.requireNonNull(files.get(Finisher.DATA_FILE))
                    .getEmbeddedFile()
                    .toByteArray();
            List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSizeGreaterThan(school.latest().figures().size());
            assertThat(lines)
                    .filteredOn(line -> line.contains(",withheld,"))
                    .allMatch(line -> line.contains(",withheld,,,,,,"));
        }
    }

    @Test
    void render_smallReport_structureAsRecorded() throws IOException {
        InventedSchool small = InventedSchool.openPoll().withYears(List.of("1st year", "2nd year"));
        String structure;
        try (PDDocument document = Loader.loadPDF(render(small))) {
            structure = StructureText.of(document);
        }
        Path golden = Path.of("src/test/resources/org/evenkeel/reports/pdf/small-report-structure.txt");
        if (System.getProperty("evenkeel.golden", "").equals("write")) {
            Files.writeString(golden, structure);
        }
        assertThat(structure).isEqualTo(Files.readString(golden));
    }

    @Test
    void render_usualSchool_repeatedTableHeadsAreReadOnce() throws IOException {
        try (PDDocument document = Loader.loadPDF(USUAL)) {
            String structure = StructureText.of(document);
            assertThat(structure).doesNotContain("TFoot").contains("TOC", "TOCI");
            Matcher heads = Pattern.compile("(?m)^ *TH \\[Column\\]: (.*)$").matcher(structure);
            Map<String, Integer> doubled = new LinkedHashMap<>();
            while (heads.find()) {
                String words = heads.group(1);
                int half = words.length() / 2;
                if (words.length() > 3 && words.substring(0, half).equals(words.substring(half))) {
                    doubled.merge(words, 1, Integer::sum);
                }
            }
            assertThat(doubled).isEmpty();
        }
    }

    private static byte[] once(InventedSchool school) {
        return DRAWN.computeIfAbsent(school, TermReportPdfTest::render);
    }

    private static byte[] render(InventedSchool school) {
        return TermReportPdf.render(TermReport.of(school.latest(), school.history()));
    }

    /** The words of all pages without any space, so that line breaks do not matter. */
    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u200B]+", "");
        }
    }

    private static String unescaped(String words) {
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
