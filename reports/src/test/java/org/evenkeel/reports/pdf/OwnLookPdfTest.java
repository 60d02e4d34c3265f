package org.evenkeel.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.reports.chart.LostLetters;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.words.Messages;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@Tag("slow")
class OwnLookPdfTest {
    private static final byte[] LETTER = render(OwnLook.whole(Locale.UK, Paper.LETTER));

    /** With transparency and without, indexed, grey, as photographs and as drawings; in every build the first and the last of them. */
    private static Stream<Arguments> logos() {
        List<Arguments> all = List.of(
                Arguments.of("png", BufferedImage.TYPE_INT_ARGB),
                Arguments.of("png", BufferedImage.TYPE_INT_RGB),
                Arguments.of("png", BufferedImage.TYPE_BYTE_INDEXED),
                Arguments.of("png", BufferedImage.TYPE_BYTE_GRAY),
                Arguments.of("jpeg", BufferedImage.TYPE_INT_RGB),
                Arguments.of("jpeg", BufferedImage.TYPE_BYTE_GRAY));
        return System.getProperty("evenkeel.proof", "sample").equals("full")
                ? all.stream()
                : Stream.of(all.get(0), all.get(all.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("logos")
    void render_logoOfAnyKind_veraPdfFindsNothing(String format, int type) throws Exception {
        ReleasePresentation whole = OwnLook.whole(Locale.UK, Paper.A4);
        InventedSchool school = InventedSchool.openPoll().named("Northfield School of Medicine");
        byte[] pdf = TermReportPdf.render(TermReport.of(
                OwnLook.of(
                        school.latest(),
                        new ReleasePresentation(
                                whole.language(),
                                whole.paper(),
                                whole.colours(),
                                Optional.of(OwnLook.logo(format, type)),
                                whole.contacts())),
                school.history()));

        for (PDFAFlavour flavour : PdfConformance.ofVariants()) {
            assertThat(PdfConformance.failures(pdf, flavour)).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(StructureText.of(document)).contains("Logo of Northfield School of Medicine");
        }
    }

    @Test
    void render_letter_veraPdfFindsNothing() throws Exception {
        for (PDFAFlavour flavour : PdfConformance.ofVariants()) {
            assertThat(PdfConformance.failures(LETTER, flavour)).isEmpty();
        }
    }

    @Test
    void render_twice_sameBytes() {
        assertThat(render(OwnLook.whole(Locale.UK, Paper.LETTER))).isEqualTo(LETTER);
    }

    @Test
    void render_letter_pagesAreLetterAndNothingIsClipped() throws IOException {
        try (PDDocument document = Loader.loadPDF(LETTER)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isEqualTo(612);
                assertThat(page.getMediaBox().getHeight()).isEqualTo(792);
            }
            assertThat(outside(document)).isEmpty();
        }
    }

    @Test
    void render_a4_pagesAreA4AndNothingIsClipped() throws IOException {
        try (PDDocument document = Loader.loadPDF(render(OwnLook.whole(Locale.UK, Paper.A4)))) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841f, 842.5f);
            }
            assertThat(outside(document)).isEmpty();
        }
    }

    @Test
    void render_cover_isOnePageAndNamesWhomToTurnTo() throws IOException {
        String cover = page(LETTER, 1);
        assertThat(cover)
                .contains("Northfield School of Medicine", "made by Evenkeel")
                .contains("Questions about this report: Office of Student Affairs, affairs@northfield.example")
                .contains("Help in a crisis: Night line, 555 0100, at any hour");
        assertThat(page(LETTER, 2)).contains("This term on one page", "are no diagnosis.");
    }

    @Test
    void render_flags_whoHelpsStandsBesideThem() throws IOException {
        try (PDDocument document = Loader.loadPDF(LETTER)) {
            String structure = StructureText.of(document);
            String section = Pattern.compile("(?m)^ *H2: Groups that need a conversation$")
                    .splitAsStream(structure)
                    .reduce((first, last) -> last)
                    .orElseThrow();
            String flags = Pattern.compile("(?m)^ *H2:").split(section, 2)[0];
            assertThat(flags)
                    .containsPattern("H3: Help in a crisis")
                    .contains("do not wait for a conversation about numbers", "Night line, 555 0100, at any hour");
        }
    }

    @Test
    void render_nobodyNamed_saysNothingOfIt() throws IOException {
        String words = page(render(ReleasePresentation.PLAIN), 0);
        assertThat(words).doesNotContain("Help in a crisis", "Questions about this report");
    }

    @Test
    void render_paleColour_provenanceSaysWhatIsUsed() throws IOException {
        String words = page(LETTER, 0).replaceAll("\\s+", " ");
        String used = Scheme.of(OwnLook.COLOURS).heading().code();
        assertThat(words)
                .contains("School’s colour #e69f00 Too pale to be read on white", used + " is used in its place")
                .contains("Paper US Letter")
                .contains("Language English (United Kingdom)");
    }

    @Test
    void render_lettersWithoutGlyph_areReplacedAndReported() throws IOException {
        InventedSchool school = InventedSchool.usual().sampled().named("كلية الطب");
        List<LostLetters> lost = new ArrayList<>();
        byte[] pdf = TermReportPdf.render(TermReport.of(school.latest(), school.history()), lost::add);

        assertThat(page(pdf, 1)).contains("\uFFFD\uFFFD\uFFFD\uFFFD");
        assertThat(lost).hasSize(1);
        assertThat(lost.get(0).warning(Messages.of(Locale.UK)))
                .contains("lacks letters of this report (Arabic, different letters: 7)");
        assertThat(page(pdf, 0).replaceAll("\\s+", " "))
                .contains("Letters that could not be printed Arabic, different letters: 7");
    }

    @Test
    void render_lettersThatAreThere_giveNoWarning() {
        InventedSchool school = InventedSchool.usual().sampled().named("Université de Łódź, Второй курс, Τρίτο έτος");
        List<LostLetters> lost = new ArrayList<>();
        TermReportPdf.render(TermReport.of(school.latest(), school.history()), lost::add);
        assertThat(lost).isEmpty();
    }

    private static byte[] render(ReleasePresentation presentation) {
        InventedSchool school = InventedSchool.usual().sampled();
        byte[] pdf = TermReportPdf.render(TermReport.of(OwnLook.of(school.latest(), presentation), school.history()));
        String folder = System.getProperty("evenkeel.look", "");
        if (!folder.isEmpty()) {
            try {
                Files.write(Path.of(folder, presentation.paper() + ".pdf"), pdf);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return pdf;
    }

    private static List<String> outside(PDDocument document) throws IOException {
        List<String> outside = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                Rectangle2D page = new Rectangle2D.Float(
                        0,
                        0,
                        getCurrentPage().getMediaBox().getWidth(),
                        getCurrentPage().getMediaBox().getHeight());
                for (TextPosition letter : positions) {
                    if (!page.contains(letter.getX(), letter.getY())
                            || !page.contains(letter.getX() + letter.getWidth(), letter.getY())) {
                        outside.add(getCurrentPageNo() + ": " + text);
                    }
                }
            }
        };
        stripper.getText(document);
        return outside;
    }

    /** The words of a page; of all pages for page 0. */
    private static String page(byte[] pdf, int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            if (number > 0) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
            }
            return stripper.getText(document);
        }
    }
}
