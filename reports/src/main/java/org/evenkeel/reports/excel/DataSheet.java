package org.evenkeel.reports.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.sql.release.ReleaseFigure.State;

/**
 * The tidy sheet: one row a figure, as an Excel table. The head is written first and knows how many rows will follow; the
 * rows themselves are written into the finished part, one after the other, and never held.
 */
final class DataSheet {
    /** The name of the Excel table. */
    static final String TABLE = "Figures";

    /** Where a column's words and numbers stand. */
    enum Side {
        LEFT,
        RIGHT
    }

    /** A column of the tidy sheet: its head, a code that is the same in every language, width in digits, and how a figure's property gets into its cell. */
    record Column(String head, int width, Side side, Writer writer) {}

    /** The columns from left to right. */
    static final List<Column> COLUMNS = List.of(
            new Column("id", 18, Side.LEFT, text(line -> line.reading().id())),
            new Column("kind", 18, Side.LEFT, text(line -> line.reading().kind())),
            new Column("source", 18, Side.LEFT, text(FigureLine::source)),
            new Column("measure", 24, Side.LEFT, text(FigureLine::measure)),
            new Column("period", 22, Side.LEFT, text(FigureLine::period)),
            new Column("cohort", 24, Side.LEFT, text(FigureLine::cohort)),
            new Column("state", 32, Side.LEFT, text(line -> state(line.reading()))),
            new Column("value", 11, Side.RIGHT, number(Reading::value)),
            new Column("lower", 11, Side.RIGHT, number(Reading::lower)),
            new Column("upper", 11, Side.RIGHT, number(Reading::upper)),
            new Column("band", 14, Side.LEFT, text(line -> band(line.reading()))),
            new Column("band_lower", 11, Side.RIGHT, number(Reading::bandLower)),
            new Column("band_upper", 11, Side.RIGHT, number(Reading::bandUpper)),
            new Column("decimals", 10, Side.RIGHT, decimals()),
            new Column("unit", 13, Side.LEFT, text(line -> line.reading().unit())),
            new Column("measure_title", 28, Side.LEFT, text(FigureLine::measureTitle)),
            new Column("period_title", 20, Side.LEFT, text(FigureLine::periodTitle)),
            new Column("grouping", 18, Side.LEFT, text(FigureLine::grouping)),
            new Column("cohort_name", 28, Side.LEFT, text(FigureLine::cohortName)),
            new Column("note", 40, Side.LEFT, text(line -> line.reading().note().orElse(""))),
            new Column("target", 12, Side.LEFT, text(line -> line.reading().targetText())),
            new Column("release", 30, Side.LEFT, text(FigureLine::release)));

    /** Puts one property of a figure into the next cell of a row. */
    interface Writer {
        void write(StyleBook styles, RowXml row, FigureLine line);
    }

    private final StyleBook styles;

    DataSheet(StyleBook styles) {
        this.styles = styles;
    }

    /** Where the column with this head stands. */
    static int place(String head) {
        return IntStream.range(0, COLUMNS.size())
                .filter(column -> COLUMNS.get(column).head().equals(head))
                .findFirst()
                .orElseThrow();
    }

    /** The widths of the sheet's columns. */
    static List<Integer> widths() {
        return COLUMNS.stream().map(Column::width).toList();
    }

    /** Writes the head at the writer's place and declares the table that the rows will fill. Returns the first row of the body. */
    int head(SheetWriter sheet, List<FigureLine> figures) {
        int head = sheet.head(
                COLUMNS.stream().map(Column::head).toList(),
                IntStream.range(0, COLUMNS.size())
                        .filter(column -> COLUMNS.get(column).side() == Side.RIGHT)
                        .boxed()
                        .toList());
        sheet.freezeHere();
        if (!figures.isEmpty()) {
            sheet.table(TABLE, new CellRangeAddress(head, head + figures.size(), 0, COLUMNS.size() - 1));
        }
        makeStyles(figures);
        return head + 1;
    }

    /** Every style that the rows will name: a part that is finished takes no more of them. */
    private void makeStyles(List<FigureLine> figures) {
        styles.of(Look.CODE);
        int most = figures.stream()
                .map(FigureLine::reading)
                .flatMap(reading -> Stream.concat(
                        Stream.of(reading.decimals()),
                        Stream.of(
                                        reading.value(),
                                        reading.lower(),
                                        reading.upper(),
                                        reading.bandLower(),
                                        reading.bandUpper())
                                .flatMap(Optional::stream)
                                .map(number -> number.stripTrailingZeros().scale())))
                .max(Integer::compare)
                .orElse(0);
        for (int decimals = 0; decimals <= most; decimals++) {
            styles.number(decimals, Tone.REGULAR, Sign.NEGATIVE_ONLY);
        }
    }

    /** Writes a row a figure, from the given row on. */
    void fill(RowXml rows, int first, List<FigureLine> figures) throws IOException {
        int next = first;
        for (FigureLine figure : figures) {
            rows.begin(next++);
            for (Column column : COLUMNS) {
                column.writer().write(styles, rows, figure);
            }
            rows.end();
        }
    }

    private static Writer text(Function<FigureLine, String> property) {
        return (styles, row, line) -> row.words(property.apply(line), styles.of(Look.CODE));
    }

    private static Writer number(Function<Reading, Optional<BigDecimal>> property) {
        return (styles, row, line) -> {
            Reading reading = line.reading();
            Optional<BigDecimal> number = property.apply(reading);
            int decimals =
                    number.map(value -> value.stripTrailingZeros().scale()).orElse(0);
            row.number(number, styles.number(Math.max(reading.decimals(), decimals), Tone.REGULAR, Sign.NEGATIVE_ONLY));
        };
    }

    private static Writer decimals() {
        return (styles, row, line) -> row.number(
                Optional.of(BigDecimal.valueOf(line.reading().decimals())),
                styles.number(0, Tone.REGULAR, Sign.NEGATIVE_ONLY));
    }

    private static String state(Reading reading) {
        return switch (reading.state()) {
            case SHOWN -> "shown";
            case BANDED -> "banded";
            case WITHHELD -> reading.text();
            case ABSENT -> reading.text();
        };
    }

    private static String band(Reading reading) {
        return reading.state() == State.BANDED ? reading.text() : "";
    }
}
