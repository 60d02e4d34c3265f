package org.evenkeel.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.table.WorkbookBytes.Epoch;
import org.evenkeel.intake.table.WorkbookBytes.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {
    @TempDir
    Path folder;

    private List<Table> tables(byte[] bytes) {
        try {
            return TableFile.tables(Files.write(folder.resolve("book"), bytes));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> cells(Epoch epoch, Object... row) {
        Row read = tables(new WorkbookBytes(epoch)
                        .sheet("S", List.of(List.of(row)))
                        .bytes())
                .get(0)
                .head(1)
                .get(0);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < read.cells(); i++) {
            cells.add(read.cell(i));
        }
        return cells;
    }

    /** Serials and what Excel itself shows for them. */
    @ParameterizedTest
    @CsvSource({
        "0, 1899-12-31 00:00:00",
        "1, 1900-01-01 00:00:00",
        "59, 1900-02-28 00:00:00",
        "61, 1900-03-01 00:00:00",
        "46296.3785879630, 2026-10-01 09:05:10",
        "46296.99999999, 2026-10-02 00:00:00"
    })
    void cell_dateSince1900_isTheDayThatExcelShows(String serial, String shown) {
        assertThat(cells(Epoch.FROM_1900, new Raw("<c s='1'><v>" + serial + "</v></c>")))
                .containsExactly(shown);
    }

    @Test
    void cell_dayThatNeverWas_isNoDayOfItsNeighbours() {
        assertThat(cells(Epoch.FROM_1900, new Raw("<c s='2'><v>60</v></c>"))).containsExactly("1900-02-29");
    }

    @Test
    void cell_dateSince1904_countsFromItsOwnFirstDay() {
        assertThat(cells(Epoch.FROM_1904, new Raw("<c s='2'><v>0</v></c>"), new Raw("<c s='1'><v>44834.5</v></c>")))
                .containsExactly("1904-01-01", "2026-10-01 12:00:00");
    }

    @Test
    void cell_anyOtherKind_isWhatTheSheetShows() {
        assertThat(cells(
                        Epoch.FROM_1900,
                        new Raw("<c><v>3</v></c>"),
                        new Raw("<c><v>0.1</v></c>"),
                        new Raw("<c><v>1.1800000012E11</v></c>"),
                        new Raw("<c s='3'><v>2.5</v></c>"),
                        new Raw("<c s='4'><v>0.5</v></c>"),
                        new Raw("<c t='b'><v>1</v></c>"),
                        new Raw("<c t='e'><v>#N/A</v></c>"),
                        new Raw("<c t='str'><f>A1+1</f><v>4</v></c>"),
                        new Raw("<c><f>cmd|'/C calc'!A0</f></c>"),
                        new Raw("<c t='d'><v>2026-10-01T09:05:10</v></c>"),
                        new Raw(
                                "<c t='inlineStr'><is><r><t>a_x000D_</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"),
                        "=1+1",
                        " spaced "))
                .containsExactly(
                        "3",
                        "0.1",
                        "118000000120",
                        "2.5",
                        "12:00:00",
                        "TRUE",
                        "",
                        "4",
                        "",
                        "2026-10-01 09:05:10",
                        "a\rb",
                        "=1+1",
                        " spaced ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General| NUMBER",
                "0.00| NUMBER",
                "#,##0| NUMBER",
                "@| NUMBER",
                "0.0\"days\"| NUMBER",
                "[Red]0| NUMBER",
                "m/d/yyyy| DATE",
                "[$-409]d-mmm-yy;@| DATE",
                "mmmm| DATE",
                "yyyy\\-mm\\-dd\\ hh:mm:ss| DATE_TIME",
                "m/d/yy h:mm AM/PM| DATE_TIME",
                "h:mm:ss| TIME",
                "[h]:mm:ss| TIME",
                "mm:ss.0| TIME"
            })
    void kind_formatCode_isReadAsExcelReadsIt(String code, CellFormats.Kind kind) {
        assertThat(CellFormats.kind(code)).isEqualTo(kind);
    }

    @Test
    void tables_severalSheets_areEachOneAndHiddenOnesNone() {
        byte[] book = new WorkbookBytes(Epoch.FROM_1900)
                .sheet("A", List.of(List.of("x")))
                .sheet("B' state='veryHidden", List.of(List.of("y")))
                .sheet("C", List.of())
                .bytes();
        assertThat(tables(book)).extracting(Table::name).containsExactly("A", "C");
        assertThat(tables(book).get(1).head(3)).isEmpty();
    }

    @Test
    void tables_documentTypeOrEntity_isRefusedAndNothingIsFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "planted");
        for (String part : List.of("xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
            byte[] book = new WorkbookBytes(Epoch.FROM_1900)
                    .sheet("S", List.of(List.of("x")))
                    .part(
                            part,
                            "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'><!ENTITY l '&e;&e;'>]><x>&l;</x>")
                    .bytes();
            assertThatThrownBy(() -> tables(book).get(0).head(1))
                    .as(part)
                    .isInstanceOf(DataProblem.class)
                    .hasMessageContaining("declares a document type")
                    .hasMessageNotContaining("planted");
        }
    }
}
