package org.evenkeel.reports.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * Rows of a sheet, written as the part's own text. Nothing is kept, so their number is of no consequence to memory; every cell
 * carries its address and a style.
 */
final class RowXml {
    private static final int FLUSH_FROM = 1 << 15;

    /** What a reader would take for a coded character, though it is none. */
    private static final Pattern LOOKS_CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final Writer out;
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(FLUSH_FROM + 4_096);
    private int row;
    private int column;

    /** Rows that go to {@code out}. */
    RowXml(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** Begins a row; the first of a sheet is 0. */
    void begin(int number) {
        row = number + 1;
        column = 0;
        text.append("<row r=\"").append(row).append("\">");
    }

    /** Begins a row so many points high. */
    void begin(int number, float height) {
        row = number + 1;
        column = 0;
        text.append("<row r=\"").append(row).append("\" ht=\"").append(height).append("\" customHeight=\"true\">");
    }

    /** Ends it. */
    void end() throws IOException {
        text.append("</row>");
        if (text.length() >= FLUSH_FROM) {
            flush();
        }
    }

    /** The next cell: words, or nothing where they are empty. */
    void words(String words, XSSFCellStyle style) {
        if (words.isEmpty()) {
            empty(style);
            return;
        }
        open(style);
        text.append(" t=\"inlineStr\"><is>");
        text(CellText.of(words), text);
        text.append("</is></c>");
    }

    /** Appends words as a text element. */
    static void text(String words, StringBuilder to) {
        boolean framed = !words.strip().equals(words);
        to.append(framed ? "<t xml:space=\"preserve\">" : "<t>");
        escape(words.contains("_x") ? LOOKS_CODED.matcher(words).replaceAll("_x005F_") : words, to);
        to.append("</t>");
    }

    /** The next cell: a number, or nothing. */
    void number(Optional<BigDecimal> number, XSSFCellStyle style) {
        if (number.isEmpty()) {
            empty(style);
            return;
        }
        open(style);
        text.append("><v>").append(number.orElseThrow().toPlainString()).append("</v></c>");
    }

    /** The next cell: words that the workbook keeps under a number. */
    void shared(int number, XSSFCellStyle style) {
        open(style);
        text.append(" t=\"s\"><v>").append(number).append("</v></c>");
    }

    /** The next cell: a number. */
    void number(double number, XSSFCellStyle style) {
        open(style);
        text.append("><v>").append(number).append("</v></c>");
    }

    /** The next cell: a formula and the number it gives. */
    void formula(String formula, double result, XSSFCellStyle style) {
        open(style);
        text.append("><f>");
        escape(formula, text);
        text.append("</f><v>").append(result).append("</v></c>");
    }

    /** The next cell: a formula and the words it gives. */
    void formula(String formula, String result, XSSFCellStyle style) {
        open(style);
        text.append(" t=\"str\"><f>");
        escape(formula, text);
        text.append("</f><v>");
        escape(result, text);
        text.append("</v></c>");
    }

    /** The next cell: nothing. */
    void empty(XSSFCellStyle style) {
        open(style);
        text.append("/>");
    }

    private void open(XSSFCellStyle style) {
        if (column == columns.size()) {
            columns.add(CellReference.convertNumToColString(column));
        }
        text.append("<c r=\"")
                .append(columns.get(column++))
                .append(row)
                .append("\" s=\"")
                .append(style.getIndex())
                .append('"');
    }

    private static void escape(String words, StringBuilder to) {
        for (int index = 0; index < words.length(); index++) {
            char character = words.charAt(index);
            switch (character) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                default -> to.append(character);
            }
        }
    }

    /** Hands on what has been written so far. */
    void flush() throws IOException {
        out.append(text);
        out.flush();
        text.setLength(0);
    }
}
