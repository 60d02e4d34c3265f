package org.evenkeel.reports.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.words.Words;
import org.junit.jupiter.api.Test;

class WrittenRowsTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final List<Field> CELLS = List.of(
            Field.text("a < b & \"c\""),
            Field.EMPTY,
            Field.number(new BigDecimal("-0.50"), 2, Tone.REGULAR, Sign.ALWAYS),
            Field.formula("IF(C3<0,\"below & under\",\"\")", "below & under", Look.RESULT),
            Field.formula("C3*2", new BigDecimal("-1.00"), 2, Tone.REGULAR),
            Field.text("a < b & \"c\""),
            Field.text(" kept as _x0041_ is \n"));

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final StyleBook styles = new StyleBook(book, Scheme.PLAIN, Words.of(Locale.UK));
    private final XSSFSheet sheet = book.createSheet("One");
    private final WrittenRows rows = new WrittenRows(styles);

    private byte[] packed(WrittenRows.Further further) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return CanonicalZip.of(
                out.toByteArray(),
                java.util.Map.of(
                        SHEET,
                        (part, to) -> rows.fill(part, to, further),
                        SharedWords.PART,
                        (part, to) -> styles.shared().fill(to)));
    }

    @Test
    void fill_everySortOfCell_isReadBackAsItWasWritten() throws IOException {
        sheet.createFreezePane(0, 1);
        rows.write(2, 27.5f, CELLS);
        byte[] workbook = packed(WrittenRows.NOTHING_MORE);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            XSSFSheet one = read.getSheet("One");
            assertThat(one.getRow(2).getHeightInPoints()).isEqualTo(27.5f);
            assertThat(one.getRow(2).getPhysicalNumberOfCells()).isEqualTo(CELLS.size());
            assertThat(cell(one, 0).getStringCellValue()).isEqualTo("a < b & \"c\"");
            assertThat(cell(one, 1).toString()).isEmpty();
            assertThat(cell(one, 2).getNumericCellValue()).isEqualTo(-0.5);
            assertThat(cell(one, 2).getCellStyle().getIndex())
                    .isEqualTo(styles.number(2, Tone.REGULAR, Sign.ALWAYS).getIndex());
            assertThat(cell(one, 3).getCellFormula()).isEqualTo("IF(C3<0,\"below & under\",\"\")");
            assertThat(cell(one, 3).getStringCellValue()).isEqualTo("below & under");
            assertThat(cell(one, 4).getCellFormula()).isEqualTo("C3*2");
            assertThat(cell(one, 4).getNumericCellValue()).isEqualTo(-1);
            assertThat(cell(one, 5).getStringCellValue()).isEqualTo("a < b & \"c\"");
            assertThat(cell(one, 6).getStringCellValue()).isEqualTo(" kept as _x0041_ is \n");
            assertThat(read.getSharedStringSource().getUniqueCount()).isEqualTo(2);
            assertThat(read.getSharedStringSource().getCount()).isEqualTo(3);
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, int column) {
        return sheet.getRow(2).getCell(column);
    }

    @Test
    void fill_furtherRows_followAndTheExtentHoldsThem() throws IOException {
        rows.write(0, 15f, CELLS.subList(0, 2));
        byte[] workbook = packed(new WrittenRows.Further(4, 3, further -> {
            for (int row = 1; row <= 4; row++) {
                further.begin(row);
                for (int column = 0; column < 3; column++) {
                    further.number(row * 10.0 + column, styles.number(0, Tone.REGULAR, Sign.NEGATIVE_ONLY));
                }
                further.end();
            }
        }));
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            XSSFSheet one = read.getSheet("One");
            assertThat(one.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(42);
            assertThat(one.getCTWorksheet().getDimension().getRef()).isEqualTo("A1:C5");
        }
    }

    @Test
    void fill_noRows_leavesASheetThatCanBeOpened() throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(packed(WrittenRows.NOTHING_MORE)))) {
            assertThat(read.getSheet("One").getPhysicalNumberOfRows()).isZero();
        }
    }

    @Test
    void words_andNumber_giveWhatChartsDrawAndNothingElsewhere() {
        rows.write(2, 15f, CELLS);
        assertThat(rows.words(2, 0)).isEqualTo("a < b & \"c\"");
        assertThat(rows.number(2, 0)).isEmpty();
        assertThat(rows.number(2, 2)).hasValue(-0.5);
        assertThat(rows.words(2, 2)).isEmpty();
        assertThat(rows.number(2, 1)).isEmpty();
        assertThat(rows.words(2, 99)).isEmpty();
        assertThat(rows.words(1, 0)).isEmpty();
        assertThat(rows.height(2)).contains(15f);
        assertThat(rows.height(1)).isEmpty();
    }

    @Test
    void text_ofAllSorts_keepsPlainWordsAsTheyAre() {
        String plain = "Año – Łódź … \t\n";
        assertThat(CellText.of(plain)).isEqualTo(plain);
        assertThat(CellText.of("a\uD83D\uDE00b\u0000c")).isEqualTo("a\uD83D\uDE00bc");
        assertThat(new String(CellText.of("x\uD800y").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo("xy");
    }
}
