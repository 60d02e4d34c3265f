package org.evenkeel.intake.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a workbook shows its numbers: which of them are dates, and what day its dates count from. */
final class CellFormats {
    /** What a number in a cell stands for. */
    enum Kind {
        NUMBER,
        DATE,
        DATE_TIME,
        TIME
    }

    /** The day a workbook's dates count from. */
    enum Epoch {
        /** 1900-01-01 is day 1; a day that never was, 29 February 1900, is day 60. */
        FROM_1900,
        /** 1904-01-01 is day 0. */
        FROM_1904
    }

    private static final Pattern NO_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?i)am/pm|a/p");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double LAST_DAY = 2_958_466;
    private static final int NEVER_WAS = 60;
    private static final int MOST_FORMATS = 100_000;

    private final List<Kind> kinds;
    private final Epoch epoch;

    private CellFormats(List<Kind> kinds, Epoch epoch) {
        this.kinds = kinds;
        this.epoch = epoch;
    }

    /** The formats of a workbook without a part for them. */
    static CellFormats none(Epoch epoch) {
        return new CellFormats(List.of(), epoch);
    }

    /** The formats that a workbook's part of styles lists. */
    static CellFormats read(Content styles, Epoch epoch) {
        Map<Integer, Kind> own = new TreeMap<>();
        List<Kind> kinds = new ArrayList<>();
        boolean inCells = false;
        try (Markup markup = Markup.open(styles)) {
            while (markup.next()) {
                if (markup.isStart("numFmt") && own.size() < MOST_FORMATS) {
                    own.put(number(markup.attribute("numFmtId")), kind(markup.attribute("formatCode")));
                } else if (markup.isStart("cellXfs")) {
                    inCells = true;
                } else if (markup.isEnd("cellXfs")) {
                    inCells = false;
                } else if (inCells && markup.isStart("xf") && kinds.size() < MOST_FORMATS) {
                    int id = number(markup.attribute("numFmtId"));
                    Kind declared = own.get(id);
                    kinds.add(declared == null ? builtIn(id) : declared);
                }
            }
        }
        return new CellFormats(List.copyOf(kinds), epoch);
    }

    /** A number as the cell of this style means it. */
    String text(String written, int style) {
        Kind kind = style >= 0 && style < kinds.size() ? kinds.get(style) : Kind.NUMBER;
        if (kind == Kind.NUMBER && isSmallWhole(written)) {
            return written;
        }
        double value;
        try {
            value = Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return written;
        }
        boolean isDate = value >= 0 && value < LAST_DAY;
        return kind == Kind.NUMBER || !isDate ? shortest(value) : date(value, kind);
    }

    private static boolean isSmallWhole(String written) {
        if (written.isEmpty() || written.length() > 9 || (written.length() > 1 && written.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private String date(double serial, Kind kind) {
        long seconds = Math.round(serial * 86_400);
        long day = Math.floorDiv(seconds, 86_400);
        boolean midnight = Math.floorMod(seconds, 86_400L) == 0;
        if (kind == Kind.TIME && day == 0) {
            return CLOCK.format(LocalDateTime.of(1904, 1, 1, 0, 0).plusSeconds(seconds));
        }
        if (epoch == Epoch.FROM_1900 && day == NEVER_WAS) {
            return "1900-02-29";
        }
        LocalDateTime first = switch (epoch) {
            case FROM_1904 -> LocalDateTime.of(1904, 1, 1, 0, 0);
            case FROM_1900 -> LocalDateTime.of(1899, 12, day < NEVER_WAS ? 31 : 30, 0, 0);
        };
        return (kind == Kind.DATE && midnight ? DAY : BOTH).format(first.plusSeconds(seconds));
    }

    /** The shortest decimal that is this number. */
    static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        boolean plain = Math.abs(value) >= 1e-9 && Math.abs(value) < 1e21;
        return plain
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static Kind builtIn(int id) {
        if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) {
            return Kind.DATE;
        }
        if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) {
            return Kind.TIME;
        }
        return id == 22 ? Kind.DATE_TIME : Kind.NUMBER;
    }

    /** What a format code makes of a number: dates have a year or a day, times of day an hour or a second. */
    static Kind kind(String code) {
        int positive = code.indexOf(';');
        String shown = positive < 0 ? code : code.substring(0, positive);
        if (shown.length() > 255 || shown.equalsIgnoreCase("general")) {
            return Kind.NUMBER;
        }
        String bare = HALF_OF_DAY
                .matcher(NO_PATTERN.matcher(shown).replaceAll(""))
                .replaceAll("h")
                .toLowerCase(Locale.ROOT);
        if (bare.startsWith("general") || (bare.indexOf('0') >= 0 && bare.indexOf('s') < 0) || bare.indexOf('#') >= 0) {
            return Kind.NUMBER;
        }
        boolean clock = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean day = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
        if (day) {
            return clock ? Kind.DATE_TIME : Kind.DATE;
        }
        if (clock) {
            return Kind.TIME;
        }
        return bare.indexOf('m') >= 0 ? Kind.DATE : Kind.NUMBER;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
