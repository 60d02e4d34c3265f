package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.AnalysisTables;
import org.evenkeel.reports.model.AnalysisTables.Standing;
import org.evenkeel.reports.model.AnalysisTables.Thresholds;
import org.evenkeel.reports.model.AnalysisTables.WorseSide;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.sql.release.ReleaseFigure.State;

/**
 * What other thresholds would make of the same figures. Its formulas read shown cells alone: of this sheet, and of the tidy sheet by
 * a figure's id, so that sorting there changes nothing. Each formula stands with the result it gives.
 */
final class WhatIfSheet {
    /** The widths of the sheet's columns. */
    static final List<Integer> WIDTHS = List.of(26, 24, 10, 9, 12, 10, 10, 9, 9, 9, 9, 11, 10, 12, 9, 11, 9, 12, 18);

    private static final List<String> HEAD = List.of(
            "workbook.head.measure",
            "workbook.head.group",
            "workbook.what_if.head.groups_compared",
            "workbook.head.mean",
            "workbook.head.respondents",
            "workbook.what_if.head.answered",
            "workbook.what_if.head.average_of_groups",
            "workbook.what_if.head.pooled_mean",
            "workbook.head.lower",
            "workbook.head.upper",
            "workbook.what_if.head.worse_is",
            "workbook.what_if.head.material_points",
            "workbook.what_if.head.likely_in",
            "workbook.what_if.head.level_as_published",
            "workbook.what_if.head.start",
            "workbook.what_if.head.material_now",
            "workbook.what_if.head.likely_now",
            "workbook.what_if.head.level_now",
            "workbook.what_if.head.differs");
    private static final List<Integer> NUMBERS = List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16);
    private static final int MEASURE = 0;
    private static final int ANSWERED = 5;
    private static final int AVERAGE = 6;
    private static final int POOLED = 7;
    private static final int LOWER = 8;
    private static final int UPPER = 9;
    private static final int WORSE = 10;
    private static final int MATERIAL = 11;
    private static final int LIKELY = 12;
    private static final int PUBLISHED = 13;
    private static final int START = 14;
    private static final int MATERIAL_NOW = 15;
    private static final int LIKELY_NOW = 16;
    private static final int NOW = 17;
    private static final int DIFFERS = 18;

    private static final List<String> COUNTED = List.of("red", "amber", "grey");
    private static final List<String> LEVELS = List.of("red", "amber", "grey", "none");

    private static final String TIMES_NAME = "Threshold_Material";
    private static final String AMBER_NAME = "Threshold_Amber";
    private static final String RED_NAME = "Threshold_Red";
    private static final String ANSWERED_NAME = "Threshold_Answered";

    /** An interval of 95% is so many standard deviations wide. */
    private static final double WIDTH_OF_INTERVAL = 3.92;

    private static final double LEAST_SPREAD = 0.000001;

    /** A likelihood is published in steps of five, rounded down: it is less than this above what is printed. */
    private static final double WITHIN_STEP = 4.9;

    private static final double MIDDLE_OF_STEP = 2.0;
    private static final double LEAST_LIKELY = 0.5;
    private static final double MOST_LIKELY = 99.9;
    private static final int START_DECIMALS = 2;
    private static final int LIKELY_DECIMALS = 1;
    private static final int EXPLANATIONS = 5;

    private final SheetWriter sheet;
    private final Tidy tidy;

    /**
     * Where figures stand in the tidy sheet.
     *
     * @param sheet the sheet's name
     * @param first the first row of its body
     * @param rows how many figures it holds
     */
    record Tidy(String sheet, int first, int rows) {
        String value(String id) {
            return "INDEX(" + column("value") + ",MATCH(\"" + id + "\"," + column("id") + ",0))";
        }

        private String column(String head) {
            int place = DataSheet.place(head);
            return new CellRangeAddress(first, first + rows - 1, place, place).formatAsString(sheet, true);
        }
    }

    WhatIfSheet(SheetWriter sheet, Tidy tidy) {
        this.sheet = sheet;
        this.tidy = tidy;
    }

    /** Writes thresholds and groups. */
    void write(AnalysisTables analysis) {
        if (analysis.standings().isEmpty()) {
            sheet.prose(sheet.say("workbook.what_if.none"), Look.SECTION_NOTE);
            return;
        }
        Thresholds thresholds = analysis.thresholds();
        threshold(
                sheet.say("workbook.what_if.times"),
                BigDecimal.ONE,
                2,
                TIMES_NAME,
                sheet.say("workbook.what_if.times.about"),
                10);
        threshold(
                sheet.say("workbook.what_if.amber"),
                thresholds.amber(),
                1,
                AMBER_NAME,
                sheet.say("workbook.what_if.amber.about"),
                101);
        threshold(
                sheet.say("workbook.what_if.red"),
                thresholds.red(),
                1,
                RED_NAME,
                thresholds.red().intValue() > 100
                        ? sheet.say("workbook.what_if.red.never")
                        : sheet.say("workbook.what_if.red.about"),
                101);
        threshold(
                sheet.say("workbook.what_if.least"),
                thresholds.leastAnswered(),
                0,
                ANSWERED_NAME,
                sheet.say("workbook.what_if.least.about"),
                100);
        List<Row> rows = analysis.standings().stream()
                .map(standing -> Row.of(standing, thresholds))
                .toList();
        int first = sheet.next() + 3;
        int last = first + rows.size() - 1;
        counts(rows, first, last);
        sheet.gap();
        int head = sheet.head(HEAD.stream().map(sheet::say).toList(), NUMBERS, List.of(PUBLISHED, NOW, DIFFERS));
        sheet.freezeHere(2);
        rows.forEach(this::row);
        table(head, last);
        colours(new CellRangeAddress(first, last, PUBLISHED, PUBLISHED));
        colours(new CellRangeAddress(first, last, NOW, NOW));
        sheet.gap();
        explain();
    }

    private void threshold(String label, BigDecimal value, int decimals, String name, String meaning, int most) {
        int row = sheet.next();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label(label));
        fields.add(Field.text("", Look.LABEL));
        fields.add(Field.input(value, decimals));
        fields.add(Field.muted(meaning));
        while (fields.size() <= DIFFERS) {
            fields.add(Field.text("", Look.MUTED));
        }
        sheet.row(fields, List.of(new Span(0, 1), new Span(3, DIFFERS)));
        sheet.name(name, row, row, 2, 2);
        DataValidationHelper helper = sheet.sheet().getDataValidationHelper();
        DataValidation check = helper.createValidation(
                helper.createNumericConstraint(
                        ValidationType.DECIMAL, OperatorType.BETWEEN, "0", Integer.toString(most)),
                new CellRangeAddressList(row, row, 2, 2));
        check.setShowErrorBox(true);
        check.createErrorBox(
                sheet.say("workbook.what_if.threshold"), sheet.say("workbook.what_if.range", Integer.toString(most)));
        sheet.sheet().addValidationData(check);
    }

    private void counts(List<Row> rows, int first, int last) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label(sheet.say("workbook.what_if.flagged")));
        fields.add(Field.text("", Look.LABEL));
        fields.add(Field.EMPTY);
        String now = sheet.say("workbook.what_if.now");
        String published = sheet.say("workbook.what_if.published");
        fields.add(Field.formula(
                "\"" + now + "\"&" + counted(first, last, NOW) + "&\"" + published + "\"&"
                        + counted(first, last, PUBLISHED) + "&\".\"",
                now + counted(rows.stream().map(Row::level).toList()) + published
                        + counted(rows.stream().map(row -> row.standing.level()).toList()) + ".",
                Look.RESULT));
        while (fields.size() <= DIFFERS) {
            fields.add(Field.EMPTY);
        }
        sheet.row(fields, List.of(new Span(0, 1), new Span(3, DIFFERS)));
    }

    private String counted(int first, int last, int column) {
        String area = new CellRangeAddress(first, last, column, column).formatAsString(null, true);
        return COUNTED.stream()
                .map(level -> "COUNTIF(" + area + ",\"" + level(level) + "\")&\" " + level(level))
                .collect(Collectors.joining(", \"&", "", "\""));
    }

    private String counted(List<String> levels) {
        return COUNTED.stream()
                .map(level -> count(levels, level) + " " + level(level))
                .collect(Collectors.joining(", "));
    }

    /** A level in words; the release knows it by its code. */
    private String level(String code) {
        return LEVELS.contains(code) ? sheet.say("workbook.level." + code) : code;
    }

    private static long count(List<String> levels, String wanted) {
        return levels.stream().filter(wanted::equals).count();
    }

    /** A group with what its formulas give for the thresholds written into the sheet. */
    private record Row(Standing standing, double start, BigDecimal likely, String level) {
        static Row of(Standing standing, Thresholds thresholds) {
            double start = start(standing);
            BigDecimal likely = BigDecimal.valueOf(100 * StandardNormal.below(start) + LEAST_SPREAD)
                    .setScale(LIKELY_DECIMALS, RoundingMode.DOWN);
            return new Row(standing, start, likely, level(standing, likely, thresholds));
        }

        int side() {
            return side(standing);
        }

        private static int side(Standing standing) {
            return standing.worse() == WorseSide.HIGHER ? 1 : -1;
        }

        private static double spread(Standing standing) {
            double width = standing.upper().doubleValue() - standing.lower().doubleValue();
            return Math.max(width / WIDTH_OF_INTERVAL, LEAST_SPREAD);
        }

        /** How many spreads speak for materially worse: what the interval gives, held to what is published. */
        private static double start(Standing standing) {
            double published = standing.likelihood();
            double given = standing.average()
                    .map(average -> 100
                            * StandardNormal.below(
                                    (side(standing) * (standing.pooled().doubleValue() - average.doubleValue())
                                                    - standing.margin().doubleValue())
                                            / spread(standing)))
                    .orElse(published + MIDDLE_OF_STEP);
            double least = Math.max(published, LEAST_LIKELY);
            double most = Math.min(published + WITHIN_STEP, MOST_LIKELY);
            return StandardNormal.quantile(
                    Math.max(Math.min(least, most), Math.min(given, Math.max(least, most))) / 100);
        }

        private static Optional<BigDecimal> answered(Standing standing) {
            return standing.response().filter(Reading::isShown).flatMap(Reading::value);
        }

        private static String level(Standing standing, BigDecimal likely, Thresholds thresholds) {
            if (answered(standing)
                    .filter(share -> share.compareTo(thresholds.leastAnswered()) < 0)
                    .isPresent()) {
                return "grey";
            }
            return likely.compareTo(thresholds.red()) >= 0
                    ? "red"
                    : likely.compareTo(thresholds.amber()) >= 0 ? "amber" : "none";
        }

        boolean differs() {
            return !level.equals(standing.level());
        }
    }

    private void row(Row row) {
        Standing standing = row.standing();
        int number = sheet.next() + 1;
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label(standing.measure()));
        fields.add(Field.text(standing.cohort()));
        fields.add(FigureFields.plain(BigDecimal.valueOf(standing.groups()), Tone.QUIET));
        fields.add(figure(Optional.of(standing.mean()), Tone.STRONG));
        fields.add(figure(standing.respondents(), Tone.REGULAR));
        fields.add(figure(standing.response(), Tone.REGULAR));
        fields.add(standing.average()
                .map(average -> FigureFields.points(average, standing.decimals(), Tone.REGULAR))
                .orElse(Field.EMPTY));
        fields.add(FigureFields.points(standing.pooled(), standing.decimals(), Tone.REGULAR));
        fields.add(FigureFields.points(standing.lower(), standing.decimals(), Tone.QUIET));
        fields.add(FigureFields.points(standing.upper(), standing.decimals(), Tone.QUIET));
        fields.add(new Field.WorseSide(row.side()));
        fields.add(FigureFields.points(standing.margin(), standing.decimals(), Tone.REGULAR));
        fields.add(FigureFields.plain(BigDecimal.valueOf(standing.likelihood()), Tone.REGULAR));
        fields.add(Field.text(level(standing.level()), Look.LEVEL));
        fields.add(Field.formula(start(number), BigDecimal.valueOf(row.start()), START_DECIMALS, Tone.QUIET));
        fields.add(Field.formula(
                cell(MATERIAL, number) + "*" + TIMES_NAME, standing.margin(), standing.decimals(), Tone.REGULAR));
        fields.add(Field.formula(likely(number), row.likely(), LIKELY_DECIMALS, Tone.STRONG));
        fields.add(Field.formula(level(number), level(row.level()), Look.RESULT_LEVEL));
        fields.add(Field.formula(
                "IF(" + cell(NOW, number) + "=" + cell(PUBLISHED, number) + ",\"\",\""
                        + sheet.say("workbook.what_if.differs") + "\"&" + cell(PUBLISHED, number) + ")",
                row.differs() ? sheet.say("workbook.what_if.differs") + level(standing.level()) : "",
                Look.RESULT));
        sheet.row(fields);
    }

    private Field figure(Optional<Reading> reading, Tone tone) {
        return reading.map(figure -> figure.value()
                        .map(value -> Field.formula(tidy.value(figure.id()), value, figure.decimals(), tone))
                        .orElseGet(() -> Field.text(
                                figure.state() == State.WITHHELD ? sheet.say("workbook.withheld.short") : figure.text(),
                                Look.MUTED_RIGHT)))
                .orElse(Field.EMPTY);
    }

    private static String spread(int row) {
        return "MAX((" + cell(UPPER, row) + "-" + cell(LOWER, row) + ")/" + WIDTH_OF_INTERVAL + "," + "0.000001)";
    }

    private static String start(int row) {
        String likely = cell(LIKELY, row);
        String given = "IF(ISNUMBER(" + cell(AVERAGE, row) + "),100*NORMSDIST((" + cell(WORSE, row) + "*("
                + cell(POOLED, row) + "-" + cell(AVERAGE, row) + ")-" + cell(MATERIAL, row) + ")/" + spread(row) + "),"
                + likely + "+" + MIDDLE_OF_STEP + ")";
        return "NORMSINV(MEDIAN(MAX(" + likely + "," + LEAST_LIKELY + ")," + given + ",MIN(" + likely + "+"
                + WITHIN_STEP + "," + MOST_LIKELY + "))/100)";
    }

    private static String likely(int row) {
        return "ROUNDDOWN(100*NORMSDIST(" + cell(START, row) + "-(" + cell(MATERIAL_NOW, row) + "-"
                + cell(MATERIAL, row) + ")/" + spread(row) + ")+0.000001," + LIKELY_DECIMALS + ")";
    }

    private String level(int row) {
        return "IF(AND(ISNUMBER(" + cell(ANSWERED, row) + ")," + cell(ANSWERED, row) + "<" + ANSWERED_NAME
                + "),\"" + level("grey") + "\",IF(" + cell(LIKELY_NOW, row) + ">=" + RED_NAME + ",\"" + level("red")
                + "\",IF(" + cell(LIKELY_NOW, row)
                + ">=" + AMBER_NAME + ",\"" + level("amber") + "\",\"" + level("none") + "\")))";
    }

    private static String cell(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }

    private void table(int head, int last) {
        sheet.table("Standings", new CellRangeAddress(head, last, MEASURE, DIFFERS));
    }

    private void colours(CellRangeAddress cells) {
        XSSFSheetConditionalFormatting formats = sheet.sheet().getSheetConditionalFormatting();
        String first = cell(cells.getFirstColumn(), cells.getFirstRow() + 1);
        formats.addConditionalFormatting(new CellRangeAddress[] {cells}, new XSSFConditionalFormattingRule[] {
            rule(formats, first, level("red"), Palette.RED_INK, Palette.RED_FILL),
            rule(formats, first, level("amber"), Palette.AMBER_INK, Palette.AMBER_FILL),
            rule(formats, first, level("grey"), Palette.MUTED, Palette.GREY_FILL)
        });
    }

    private static XSSFConditionalFormattingRule rule(
            XSSFSheetConditionalFormatting formats, String cell, String level, Palette ink, Palette fill) {
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingRule(cell + "=\"" + level + "\"");
        XSSFFontFormatting font = rule.createFontFormatting();
        font.setFontColor(ink.argb());
        font.setFontStyle(false, true);
        XSSFPatternFormatting pattern = rule.createPatternFormatting();
        pattern.setFillBackgroundColor(fill.argb());
        pattern.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        return rule;
    }

    private void explain() {
        sheet.section(sheet.say("workbook.what_if.about"));
        IntStream.range(0, EXPLANATIONS)
                .mapToObj(place -> sheet.say("workbook.what_if.explain." + place))
                .forEach(words -> sheet.prose(words, Look.SECTION_NOTE));
    }
}
