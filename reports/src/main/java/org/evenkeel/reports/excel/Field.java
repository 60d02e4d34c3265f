package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;

/** What one cell of a row holds. */
sealed interface Field {
    /** Nothing: an empty cell, which a chart draws as a gap. */
    Field EMPTY = new Empty();

    /** An ordinary text. */
    static Field text(String words) {
        return new Text(words, Look.TEXT);
    }

    /** A text that names its row. */
    static Field label(String words) {
        return new Text(words, Look.LABEL);
    }

    /** A text of second interest. */
    static Field muted(String words) {
        return new Text(words, Look.MUTED);
    }

    /** A text of the given look. */
    static Field text(String words, Look look) {
        return new Text(words, look);
    }

    /** A number, printed with so many decimals. */
    static Field number(BigDecimal value, int decimals, Tone tone, Sign sign) {
        return new Numeric(value, decimals, tone, sign);
    }

    /** A link to a sheet of this workbook. */
    static Field link(String sheet) {
        return new Link(sheet);
    }

    /** An empty cell. */
    record Empty() implements Field {}

    /** Words. */
    record Text(String words, Look look) implements Field {}

    /** A number on its display grid. */
    record Numeric(BigDecimal value, int decimals, Tone tone, Sign sign) implements Field {}

    /** The name of a sheet, leading there. */
    record Link(String sheet) implements Field {}
}
