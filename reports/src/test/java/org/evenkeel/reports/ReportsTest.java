package org.evenkeel.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReportsTest {
    @TempDir
    private Path folder;

    @Test
    void write_newFolder_holdsTheFilesAndNoDraft() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        Path target = folder.resolve("reports/2026-autumn");
        assertThat(Reports.write(school.latest(), school.history(), target, drawing(school)))
                .contains(target.resolve("term-report.pdf"), target.resolve("watchlist.html"))
                .allMatch(Files::isRegularFile);
        assertThat(Reports.complete(school.latest().header(), target)).isTrue();
        Files.delete(target.resolve("watchlist.html"));
        assertThat(Reports.complete(school.latest().header(), target)).isFalse();
        Path first = Reports.write(school.latest(), school.history(), target, drawing(school)).stream()
                .filter(file -> file.startsWith(target.resolve(Reports.BRIEFS)))
                .findFirst()
                .orElseThrow();
        assertThat(Reports.complete(school.latest().header(), target)).isTrue();
        Files.delete(first);
        assertThat(Reports.complete(school.latest().header(), target)).isFalse();
        try (Stream<Path> files = Files.walk(target)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void write_fileInPlaceOfTheFolder_oneSentence() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        Path target = Files.writeString(folder.resolve("reports"), "in the way");
        assertThatThrownBy(() -> Reports.write(school.latest(), school.history(), target, drawing(school)))
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("a file stands where the folder should be");
        assertThat(Files.readString(target)).isEqualTo("in the way");
    }

    @Test
    void write_sameVersionAgain_givesTheSameBytesAndSaysNothing() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        Reports.write(school.latest(), school.history(), folder.resolve("one"), drawing(school));
        List<Path> again = Reports.write(school.latest(), school.history(), folder.resolve("two"), drawing(school));
        for (Path file : again) {
            Path first = folder.resolve("one").resolve(folder.resolve("two").relativize(file));
            assertThat(file).hasSameBinaryContentAs(first);
        }
    }

    /** The file as a document, as a page, as a brief and as a workbook. */
    @Test
    void write_releaseOfAnotherVersion_everyFileSaysWhoDrewIt() throws IOException {
        InventedSchool school = InventedSchool.openPoll();
        List<Path> files =
                Reports.write(school.latest(), school.history(), folder, new Reports.Drawing("9.9.9", warning -> {}));
        for (Path file : files) {
            assertThat(words(file)).as(file.toString()).contains("Evenkeel 9.9.9");
        }
        assertThat(words(folder.resolve("term-report.pdf")))
                .contains("Drawn by another version")
                .contains("made by Evenkeel " + school.latest().header().version());
    }

    private static String words(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (file.toString().endsWith(".pdf")) {
            try (PDDocument document = Loader.loadPDF(content)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            }
        }
        if (file.toString().endsWith(".xlsx")) {
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content));
                    XSSFExcelExtractor extractor = new XSSFExcelExtractor(book)) {
                return extractor.getText();
            }
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static Reports.Drawing drawing(InventedSchool school) {
        return new Reports.Drawing(school.latest().header().version(), warning -> {});
    }
}
