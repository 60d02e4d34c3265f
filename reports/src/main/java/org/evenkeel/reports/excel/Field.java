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

    /** A number that somebody may change, printed with so many decimals. */
    static Field input(BigDecimal value, int decimals) {
        return new Input(value, decimals);
    }

    /** A formula with the number it gives. */
    static Field formula(String formula, BigDecimal result, int decimals, Tone tone) {
        return new NumericFormula(formula, result, decimals, tone);
    }

    /** A formula with the words it gives. */
    static Field formula(String formula, String result, Look look) {
        return new TextFormula(formula, result, look);
    }

    /** Writes it into the next cell of a row. */
    void write(RowXml row, StyleBook styles);

    /** An empty cell. */
    record Empty() implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.empty(styles.of(Look.TEXT));
        }
    }

    /** A cell that only carries on the look of the one it is joined to. */
    record Joined(Look look) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.empty(styles.of(look));
        }
    }

    /** Words. */
    record Text(String words, Look look) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.shared(styles.words(CellText.of(words)), styles.of(look));
        }
    }

    /** A number on its display grid. */
    record Numeric(BigDecimal value, int decimals, Tone tone, Sign sign) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.number(value.doubleValue(), styles.number(decimals, tone, sign));
        }
    }

    /** The name of a sheet, leading there. */
    record Link(String sheet) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.shared(styles.words(CellText.of(sheet)), styles.of(Look.LINK));
        }
    }

    /** A number to be changed. */
    record Input(BigDecimal value, int decimals) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.number(value.doubleValue(), styles.input(decimals));
        }
    }

    /** A number that follows from other cells. */
    record NumericFormula(String formula, BigDecimal result, int decimals, Tone tone) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.formula(formula, result.doubleValue(), styles.number(decimals, tone, Sign.NEGATIVE_ONLY));
        }
    }

    /** Words that follow from other cells. */
    record TextFormula(String formula, String result, Look look) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.formula(formula, result, styles.of(look));
        }
    }

    /** Which side of a scale is worse: 1 the higher, -1 the lower. */
    record WorseSide(int sign) implements Field {
        @Override
        public void write(RowXml row, StyleBook styles) {
            row.number(sign, styles.of(Look.SIDE));
        }
    }
}
