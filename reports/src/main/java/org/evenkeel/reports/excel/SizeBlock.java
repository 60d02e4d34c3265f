package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.SizeTable;
import org.evenkeel.sql.release.ReleaseChangeSize.Size;

/** A table of how large changes are: three sizes a row, each with its interval. */
final class SizeBlock {
    private static final List<String> SIZES =
            List.of("model.size.points-head", "model.size.multiple-head", "model.size.effect-head");
    private static final int COLUMNS_OF_A_SIZE = 3;

    private final SheetWriter sheet;

    SizeBlock(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /** Writes the table. */
    void write(SizeTable table) {
        sheet.keepTogether(70 + 15.0 * Math.min(table.rows().size(), 12));
        sheet.tableTitle(table.id() + ". " + table.title());
        table.notes().forEach(note -> sheet.prose(note, Look.SECTION_NOTE));
        head();
        for (SizeTable.Row row : table.rows()) {
            List<Field> fields = new ArrayList<>(List.of(Field.label(row.name())));
            fields.addAll(fields(Optional.of(row.points())));
            fields.addAll(fields(row.multiple()));
            fields.addAll(fields(row.effect()));
            sheet.row(fields);
        }
        sheet.gap();
    }

    private void head() {
        List<Field> titles = new ArrayList<>(List.of(Field.text("", Look.HEAD)));
        List<Field> parts = new ArrayList<>(List.of(Field.text(sheet.say("workbook.head.cohort"), Look.HEAD)));
        List<Span> spans = new ArrayList<>();
        for (String size : SIZES) {
            spans.add(new Span(titles.size(), titles.size() + COLUMNS_OF_A_SIZE - 1));
            titles.add(Field.text(sheet.say(size), Look.HEAD_GROUP));
            titles.add(Field.text("", Look.HEAD_GROUP));
            titles.add(Field.text("", Look.HEAD_GROUP));
            parts.add(Field.text("", Look.HEAD_RIGHT));
            parts.add(Field.text(sheet.say("workbook.lower"), Look.HEAD_RIGHT));
            parts.add(Field.text(sheet.say("workbook.upper"), Look.HEAD_RIGHT));
        }
        sheet.row(titles, spans);
        sheet.row(parts);
    }

    private static List<Field> fields(Optional<Size> size) {
        return List.of(
                size.map(found -> Field.number(found.value(), found.decimals(), Tone.REGULAR, Sign.ALWAYS))
                        .orElse(Field.EMPTY),
                end(size, size.flatMap(Size::lower)),
                end(size, size.flatMap(Size::upper)));
    }

    private static Field end(Optional<Size> size, Optional<BigDecimal> end) {
        return size.flatMap(found -> end.map(value -> Field.number(value, found.decimals(), Tone.QUIET, Sign.ALWAYS)))
                .orElse(Field.EMPTY);
    }
}
