package org.evenkeel.reports.excel;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.evenkeel.reports.model.Colour;
import org.evenkeel.reports.model.Scheme;
import org.evenkeel.reports.words.Words;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPatternFill;

/**
 * The cell styles of one workbook, each made once, when first asked for. Text always carries the quote prefix: what begins with
 * {@code =}, {@code +}, {@code -} or {@code @} stays text even when somebody edits the cell and presses Enter.
 */
final class StyleBook {
    /** A face with the same widths in Excel and, by its metric twin, in LibreOffice. */
    static final String FACE = "Arial";

    /** What a cell is, so how it looks. */
    enum Look {
        TITLE,
        SUBTITLE,
        NOTICE,
        SECTION,
        TABLE_TITLE,
        SECTION_NOTE,
        /** Who helps in a crisis. */
        HELP,
        HEAD,
        HEAD_RIGHT,
        HEAD_INDENTED,
        LABEL,
        TEXT,
        /** Words that stand right of a number. */
        TEXT_INDENTED,
        MUTED,
        MUTED_RIGHT,
        MUTED_STRONG,
        HEAD_GROUP,
        CODE,
        LINK,
        RED,
        AMBER,
        /** Words that a formula gives: without the quote prefix, which would make the formula itself words. */
        RESULT,
        /** A result to be looked at: centred, for a rule may colour it. */
        RESULT_LEVEL,
        /** Which side of a scale is worse, as a number: 1 is printed as higher, -1 as lower. */
        SIDE,
        /** The same for words that are as published. */
        LEVEL,
        MUCH_BETTER,
        BETTER,
        ABOUT,
        WORSE,
        MUCH_WORSE,
        NO_BAND
    }

    /** When a number carries its sign. */
    enum Sign {
        NEGATIVE_ONLY,
        /** A difference says which way. */
        ALWAYS
    }

    /** How much a number asks to be looked at. */
    enum Tone {
        STRONG,
        REGULAR,
        QUIET
    }

    private final XSSFWorkbook book;
    private final SharedWords shared;
    private final XSSFColor heading;
    private final Words words;
    private final Map<Look, XSSFCellStyle> looks = new EnumMap<>(Look.class);
    private final Map<Digits, XSSFCellStyle> numbers = new HashMap<>();
    private final Map<Integer, XSSFCellStyle> inputs = new HashMap<>();

    private record Digits(int decimals, Tone tone, Sign sign) {}

    StyleBook(XSSFWorkbook book, Scheme scheme, Words words) {
        this.book = book;
        this.shared = new SharedWords();
        this.words = words;
        this.heading = scheme.equals(Scheme.PLAIN) ? Palette.INK.argb() : argb(scheme.heading());
        XSSFFont standard = book.getFontAt(0);
        standard.setFontName(FACE);
        standard.setFontHeightInPoints((short) 10);
        standard.setColor(Palette.INK.argb());
    }

    /** The words that cells share. */
    SharedWords shared() {
        return shared;
    }

    /** The number under which the workbook keeps these words, for one more cell. */
    int words(String words) {
        return shared.number(words);
    }

    /** The style of a kind of text. */
    XSSFCellStyle of(Look look) {
        return looks.computeIfAbsent(look, this::made);
    }

    /** A number, printed with so many digits after the decimal point. */
    XSSFCellStyle number(int decimals, Tone tone, Sign sign) {
        return numbers.computeIfAbsent(
                new Digits(decimals, tone, sign), key -> numeric(key.decimals(), key.sign(), numberFont(key.tone())));
    }

    private XSSFFont numberFont(Tone tone) {
        return switch (tone) {
            case STRONG -> font(10, Palette.INK, Weight.BOLD);
            case REGULAR -> font(10, Palette.INK, Weight.REGULAR);
            case QUIET -> font(9, Palette.MUTED, Weight.REGULAR);
        };
    }

