package org.evenkeel.reports.excel;

import java.util.HexFormat;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The colours of the workbook. Every one is written out, because an application's theme may differ from machine to machine. */
enum Palette {
    INK("1F2933"),
    MUTED("52606D"),
    RULE("C3CBD3"),
    GRID("E1E5EA"),
    HEAD("EAF1F7"),
    PAPER("FFFFFF"),
    BLUE("0072B2"),
    VERMILLION("D55E00"),
    GREEN("00795A"),
    PURPLE("9C4F7C"),
    GREY("6B7783"),
    TINT("7FB5D9"),
    NOTICE("FFF4CE"),
    NOTICE_INK("5C4400"),
    RED_FILL("F9DCD3"),
    RED_INK("8A2A00"),
    AMBER_FILL("FFEFC7"),
    AMBER_INK("6B4A00"),
    GREY_FILL("E7EAEE"),
    MUCH_BETTER("1B6298"),
    BETTER("BFDCEF"),
    ABOUT("EEF0F2"),
    WORSE("F8CBA6"),
    MUCH_WORSE("A63C06");

    private final String hex;

    Palette(String hex) {
        this.hex = hex;
    }

    /** Six hexadecimal digits, as charts write them. */
    String hex() {
        return hex;
    }

    /** Red, green, blue, as drawings hold them. */
    byte[] rgb() {
        return HexFormat.of().parseHex(hex);
    }

    /** With the alpha byte that the schema of sheets asks for. */
    XSSFColor argb() {
        return new XSSFColor(HexFormat.of().parseHex("FF" + hex), null);
    }
}
