package org.evenkeel.reports.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.chart.LogoImage;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.model.Cover;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.words.Words;

/** One sheet, written from top to bottom in the workbook's common dress: title, notice, frozen head, print set-up. */
final class SheetWriter {
    /** The height of a row that lies behind a chart. */
    static final float CHART_ROW_HEIGHT = 15f;

    private static final double NARROWER_FOR_BOLD = 0.92;
    private static final float LINE_HEIGHT = 12.5f;
    private static final float ROW_PADDING = 2.5f;

    private static final double POINTS_PER_PIXEL = 0.75;
    private static final int EMU_PER_PIXEL = 9525;
    private static final int PICTURE_MARGIN = 4;
    private static final double DIGIT_POINTS = 5.25;

    private final XSSFSheet sheet;
    private final StyleBook styles;
    private final Words words;
    private final List<Integer> widths;
    private int next;
    private double headHeight;
    private int boundTo = -1;
    private Paper paper = Paper.A4;

    /** What is printed on, across: the part within the margins, in points. */
    private enum Paper {
        A4(PrintSetup.A4_PAPERSIZE, 770, 490),
        LETTER(PrintSetup.LETTER_PAPERSIZE, 720, 505);

        private final short code;
        private final double width;
        private final double height;

        Paper(short code, double width, double height) {
            this.code = code;
            this.width = width;
            this.height = height;
        }

        static Paper of(PageSize size) {
            return switch (size) {
                case A4 -> A4;
                case LETTER -> LETTER;
            };
        }
    }

    /**
     * Opens a sheet.
     *
     * @param book the workbook
     * @param styles its styles
     * @param name the sheet's name
     * @param widths the widths of its columns, in digits
     */
    SheetWriter(XSSFWorkbook book, StyleBook styles, Words words, String name, List<Integer> widths) {
        this.sheet = book.createSheet(name);
        this.styles = styles;
        this.words = words;
        this.widths = List.copyOf(widths);
        for (int column = 0; column < widths.size(); column++) {
            sheet.setColumnWidth(column, widths.get(column) * 256);
        }
        sheet.setDisplayGridlines(false);
    }

    /** The sentence of this key, with the arguments in their places. */
    String say(String key, String... arguments) {
        return words.text(key, arguments);
    }

    /** How things are said on it. */
    Words words() {
        return words;
    }

    /** Title, report and, where the release is simulated, the notice that says so; stays in view and heads every printed page. */
    void open(String title, Cover cover) {
        line(title, Look.TITLE, 27);
        line(say("workbook.shell.subtitle", cover.school(), cover.subject(), cover.asOfText()), Look.SUBTITLE, 17);
        cover.simulated().ifPresent(notice -> prose(notice, Look.NOTICE));
        gap();
        freezeHere();
        printSetUp(cover);
    }

    private void printSetUp(Cover cover) {
        PrintSetup print = sheet.getPrintSetup();
        paper = Paper.of(cover.appearance().paper());
        print.setPaperSize(paper.code);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
        Footer footer = sheet.getFooter();
        footer.setLeft("&8 " + footerText(cover.school()) + ", " + footerText(cover.subject()));
        footer.setCenter("&8 " + say("workbook.shell.footer"));
        footer.setRight("&8 " + footerText(cover.release()));
    }

    private static String footerText(String words) {
        String kept = CellText.of(words).replace("&", "&&");
        return kept.length() <= 60 ? kept : kept.substring(0, 59) + "…";
    }

    /** Keeps the rows written so far in view and repeats them on paper: the head of a table that fills the sheet. */
    void freezeHere() {
        freezeHere(0);
    }

    /** The same, and so many columns on the left. */
    void freezeHere(int columns) {
        sheet.setRepeatingRows(new CellRangeAddress(0, next - 1, -1, -1));
        sheet.createFreezePane(columns, next);
        headHeight = heightOf(0, next);
    }

    /** The next row to be written. */
    int next() {
        return next;
    }

    /** The sheet being written. */
    XSSFSheet sheet() {
        return sheet;
    }

    /** How many columns the sheet has. */
    int columns() {
        return widths.size();
    }

    /** An empty row. */
    void gap() {
        next++;
    }

