package org.evenkeel.reports.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.FigureTable.Piece;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseFigure.State;

/** A table of every kind of figure by cohort: a column per kind, with its interval where the kind has one. */
final class FigureBlock {
    private static final double ROW_POINTS = 15;

    private final SheetWriter sheet;

    FigureBlock(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /** A kind with the columns it takes. */
    private record Kind(FigureTable.Column column, int first, boolean hasInterval) {
        int last() {
            return hasInterval ? first + 2 : first;
        }
    }

    /** How many columns a table takes. */
    static int columns(FigureTable table, Words words) {
        List<Kind> kinds = kinds(table.columns(table.ofMany(), Piece.FIRST, words));
        return kinds.isEmpty() ? 1 : kinds.get(kinds.size() - 1).last() + 1;
    }

    /** The height in points that should stay on one page: the head and the first rows. */
    double height(FigureTable table) {
        return 70
                + (table.without().isPresent() ? ROW_POINTS : 0)
                + ROW_POINTS * Math.min(table.rows().size(), 12);
    }

    /** Writes the table. */
    void write(FigureTable table) {
        if (table.rows().isEmpty()) {
            return;
        }
        sheet.keepTogether(height(table));
        sheet.tableTitle(table.id() + ". " + table.title());
        if (table.rows().stream()
                .flatMap(row -> row.readings().stream())
                .flatMap(Optional::stream)
                .anyMatch(FigureBlock::isWithheld)) {
            sheet.prose(
                    sheet.say(
                            "workbook.withheld.stands",
                            sheet.say("workbook.withheld.short"),
                            Reading.withheld(sheet.words())),
                    Look.SECTION_NOTE);
        }
        table.without().ifPresent(words -> sheet.prose(words, Look.SECTION_NOTE));
        ofMany(table.columns(table.ofMany(), Piece.FIRST, sheet.words()));
        ofOne(table.columns(table.ofOne(), Piece.FURTHER, sheet.words()));
        sheet.gap();
    }

    /** What several groups have: a row a group, the kinds beside one another. */
    private void ofMany(FigureTable table) {
        if (table.columns().isEmpty()) {
            return;
        }
        List<Kind> kinds = kinds(table);
        head(kinds);
        int first = sheet.next();
        for (FigureTable.Row row : table.rows()) {
            row(kinds, row);
        }
        kinds.stream()
                .filter(kind -> kind.column().unit().equals("percent"))
                .filter(kind -> !kind.column().kind().equals("change"))
                .forEach(kind -> tints(new CellRangeAddress(first, sheet.next() - 1, kind.first(), kind.first())));
    }

    /** What one group alone has: a row a kind, for side by side they would make a sheet that no page holds. */
    private void ofOne(FigureTable table) {
        if (table.columns().isEmpty()) {
            return;
        }
        sheet.head(
                List.of(
                        sheet.say("workbook.head.kind"),
                        sheet.say("workbook.head.cohort"),
                        sheet.say("workbook.head.value"),
                        sheet.say("workbook.lower"),
                        sheet.say("workbook.upper"),
                        sheet.say("workbook.head.unit"),
                        sheet.say("workbook.head.figure")),
                List.of(2, 3, 4),
                List.of(5));
        for (int index = 0; index < table.columns().size(); index++) {
            FigureTable.Column column = table.columns().get(index);
            for (FigureTable.Row row : table.rows()) {
                Optional<Reading> reading = row.readings().get(index);
                if (reading.isPresent()) {
                    sheet.row(List.of(
                            Field.label(column.title()),
                            Field.text(row.cohort()),
                            cell(reading),
                            FigureFields.lower(reading),
                            FigureFields.upper(reading),
                            Field.text(column.unit(), Look.TEXT_INDENTED),
                            Field.muted(FigureFields.id(reading))));
                }
            }
        }
    }

    private static List<Kind> kinds(FigureTable table) {
        List<Kind> kinds = new ArrayList<>();
        int column = 1;
        for (int index = 0; index < table.columns().size(); index++) {
            int place = index;
            boolean hasInterval = table.rows().stream()
                    .flatMap(row -> row.readings().get(place).stream())
                    .anyMatch(Reading::hasInterval);
            Kind kind = new Kind(table.columns().get(index), column, hasInterval);
            kinds.add(kind);
            column = kind.last() + 1;
        }
        return kinds;
    }

    private void head(List<Kind> kinds) {
        List<Field> titles = new ArrayList<>(List.of(Field.text("", Look.HEAD)));
        List<Field> parts = new ArrayList<>(List.of(Field.text(sheet.say("workbook.head.cohort"), Look.HEAD)));
        List<Span> spans = new ArrayList<>();
        for (Kind kind : kinds) {
            titles.add(Field.text(kind.column().title(), Look.HEAD_GROUP));
            parts.add(Field.text(kind.column().unit(), Look.HEAD_RIGHT));
            if (kind.hasInterval()) {
                titles.add(Field.text("", Look.HEAD_GROUP));
                titles.add(Field.text("", Look.HEAD_GROUP));
                parts.add(Field.text(sheet.say("workbook.lower"), Look.HEAD_RIGHT));
                parts.add(Field.text(sheet.say("workbook.upper"), Look.HEAD_RIGHT));
                spans.add(new Span(kind.first(), kind.last()));
            }
        }
        sheet.row(titles, spans);
        sheet.row(parts);
    }

    private void row(List<Kind> kinds, FigureTable.Row row) {
        List<Field> fields = new ArrayList<>(List.of(Field.label(row.cohort())));
        List<Span> spans = new ArrayList<>();
        for (int index = 0; index < kinds.size(); index++) {
            Kind kind = kinds.get(index);
            Optional<Reading> reading = row.readings().get(index);
            fields.add(cell(reading));
            if (kind.hasInterval()) {
                fields.add(FigureFields.lower(reading));
                fields.add(FigureFields.upper(reading));
                if (reading.isPresent() && !reading.orElseThrow().isShown()) {
                    spans.add(new Span(kind.first(), kind.last()));
                }
            }
        }
        sheet.row(fields, spans);
    }

    private Field cell(Optional<Reading> reading) {
        if (reading.isEmpty() || reading.orElseThrow().isShown()) {
            return FigureFields.value(reading, Tone.REGULAR);
        }
        Reading figure = reading.orElseThrow();
        return Field.text(isWithheld(figure) ? sheet.say("workbook.withheld.short") : figure.text(), Look.MUTED_RIGHT);
    }

    private static boolean isWithheld(Reading reading) {
        return reading.state() == State.WITHHELD;
    }

    /** Deeper from nobody to everyone, so that the same tint means the same share on every sheet and in every term. */
    private void tints(CellRangeAddress cells) {
        XSSFSheetConditionalFormatting formats = sheet.sheet().getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formats.createConditionalFormattingColorScaleRule();
        XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
        scale.setNumControlPoints(2);
        bound(scale.getThresholds()[0], 0);
        bound(scale.getThresholds()[1], 100);
        scale.setColors(new Color[] {Palette.PAPER.argb(), Palette.TINT.argb()});
        formats.addConditionalFormatting(new CellRangeAddress[] {cells}, rule);
    }

    private static void bound(ConditionalFormattingThreshold threshold, double percent) {
        threshold.setRangeType(RangeType.NUMBER);
        threshold.setValue(percent);
    }
}
