package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.InventedSchool;
import org.evenkeel.reports.OwnLook;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleasePresentation.Paper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class OwnLookWorkbookTest {
    private static final byte[] LETTER = render(OwnLook.whole(Locale.UK, Paper.LETTER));

    @Test
    void render_logo_isOnePictureOfTheFirstSheetWithWordsForIt() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(LETTER))) {
            List<XSSFShape> shapes = book.getSheetAt(0).getDrawingPatriarch().getShapes();
            assertThat(shapes).singleElement().isInstanceOf(XSSFPicture.class);
            XSSFPicture picture = (XSSFPicture) shapes.get(0);
            assertThat(picture.getCTPicture().getNvPicPr().getCNvPr().getDescr())
                    .isEqualTo("Logo of Northfield School of Medicine");
            assertThat(picture.getPictureData().getData())
                    .isEqualTo(OwnLook.whole(Locale.UK, Paper.LETTER)
                            .logo()
                            .orElseThrow()
                            .image());
            assertThat(book.getAllPictures()).hasSize(1);
        }
        assertThat(new WorkbookParts(LETTER).objections()).as("schema").isEmpty();
    }

    @Test
    void render_twice_sameBytes() {
        assertThat(render(OwnLook.whole(Locale.UK, Paper.LETTER))).isEqualTo(LETTER);
    }

    @Test
    void render_letter_everySheetPrintsOnIt() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(LETTER))) {
            for (Sheet sheet : book) {
                assertThat(sheet.getPrintSetup().getPaperSize())
                        .as(sheet.getSheetName())
                        .isEqualTo(PrintSetup.LETTER_PAPERSIZE);
            }
        }
    }

    @Test
    void render_colours_headTheSheetsAndNothingElse() throws IOException {
        String heading = Scheme.of(OwnLook.COLOURS).heading().code().substring(1);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(LETTER));
                XSSFWorkbook plain = new XSSFWorkbook(new ByteArrayInputStream(render(ReleasePresentation.PLAIN)))) {
            assertThat(ink(book.getSheetAt(0))).isEqualTo("ff" + heading);
            assertThat(ink(plain.getSheetAt(0))).isEqualTo("ff1f2933");
        }
        WorkbookParts parts = new WorkbookParts(LETTER);
        assertThat(parts.names().stream()
                        .filter(part -> part.startsWith("xl/charts/"))
                        .map(parts::text))
                .isNotEmpty()
                .noneMatch(chart -> chart.toLowerCase(Locale.ROOT).contains(heading));
    }

    @Test
    void render_contacts_standOnTheFirstSheetAndBesideFlags() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(LETTER));
                XSSFWorkbook plain = new XSSFWorkbook(new ByteArrayInputStream(render(ReleasePresentation.PLAIN)))) {
            assertThat(texts(book.getSheetAt(0)))
                    .contains("Questions about this report", "Office of Student Affairs, affairs@northfield.example")
                    .contains("Help in a crisis", "Night line, 555 0100, at any hour");
            assertThat(texts(book.getSheet("Watchlist")))
                    .anyMatch(text -> text.startsWith("Help in a crisis.") && text.contains("Night line, 555 0100"));
            assertThat(texts(plain.getSheetAt(0))).noneMatch(text -> text.contains("crisis"));
            assertThat(texts(plain.getSheet("Watchlist"))).noneMatch(text -> text.contains("crisis"));
        }
    }

    private static byte[] render(ReleasePresentation presentation) {
        return render(presentation, presentation.paper() + ".xlsx");
    }

    private static byte[] render(ReleasePresentation presentation, String name) {
        InventedSchool school = InventedSchool.usual().sampled();
        byte[] book = TermReportWorkbook.render(
                TermReport.of(OwnLook.of(SchoolWithAnalysis.release(school), presentation), school.history()));
        String folder = System.getProperty("evenkeel.look", "");
        if (!folder.isEmpty()) {
            try {
                Files.write(Path.of(folder, name), book);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return book;
    }

    private static String ink(XSSFSheet sheet) {
        return HexFormat.of()
                .formatHex(sheet.getRow(0)
                        .getCell(0)
                        .getCellStyle()
                        .getFont()
                        .getXSSFColor()
                        .getARGB());
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                texts.add(cell.toString());
            }
        }
        return texts;
    }

    @Test
    void render_spanish_sheetsHeadsAndLevelsAreSpanishAndCodesStay() throws Exception {
        byte[] bytes = render(OwnLook.whole(Locale.forLanguageTag("es"), Paper.A4), "es.xlsx");
        assertThat(new WorkbookParts(bytes).objections()).as("schema").isEmpty();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            List<String> names = new ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .containsExactly(
                            "Contenido",
                            "Resumen",
                            "Tendencias",
                            "Cohortes",
                            "Mapa de calor",
                            "Semanas",
                            "Respuesta",
                            "Lista de atención",
                            "Apoyo entre iguales",
                            "Qué pasaría si",
                            "Datos",
                            "Libro de códigos",
                            "Métodos",
                            "Procedencia");
            assertThat(texts(book.getSheet("Datos"))).contains("id", "kind", "cohort_name", "mean");
            assertThat(texts(book.getSheet("Qué pasaría si")))
                    .contains("Ámbar desde, de 100", "Nivel publicado", "ninguno")
                    .doesNotContain("none", "Start", "Group");
            assertThat(texts(book.getSheet("Cohortes")))
                    .contains("Cohorte", "Respuestas")
                    .doesNotContain("Cohort", "In words");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }
    }
}