    /** The number format of so many decimals; no percent format, for percent figures are stored as percent points. */
    static String pattern(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private enum Weight {
        REGULAR,
        BOLD
    }

    private XSSFCellStyle made(Look look) {
        return switch (look) {
            case TITLE -> plain(heading(18));
            case SUBTITLE -> plain(font(11, Palette.MUTED, Weight.REGULAR));
            case NOTICE -> filled(wrapped(font(10, Palette.NOTICE_INK, Weight.BOLD)), Palette.NOTICE);
            case SECTION -> plain(heading(13));
            case TABLE_TITLE -> plain(font(10, Palette.INK, Weight.BOLD));
            case SECTION_NOTE -> wrapped(font(10, Palette.MUTED, Weight.REGULAR));
            case HELP -> wrapped(font(10, Palette.INK, Weight.BOLD));
            case HEAD -> head(HorizontalAlignment.LEFT);
            case HEAD_RIGHT -> head(HorizontalAlignment.RIGHT);
            case LABEL -> ruled(wrapped(font(10, Palette.INK, Weight.BOLD)));
            case TEXT -> ruled(wrapped(font(10, Palette.INK, Weight.REGULAR)));
            case TEXT_INDENTED -> indented(ruled(wrapped(font(10, Palette.INK, Weight.REGULAR))));
            case MUTED -> indented(ruled(wrapped(font(9, Palette.MUTED, Weight.REGULAR))));
            case MUTED_STRONG -> indented(ruled(wrapped(font(9, Palette.RED_INK, Weight.BOLD))));
            case HEAD_INDENTED -> indented(head(HorizontalAlignment.LEFT));
            case MUTED_RIGHT ->
                aligned(ruled(wrapped(font(9, Palette.MUTED, Weight.REGULAR))), HorizontalAlignment.RIGHT);
            case HEAD_GROUP ->
                aligned(filled(wrapped(font(10, Palette.INK, Weight.BOLD)), Palette.HEAD), HorizontalAlignment.CENTER);
            case CODE -> code();
            case LINK -> link();
            case RED -> flagged(Palette.RED_INK, Palette.RED_FILL);
            case AMBER -> flagged(Palette.AMBER_INK, Palette.AMBER_FILL);
            case RESULT -> indented(unquoted(ruled(wrapped(font(10, Palette.INK, Weight.REGULAR)))));
            case RESULT_LEVEL ->
                unquoted(aligned(ruled(wrapped(font(10, Palette.INK, Weight.BOLD))), HorizontalAlignment.CENTER));
            case SIDE -> side();
            case LEVEL -> aligned(ruled(wrapped(font(10, Palette.INK, Weight.REGULAR))), HorizontalAlignment.CENTER);
            case MUCH_BETTER -> band(Palette.PAPER, Palette.MUCH_BETTER);
            case BETTER -> band(Palette.INK, Palette.BETTER);
            case ABOUT -> band(Palette.INK, Palette.ABOUT);
            case WORSE -> band(Palette.INK, Palette.WORSE);
            case MUCH_WORSE -> band(Palette.PAPER, Palette.MUCH_WORSE);
            case NO_BAND -> aligned(ruled(wrapped(font(9, Palette.MUTED, Weight.REGULAR))), HorizontalAlignment.CENTER);
        };
    }

    /** Gives the colours of rules the alpha byte that the schema asks for and the library leaves out. */
    void completeRules() {
        StylesTable table = book.getStylesSource();
        for (int index = 0; index < table._getDXfsSize(); index++) {
            CTDxf rule = table.getDxfAt(index);
            if (rule.isSetFont()) {
                complete(rule.getFont().getColorArray());
            }
            if (rule.isSetFill() && rule.getFill().isSetPatternFill()) {
                CTPatternFill fill = rule.getFill().getPatternFill();
                if (fill.isSetBgColor()) {
                    complete(fill.getBgColor());
                }
                if (fill.isSetFgColor()) {
                    complete(fill.getFgColor());
                }
            }
        }
    }

    private static void complete(CTColor... colours) {
        for (CTColor colour : colours) {
            byte[] rgb = colour.getRgb();
            if (rgb != null && rgb.length == 3) {
                colour.setRgb(new byte[] {(byte) 0xFF, rgb[0], rgb[1], rgb[2]});
            }
        }
    }

    private static XSSFCellStyle unquoted(XSSFCellStyle style) {
        style.setQuotePrefixed(false);
        return style;
    }

    /** A cell of a heat map: white lines part it from its neighbours. */
    private XSSFCellStyle band(Palette ink, Palette fill) {
        XSSFCellStyle style = filled(wrapped(font(10, ink, Weight.BOLD)), fill);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(Palette.PAPER.argb());
        style.setBorderRight(BorderStyle.MEDIUM);
        style.setRightBorderColor(Palette.PAPER.argb());
        return style;
    }

    /** A number that somebody may change: in a box. */
    XSSFCellStyle input(int decimals) {
        return inputs.computeIfAbsent(decimals, digits -> {
            XSSFCellStyle style =
                    filled(numeric(digits, Sign.NEGATIVE_ONLY, font(10, Palette.BLUE, Weight.BOLD)), Palette.NOTICE);
            for (BorderSide side : BorderSide.values()) {
                style.setBorderColor(side, Palette.MUTED.argb());
            }
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            return style;
        });
    }

    private XSSFCellStyle side() {
        XSSFCellStyle style = numeric(0, Sign.NEGATIVE_ONLY, font(9, Palette.MUTED, Weight.REGULAR));
        style.setDataFormat(book.createDataFormat()
                .getFormat("\"" + words.text("workbook.higher") + "\";\"" + words.text("workbook.lower_side") + "\""));
        return style;
    }

    private XSSFCellStyle plain(XSSFFont font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setQuotePrefixed(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private XSSFCellStyle wrapped(XSSFFont font) {
        XSSFCellStyle style = plain(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle code() {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font(10, Palette.INK, Weight.REGULAR));
        style.setQuotePrefixed(true);
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        return ruled(style);
    }

    private XSSFCellStyle link() {
        XSSFFont font = font(10, Palette.BLUE, Weight.REGULAR);
        font.setUnderline(FontUnderline.SINGLE);
        return ruled(plain(font));
    }

    private XSSFCellStyle head(HorizontalAlignment side) {
        XSSFCellStyle style = filled(wrapped(font(10, Palette.INK, Weight.BOLD)), Palette.HEAD);
        style.setAlignment(side);
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Palette.MUTED.argb());
        return style;
    }

    private XSSFCellStyle flagged(Palette ink, Palette fill) {
        XSSFCellStyle style = filled(ruled(plain(font(10, ink, Weight.BOLD))), fill);
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle numeric(int decimals, Sign sign, XSSFFont font) {
        XSSFCellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setAlignment(HorizontalAlignment.RIGHT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        String plain = pattern(decimals);
        String pattern = switch (sign) {
            case NEGATIVE_ONLY -> plain;
            case ALWAYS -> "+" + plain + ";-" + plain + ";" + plain;
        };
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return ruled(style);
    }

    private static XSSFCellStyle aligned(XSSFCellStyle style, HorizontalAlignment side) {
        style.setAlignment(side);
        return style;
    }

    /** Words that stand right of a number keep their distance. */
    private static XSSFCellStyle indented(XSSFCellStyle style) {
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        return style;
    }

    private static XSSFCellStyle filled(XSSFCellStyle style, Palette fill) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(fill.argb());
        return style;
    }

    private static XSSFCellStyle ruled(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.HAIR);
        style.setBottomBorderColor(Palette.RULE.argb());
        return style;
    }

    /** The face of headings, in the school's own colour where it has one. */
    private XSSFFont heading(int points) {
        XSSFFont font = font(points, Palette.INK, Weight.BOLD);
        font.setColor(heading);
        return font;
    }

    private static XSSFColor argb(Colour colour) {
        return new XSSFColor(
                new byte[] {(byte) 0xFF, (byte) colour.red(), (byte) colour.green(), (byte) colour.blue()}, null);
    }

    private XSSFFont font(int points, Palette ink, Weight weight) {
        XSSFFont font = book.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) points);
        font.setColor(ink.argb());
        font.setBold(weight == Weight.BOLD);
        return font;
    }
}