    /** Leaves room for a chart and returns its first row. */
    int room(int rows) {
        int first = next;
        for (int row = 0; row < rows; row++) {
            sheet.createRow(next++).setHeightInPoints(CHART_ROW_HEIGHT);
        }
        return first;
    }

    /** A picture with words for those who cannot see it, in a row of its own. */
    void picture(LogoImage logo, String alternative, int widest, int highest) {
        LogoImage.Size size = logo.within(widest, highest);
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints((float) ((size.height() + 2 * PICTURE_MARGIN) * POINTS_PER_PIXEL));
        int format =
                logo.logo().mediaType().equals("image/png") ? Workbook.PICTURE_TYPE_PNG : Workbook.PICTURE_TYPE_JPEG;
        int picture = sheet.getWorkbook().addPicture(logo.logo().image(), format);
        int margin = PICTURE_MARGIN * EMU_PER_PIXEL;
        XSSFClientAnchor anchor =
                anchor(row.getRowNum(), margin, size.width() * EMU_PER_PIXEL, size.height() * EMU_PER_PIXEL);
        sheet.createDrawingPatriarch()
                .createPicture(anchor, picture)
                .getCTPicture()
                .getNvPicPr()
                .getCNvPr()
                .setDescr(CellText.of(alternative));
    }

    /** From the left edge over as many columns as the width needs. */
    private XSSFClientAnchor anchor(int row, int margin, int width, int height) {
        int column = 0;
        int left = width;
        while (column < widths.size() - 1 && left > columnWidth(column)) {
            left -= columnWidth(column++);
        }
        return new XSSFClientAnchor(0, margin, left, margin + height, 0, row, column, row);
    }

    private int columnWidth(int column) {
        return Math.round(sheet.getColumnWidthInPixels(column) * EMU_PER_PIXEL);
    }

    /** Prints the whole sheet on one page. */
    void onOnePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /** Starts a new printed page unless so many points still fit on this one. */
    void keepTogether(double points) {
        if (next == boundTo) {
            return;
        }
        double pageUsed = headHeight + heightOf(pageStart(), next);
        if (pageUsed + points > pageHeight() && pageUsed > headHeight) {
            sheet.setRowBreak(next - 1);
        }
    }

    private int pageStart() {
        int[] breaks = sheet.getRowBreaks();
        int head = sheet.getRepeatingRows().getLastRow() + 1;
        return breaks.length == 0 ? head : Math.max(head, breaks[breaks.length - 1] + 1);
    }

    private double heightOf(int first, int end) {
        double height = 0;
        for (int row = first; row < end; row++) {
            XSSFRow written = sheet.getRow(row);
            height += written == null ? sheet.getDefaultRowHeightInPoints() : written.getHeightInPoints();
        }
        return height;
    }

    private double pageHeight() {
        double width =
                widths.stream().mapToDouble(digits -> digits * DIGIT_POINTS).sum();
        return paper.height * Math.max(1, width / paper.width);
    }

    /** A heading. */
    void section(String words) {
        line(words, Look.SECTION, 22);
    }

    /** A heading with the sentences under it, on one page with so many points of what follows. */
    void opening(String words, List<String> sentences, double followedBy) {
        keepTogether(24 + 16.0 * sentences.size() + followedBy);
        section(words);
        sentences.forEach(sentence -> prose(sentence, Look.SECTION_NOTE));
        boundTo = next;
    }

    /** The heading of a table. */
    void tableTitle(String words) {
        line(words, Look.TABLE_TITLE, 17);
    }

    private void line(String words, Look look, float height) {
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(height);
        write(row.createCell(0), words, look);
    }

    /** A paragraph over the whole width. */
    void prose(String words, Look look) {
        prose(words, look, 0, widths.size() - 1);
    }

    private void prose(String words, Look look, int first, int last) {
        XSSFRow row = sheet.createRow(next++);
        span(row, first, last, words, look);
        row.setHeightInPoints(height(lines(words, look, width(first, last))));
    }

