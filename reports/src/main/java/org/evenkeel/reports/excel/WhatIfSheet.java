package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFTable;
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
            "Measure",
            "Group",
            "Groups compared",
            "Mean",
            "Respondents",
            "Answered, %",
            "Average of groups",
            "Pooled mean",
            "Lower",
            "Upper",
            "Worse is",
            "Material, points",
            "Likely, in 100",
            "Level as published",
            "Start",
            "Material now",
            "Likely now",
            "Level now",
            "Differs");
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
            sheet.prose(
                    "This release does not state where groups stand among each other: there are no two groups beside each other whose"
                            + " means are shown, or it was made by a version that did not say so.",
                    Look.SECTION_NOTE);
            return;
        }
        Thresholds thresholds = analysis.thresholds();
        threshold(
                "Material difference, times the published",
                BigDecimal.ONE,
                2,
                TIMES_NAME,
                "1 is as published: the column Material, points. 2 asks for twice the difference before it counts.",
                10);
        threshold(
                "Amber from, in 100",
                thresholds.amber(),
                1,
                AMBER_NAME,
                "So likely must it be that a group is materially worse than the average of the groups beside it.",
                101);
        threshold(
                "Red from, in 100",
                thresholds.red(),
                1,
                RED_NAME,
                thresholds.red().intValue() > 100
                        ? "The release found no likelihood trustworthy enough for red: above 100 nothing is red."
                        : "The same for red, where nothing else points the same way.",
                101);
        threshold(
                "Least share answering, %",
                thresholds.leastAnswered(),
                0,
                ANSWERED_NAME,
                "Where fewer answered, too little is known to say: grey. Only where the share is known.",
                100);
        List<Row> rows = analysis.standings().stream()
                .map(standing -> new Row(standing, thresholds))
                .toList();
        int first = sheet.next() + 3;
        int last = first + rows.size() - 1;
        counts(rows, first, last);
        sheet.gap();
        int head = sheet.head(HEAD, NUMBERS, List.of(PUBLISHED, NOW, DIFFERS));
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
        check.createErrorBox("Threshold", "A number from 0 to " + most + ".");
        sheet.sheet().addValidationData(check);
    }

    private void counts(List<Row> rows, int first, int last) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label("Groups and measures flagged"));
        fields.add(Field.text("", Look.LABEL));
        fields.add(Field.EMPTY);
        fields.add(Field.formula(
                "\"Now: \"&" + counted(first, last, NOW) + "&\". As published: \"&" + counted(first, last, PUBLISHED)
                        + "&\".\"",
                "Now: " + counted(rows.stream().map(Row::level).toList()) + ". As published: "
                        + counted(rows.stream().map(row -> row.standing.level()).toList()) + ".",
                Look.RESULT));
        while (fields.size() <= DIFFERS) {
            fields.add(Field.EMPTY);
        }
        sheet.row(fields, List.of(new Span(0, 1), new Span(3, DIFFERS)));
    }

    private static String counted(int first, int last, int column) {
        String area = new CellRangeAddress(first, last, column, column).formatAsString(null, true);
        return "COUNTIF(" + area + ",\"red\")&\" red, \"&COUNTIF(" + area + ",\"amber\")&\" amber, \"&COUNTIF(" + area
                + ",\"grey\")&\" grey\"";
    }

    private static String counted(List<String> levels) {
        return count(levels, "red") + " red, " + count(levels, "amber") + " amber, " + count(levels, "grey") + " grey";
    }

    private static long count(List<String> levels, String wanted) {
        return levels.stream().filter(wanted::equals).count();
    }

    /** A group with what its formulas give for the thresholds written into the sheet. */
    private record Row(Standing standing, Thresholds thresholds) {
        int side() {
            return standing.worse() == WorseSide.HIGHER ? 1 : -1;
        }

        private double spread() {
            double width = standing.upper().doubleValue() - standing.lower().doubleValue();
            return Math.max(width / WIDTH_OF_INTERVAL, LEAST_SPREAD);
        }

        /** How many spreads speak for materially worse: what the interval gives, held to what is published. */
        double start() {
            double published = standing.likelihood();
            double given = standing.average()
                    .map(average -> 100
                            * StandardNormal.below((side() * (standing.pooled().doubleValue() - average.doubleValue())
                                            - standing.margin().doubleValue())
                                    / spread()))
                    .orElse(published + MIDDLE_OF_STEP);
            double least = Math.max(published, LEAST_LIKELY);
            double most = Math.min(published + WITHIN_STEP, MOST_LIKELY);
            return StandardNormal.quantile(
                    Math.max(Math.min(least, most), Math.min(given, Math.max(least, most))) / 100);
        }

        BigDecimal likely() {
            return BigDecimal.valueOf(100 * StandardNormal.below(start()) + LEAST_SPREAD)
                    .setScale(LIKELY_DECIMALS, RoundingMode.DOWN);
        }

        Optional<BigDecimal> answered() {
            return standing.response().filter(Reading::isShown).flatMap(Reading::value);
        }

        String level() {
            if (answered()
                    .filter(share -> share.compareTo(thresholds.leastAnswered()) < 0)
                    .isPresent()) {
                return "grey";
            }
            return likely().compareTo(thresholds.red()) >= 0
                    ? "red"
                    : likely().compareTo(thresholds.amber()) >= 0 ? "amber" : "none";
        }

        String differs() {
            return level().equals(standing.level()) ? "" : "published: " + standing.level();
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
        fields.add(Field.text(standing.level(), Look.LEVEL));
        fields.add(Field.formula(start(number), BigDecimal.valueOf(row.start()), START_DECIMALS, Tone.QUIET));
        fields.add(Field.formula(
                cell(MATERIAL, number) + "*" + TIMES_NAME, standing.margin(), standing.decimals(), Tone.REGULAR));
        fields.add(Field.formula(likely(number), row.likely(), LIKELY_DECIMALS, Tone.STRONG));
        fields.add(Field.formula(level(number), row.level(), Look.RESULT_LEVEL));
        fields.add(Field.formula(
                "IF(" + cell(NOW, number) + "=" + cell(PUBLISHED, number) + ",\"\",\"published: \"&"
                        + cell(PUBLISHED, number) + ")",
                row.differs(),
                Look.RESULT));
        sheet.row(fields);
    }

    private Field figure(Optional<Reading> reading, Tone tone) {
        return reading.map(figure -> figure.value()
                        .map(value -> Field.formula(tidy.value(figure.id()), value, figure.decimals(), tone))
                        .orElseGet(() -> Field.text(
                                figure.state() == State.WITHHELD ? "not shown" : figure.text(), Look.MUTED_RIGHT)))
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

    private static String level(int row) {
        return "IF(AND(ISNUMBER(" + cell(ANSWERED, row) + ")," + cell(ANSWERED, row) + "<" + ANSWERED_NAME
                + "),\"grey\",IF(" + cell(LIKELY_NOW, row) + ">=" + RED_NAME + ",\"red\",IF(" + cell(LIKELY_NOW, row)
                + ">=" + AMBER_NAME + ",\"amber\",\"none\")))";
    }

    private static String cell(int column, int row) {
        return CellReference.convertNumToColString(column) + row;
    }

    private void table(int head, int last) {
        AreaReference area = new AreaReference(
                new CellReference(head, MEASURE), new CellReference(last, DIFFERS), SpreadsheetVersion.EXCEL2007);
        XSSFTable table = sheet.sheet().createTable(area);
        table.setName("Standings");
        table.setDisplayName("Standings");
        table.updateHeaders();
        table.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    }

    private void colours(CellRangeAddress cells) {
        XSSFSheetConditionalFormatting formats = sheet.sheet().getSheetConditionalFormatting();
        String first = cell(cells.getFirstColumn(), cells.getFirstRow() + 1);
        formats.addConditionalFormatting(new CellRangeAddress[] {cells}, new XSSFConditionalFormattingRule[] {
            rule(formats, first, "red", Palette.RED_INK, Palette.RED_FILL),
            rule(formats, first, "amber", Palette.AMBER_INK, Palette.AMBER_FILL),
            rule(formats, first, "grey", Palette.MUTED, Palette.GREY_FILL)
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
        sheet.section("What this sheet does, and what it cannot do");
        List.of(
                        "Change a number in a box at the top: the columns right of Level as published follow, and colours with them.",
                        "As they stand the thresholds are those of the release, and give the level that the likelihood alone gives. A"
                                + " published flag also looks at other things: a mean beyond a published cut, the change since the"
                                + " term before, the last weeks, whether the group was red before. Where these decided, the column"
                                + " Differs says what was published.",
                        "Pooled mean: the group's mean, drawn towards the average of the groups beside it as far as its own answers leave"
                                + " open, with its 95% interval. Likely, in 100: at least so many in 100 speak for a group being worse than that"
                                + " average by more than the material difference; published in steps of five, rounded down.",
                        "Likely now: Start is the point of a normal curve that the published likelihood stands at; a larger or smaller"
                                + " material difference moves it by the interval's width / 3.92. Close to a threshold this is an"
                                + " approximation: the release itself computes with more digits than it shows.",
                        "Every formula reads cells of this sheet and shown figures of the sheet Data. Nothing that is not shown is in"
                                + " this file.")
                .forEach(words -> sheet.prose(words, Look.SECTION_NOTE));
    }
}
