package org.evenkeel.reports.excel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.evenkeel.reports.chart.LogoImage;
import org.evenkeel.reports.excel.StyleBook.Look;
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
    private final WrittenRows rows;
    private int next;
    private int pageStart;
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
        this.rows = new WrittenRows(styles);
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
        pageStart = next;
    }

    /** The next row to be written. */
    int next() {
        return next;
    }

    /** The sheet being written. */
    XSSFSheet sheet() {
        return sheet;
    }

    /** Its rows: they are put into its part when the workbook is packed. */
    WrittenRows rows() {
        return rows;
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
    int room(int number) {
        int first = next;
        for (int row = 0; row < number; row++) {
            rows.write(next++, CHART_ROW_HEIGHT, List.of());
        }
        return first;
    }

    /** A picture with words for those who cannot see it, in a row of its own. */
    void picture(LogoImage logo, String alternative, int widest, int highest) {
        LogoImage.Size size = logo.within(widest, highest);
        int row = next++;
        rows.write(row, (float) ((size.height() + 2 * PICTURE_MARGIN) * POINTS_PER_PIXEL), List.of());
        int format =
                logo.logo().mediaType().equals("image/png") ? Workbook.PICTURE_TYPE_PNG : Workbook.PICTURE_TYPE_JPEG;
        int picture = sheet.getWorkbook().addPicture(logo.logo().image(), format);
        int margin = PICTURE_MARGIN * EMU_PER_PIXEL;
        XSSFClientAnchor anchor = anchor(row, margin, size.width() * EMU_PER_PIXEL, size.height() * EMU_PER_PIXEL);
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
        double pageUsed = headHeight + heightOf(pageStart, next);
        if (pageUsed + points > pageHeight() && pageUsed > headHeight) {
            sheet.setRowBreak(next - 1);
            pageStart = next;
        }
    }

    private double heightOf(int first, int end) {
        double height = 0;
        for (int row = first; row < end; row++) {
            height += rows.height(row).orElse(sheet.getDefaultRowHeightInPoints());
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
        rows.write(next++, height, List.of(Field.text(words, look)));
    }

    /** A paragraph over the whole width. */
    void prose(String words, Look look) {
        int last = widths.size() - 1;
        List<Field> fields = new ArrayList<>(Collections.nCopies(last + 1, new Field.Joined(look)));
        fields.set(0, Field.text(words, look));
        rows.write(next, height(lines(words, look, width(0, last))), fields);
        join(next++, 0, last);
    }

    private void join(int row, int first, int last) {
        if (last > first) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, first, last));
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
        int row = next++;
        int lines = 1;
        for (int column = 0; column < fields.size(); column++) {
            int place = column;
            Optional<Span> joined =
                    spans.stream().filter(span -> span.first() == place).findFirst();
            Field field = fields.get(column);
            if (field instanceof Field.Link link) {
                link(new CellReference(row, column), link.sheet());
            }
            if (field instanceof Field.Text text && styles.of(text.look()).getWrapText()) {
                int last = joined.map(Span::last).orElse(column);
                lines = Math.max(lines, lines(text.words(), text.look(), width(column, last)));
            }
        }
        spans.forEach(span -> join(row, span.first(), span.last()));
        rows.write(row, height(lines), fields);
        return row;
    }

    private void link(CellReference place, String target) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target + "'!A1");
        link.setLabel(target);
        link.setCellReference(place);
        sheet.addHyperlink(link);
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

    /** Makes a table that Excel knows by its name, with heads of its own and a filter; the heads stand in its first row. */
    void table(String name, CellRangeAddress cells) {
        AreaReference area = new AreaReference(
                new CellReference(cells.getFirstRow(), cells.getFirstColumn()),
                new CellReference(cells.getLastRow(), cells.getLastColumn()),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.createTable(area);
        table.setName(name);
        table.setDisplayName(name);
        List<XSSFTableColumn> columns = table.getColumns();
        for (int index = 0; index < columns.size(); index++) {
            columns.get(index).setName(rows.words(cells.getFirstRow(), cells.getFirstColumn() + index));
        }
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    }

    /** Gives a block of cells a name that formulas and people can use. */
    void name(String name, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        var area = new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn);
        var named = sheet.getWorkbook().createName();
        named.setNameName(name);
        named.setRefersToFormula(area.formatAsString(sheet.getSheetName(), true));
    }
}