    private void span(XSSFRow row, int first, int last, String words, Look look) {
        for (int column = first; column <= last; column++) {
            row.createCell(column).setCellStyle(styles.of(look));
        }
        write(row.getCell(first), words, look);
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row.getRowNum(), row.getRowNum(), first, last));
        }
    }

    /** The head of a table: one word a column; those of columns in {@code right} stand above numbers. */
    int head(List<String> words, List<Integer> right) {
        return head(words, right, List.of());
    }

    /** The same; the words of columns in {@code indented} stand above words that follow a number. */
    int head(List<String> words, List<Integer> right, List<Integer> indented) {
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < words.size(); column++) {
            Look look = indented.contains(column) ? Look.HEAD_INDENTED : Look.HEAD;
            fields.add(Field.text(words.get(column), right.contains(column) ? Look.HEAD_RIGHT : look));
        }
        return row(fields);
    }

    /** A row of a table, high enough for its longest words. Returns its number. */
    int row(List<Field> fields) {
        return row(fields, List.of());
    }

    /** Columns of a row that are joined, first and last. */
    record Span(int first, int last) {}

    /** A row of a table in which some neighbouring columns are joined; the first of them holds the words. */
    int row(List<Field> fields, List<Span> spans) {
        XSSFRow row = sheet.createRow(next++);
        int lines = 1;
        for (int column = 0; column < fields.size(); column++) {
            int place = column;
            Optional<Span> joined =
                    spans.stream().filter(span -> span.first() == place).findFirst();
            Field field = fields.get(column);
            put(row, column, field);
            if (field instanceof Field.Text text && styles.of(text.look()).getWrapText()) {
                int last = joined.map(Span::last).orElse(column);
                lines = Math.max(lines, lines(text.words(), text.look(), width(column, last)));
            }
        }
        for (Span span : spans) {
            sheet.addMergedRegionUnsafe(
                    new CellRangeAddress(row.getRowNum(), row.getRowNum(), span.first(), span.last()));
        }
        row.setHeightInPoints(height(lines));
        return row.getRowNum();
    }

    private void put(XSSFRow row, int column, Field field) {
        XSSFCell cell = row.createCell(column);
        if (field instanceof Field.Text text) {
            write(cell, text.words(), text.look());
        } else if (field instanceof Field.Numeric number) {
            cell.setCellValue(number.value().doubleValue());
            cell.setCellStyle(styles.number(number.decimals(), number.tone(), number.sign()));
        } else if (field instanceof Field.Input input) {
            cell.setCellValue(input.value().doubleValue());
            cell.setCellStyle(styles.input(input.decimals()));
        } else if (field instanceof Field.NumericFormula formula) {
            cell.setCellFormula(formula.formula());
            cell.setCellValue(formula.result().doubleValue());
            cell.setCellStyle(styles.number(formula.decimals(), formula.tone(), Sign.NEGATIVE_ONLY));
        } else if (field instanceof Field.TextFormula formula) {
            cell.setCellFormula(formula.formula());
            cell.setCellValue(formula.result());
            cell.setCellStyle(styles.of(formula.look()));
        } else if (field instanceof Field.WorseSide side) {
            cell.setCellValue(side.sign());
            cell.setCellStyle(styles.of(Look.SIDE));
        } else if (field instanceof Field.Link link) {
            write(cell, link.sheet(), Look.LINK);
            link(cell, link.sheet());
        } else {
            cell.setCellStyle(styles.of(Look.TEXT));
        }
    }

    private void link(XSSFCell cell, String target) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target + "'!A1");
        link.setLabel(target);
        cell.setHyperlink(link);
    }

    private void write(Cell cell, String words, Look look) {
        cell.setCellValue(CellText.of(words));
        cell.setCellStyle(styles.of(look));
    }

    private int lines(String words, Look look, double width) {
        XSSFFont font = styles.of(look).getFont();
        double room = width * 10 / font.getFontHeightInPoints();
        return CellText.lines(CellText.of(words), font.getBold() ? room * NARROWER_FOR_BOLD : room);
    }

    private double width(int first, int last) {
        return widths.subList(first, last + 1).stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                - 1.0;
    }

    private static float height(int lines) {
        return Math.min(lines * LINE_HEIGHT + ROW_PADDING, 409f);
    }

    /** Gives a block of cells a name that formulas and people can use. */
    void name(String name, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        var area = new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn);
        var named = sheet.getWorkbook().createName();
        named.setNameName(name);
        named.setRefersToFormula(area.formatAsString(sheet.getSheetName(), true));
    }
}
