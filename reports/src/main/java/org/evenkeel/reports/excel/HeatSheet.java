package org.evenkeel.reports.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.AnalysisTables.BandCell;
import org.evenkeel.reports.model.AnalysisTables.BandRow;
import org.evenkeel.reports.model.AnalysisTables.BandTable;
import org.evenkeel.reports.model.AnalysisTables.Reference;
import org.evenkeel.reports.model.Reading;

/** Groups by measures in absolute bands: the same band means the same in every term, and all groups may be in the best one. */
final class HeatSheet {
    private static final int NAME_WIDTH = 26;
    private static final int WIDTH = 17;

    /** The table of what bands are counted from needs this many columns for measure, reference, step and basis. */
    private static final int FEWEST_MEASURES = 6;

    private final SheetWriter sheet;

    HeatSheet(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /** The widths of the sheet's columns. */
    static List<Integer> widths(BandTable bands) {
        return Stream.concat(
                        Stream.of(NAME_WIDTH),
                        Stream.generate(() -> WIDTH)
                                .limit(Math.max(
                                        FEWEST_MEASURES, bands.measures().size())))
                .toList();
    }

    /** Writes the map. */
    void write(BandTable bands) {
        if (bands.rows().isEmpty()) {
            sheet.prose(sheet.say("workbook.heat.none"), Look.SECTION_NOTE);
            return;
        }
        sheet.prose(sheet.say("workbook.heat.how"), Look.SECTION_NOTE);
        legend();
        sheet.gap();
        List<Field> head = new ArrayList<>(List.of(Field.text(sheet.say("workbook.head.group"), Look.HEAD)));
        bands.measures().forEach(measure -> head.add(Field.text(measure, Look.HEAD_GROUP)));
        int first = sheet.row(head);
        sheet.freezeHere(1);
        String grouping = "";
        for (BandRow row : bands.rows()) {
            if (!row.grouping().equals(grouping)) {
                grouping = row.grouping();
                sheet.tableTitle(sheet.say(
                        "workbook.heat.by", grouping.substring(0, 1).toLowerCase(Locale.ROOT) + grouping.substring(1)));
            }
            row(row);
        }
        sheet.name("Bands", first, sheet.next() - 1, 0, bands.measures().size());
        sheet.gap();
        references(bands.references());
    }

    private void legend() {
        List<Field> fields = new ArrayList<>(List.of(Field.muted(sheet.say("workbook.heat.bands"))));
        for (int band = -2; band <= 2; band++) {
            fields.add(Field.text(words(band), look(band)));
        }
        sheet.row(fields);
    }

    private void row(BandRow row) {
        List<Field> fields = new ArrayList<>(List.of(Field.label(row.cohort())));
        row.cells().forEach(cell -> fields.add(field(cell)));
        sheet.row(fields);
    }

    private Field field(BandCell cell) {
        return cell.band()
                .map(band -> Field.text(words(band), look(band)))
                .orElseGet(() -> Field.text(
                        cell.mean().isEmpty()
                                ? "–"
                                : cell.mean().filter(Reading::isShown).isPresent()
                                        ? sheet.say("workbook.heat.no_reference")
                                        : sheet.say("workbook.withheld.short"),
                        Look.NO_BAND));
    }

    private void references(List<Reference> references) {
        sheet.keepTogether(80);
        sheet.section(sheet.say("workbook.heat.counted"));
        sheet.prose(sheet.say("workbook.heat.counted.about", Reading.withheld(sheet.words())), Look.SECTION_NOTE);
        Span basis = new Span(3, FEWEST_MEASURES);
        sheet.row(
                padded(
                        List.of(
                                Field.text(sheet.say("workbook.head.measure"), Look.HEAD),
                                Field.text(sheet.say("workbook.head.reference_points"), Look.HEAD_RIGHT),
                                Field.text(sheet.say("workbook.head.step"), Look.HEAD_RIGHT),
                                Field.text(sheet.say("workbook.head.basis"), Look.HEAD_INDENTED)),
                        Look.HEAD),
                List.of(basis));
        for (Reference reference : references) {
            sheet.row(
                    padded(
                            List.of(
                                    Field.label(reference.measure()),
                                    FigureFields.plain(reference.reference(), Tone.REGULAR),
                                    FigureFields.plain(reference.step(), Tone.REGULAR),
                                    Field.muted(reference.basis())),
                            Look.MUTED),
                    List.of(basis));
        }
    }

    private static List<Field> padded(List<Field> fields, Look look) {
        List<Field> padded = new ArrayList<>(fields);
        while (padded.size() <= FEWEST_MEASURES) {
            padded.add(Field.text("", look));
        }
        return padded;
    }

    private String words(int band) {
        return switch (band) {
            case -2 -> sheet.say("workbook.heat.much_better");
            case -1 -> sheet.say("workbook.heat.better");
            case 0 -> sheet.say("workbook.heat.about");
            case 1 -> sheet.say("workbook.heat.worse");
            default -> sheet.say("workbook.heat.much_worse");
        };
    }

    private static Look look(int band) {
        return switch (band) {
            case -2 -> Look.MUCH_BETTER;
            case -1 -> Look.BETTER;
            case 0 -> Look.ABOUT;
            case 1 -> Look.WORSE;
            default -> Look.MUCH_WORSE;
        };
    }
}
