package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.sql.release.ReleaseFigure.State;

/**
 * The tidy sheet: one row a figure, as an Excel table. The head is written first and knows how many rows will follow; rows
 * are then appended one after the other and never read again, so that they may go to a streaming sheet.
 */
final class DataSheet {
    /** The name of the Excel table. */
    static final String TABLE = "Figures";

    /** A column of the tidy sheet. */
    enum Column {
        ID(14, "The figure's number; figures of earlier releases carry their term in front", text(line -> line.reading().id())),
        KIND(18, "What kind of figure, by its code", text(line -> line.reading().kind())),
        SOURCE(18, "The survey or check-in it comes from", text(FigureLine::source)),
        MEASURE(24, "The measure's key; empty for figures about a source as a whole", text(FigureLine::measure)),
        PERIOD(22, "The term, or the week within it", text(FigureLine::period)),
        COHORT(24, "The group's key", text(FigureLine::cohort)),
        STATE(20, "shown, banded, not available, or why it is not shown", text(line -> state(line.reading()))),
        VALUE(11, "The figure, on its display grid", number(Reading::value)),
        LOWER(11, "The interval's lower end", number(Reading::lower)),
        UPPER(11, "The interval's upper end", number(Reading::upper)),
        BAND(14, "The band, where the figure is shown as one", text(line -> band(line.reading()))),
        BAND_LOWER(11, "The band's lower end; empty where it is open below", number(Reading::bandLower)),
        BAND_UPPER(11, "The band's upper end; empty where it is open above", number(Reading::bandUpper)),
        DECIMALS(10, "Digits after the decimal point that it is printed with", (styles, cell, line) -> {
            cell.setCellValue(line.reading().decimals());
            cell.setCellStyle(styles.number(0, Tone.REGULAR));
        }),
        UNIT(13, "points, percent (percent points: 45 is 45%), respondents or coefficient", text(line -> line.reading().unit())),
        MEASURE_TITLE(28, "The measure in words", text(FigureLine::measureTitle)),
        PERIOD_TITLE(20, "The period in words", text(FigureLine::periodTitle)),
        GROUPING(18, "What divides the school into groups of this sort", text(FigureLine::grouping)),
        COHORT_NAME(28, "The group in words", text(FigureLine::cohortName)),
        NOTE(40, "What a reader must know with the figure", text(line -> line.reading().note().orElse(""))),
        RELEASE(30, "The release it was published in", text(FigureLine::release));

        private final int width;
        private final String meaning;
        private final Writer writer;

        Column(int width, String meaning, Writer writer) {
            this.width = width;
            this.meaning = meaning;
            this.writer = writer;
        }

        /** The column's head: lower case, words joined by underscores. */
        String head() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What the column holds. */
        String meaning() {
            return meaning;
        }
    }

    /** Puts one property of a figure into a cell. */
    private interface Writer {
        void write(StyleBook styles, Cell cell, FigureLine line);
    }

    private final StyleBook styles;

    DataSheet(StyleBook styles) {
        this.styles = styles;
    }

    /** The widths of the sheet's columns. */
    static List<Integer> widths() {
        return Arrays.stream(Column.values()).map(column -> column.width).toList();
    }

    /** Writes the head at the writer's place and declares the table that the rows will fill. Returns the first row of the body. */
    int head(SheetWriter sheet, int figures) {
        int head = sheet.head(
                Arrays.stream(Column.values()).map(Column::head).toList(),
                List.of(
                        Column.VALUE.ordinal(),
                        Column.LOWER.ordinal(),
                        Column.UPPER.ordinal(),
                        Column.BAND_LOWER.ordinal(),
                        Column.BAND_UPPER.ordinal(),
                        Column.DECIMALS.ordinal()));
        sheet.freezeHere();
        if (figures > 0) {
            table(sheet, head, figures);
        }
        return head + 1;
    }

    /** Appends a row a figure, from the given row on. */
    void append(Sheet sheet, int first, Iterable<FigureLine> figures) {
        int next = first;
        for (FigureLine figure : figures) {
            Row row = sheet.createRow(next++);
            for (Column column : Column.values()) {
                column.writer.write(styles, row.createCell(column.ordinal()), figure);
            }
        }
    }

    private static void table(SheetWriter sheet, int head, int figures) {
        AreaReference area = new AreaReference(
                new CellReference(head, 0),
                new CellReference(head + figures, Column.values().length - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.sheet().createTable(area);
        table.setName(TABLE);
        table.setDisplayName(TABLE);
        table.updateHeaders();
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    }

    private static Writer text(Function<FigureLine, String> property) {
        return (styles, cell, line) -> {
            String words = property.apply(line);
            if (!words.isEmpty()) {
                cell.setCellValue(CellText.of(words));
            }
            cell.setCellStyle(styles.of(Look.CODE));
        };
    }

    private static Writer number(Function<Reading, Optional<BigDecimal>> property) {
        return (styles, cell, line) -> {
            Reading reading = line.reading();
            Optional<BigDecimal> number = property.apply(reading);
            number.ifPresent(value -> cell.setCellValue(value.doubleValue()));
            int decimals = number.map(value -> value.stripTrailingZeros().scale()).orElse(0);
            cell.setCellStyle(styles.number(Math.max(reading.decimals(), decimals), Tone.REGULAR));
        };
    }

    private static String state(Reading reading) {
        return switch (reading.state()) {
            case SHOWN -> "shown";
            case BANDED -> "banded";
            case WITHHELD -> Reading.WITHHELD;
            case ABSENT -> Reading.ABSENT;
        };
    }

    private static String band(Reading reading) {
        return reading.state() == State.BANDED ? reading.text() : "";
    }
}
