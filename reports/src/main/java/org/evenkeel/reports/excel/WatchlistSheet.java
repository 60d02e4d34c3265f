package org.evenkeel.reports.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.Appearance;
import org.evenkeel.reports.model.FigureLine;
import org.evenkeel.reports.model.OnePage;

/** The groups that need a conversation, one row a flag, as an Excel table: each with its sentence and the shown figures it rests on. */
final class WatchlistSheet {
    /** The widths of the sheet's columns. */
    static final List<Integer> WIDTHS = List.of(10, 24, 24, 9, 9, 9, 9, 62, 58);

    private static final List<String> HEAD = List.of(
            "workbook.head.level",
            "workbook.head.group",
            "workbook.head.measure",
            "workbook.head.mean",
            "workbook.head.lower",
            "workbook.head.upper",
            "workbook.head.school",
            "workbook.head.why",
            "workbook.head.rests");
    private static final int MOST_EVIDENCE = 6;

    private final SheetWriter sheet;
    private final Map<String, FigureLine> byId;

    /**
     * @param sheet where it is written
     * @param byId the figures of the report by their ids
     */
    WatchlistSheet(SheetWriter sheet, Map<String, FigureLine> byId) {
        this.sheet = sheet;
        this.byId = byId;
    }

    /** Writes the list. */
    void write(OnePage page, Appearance.Contacts help) {
        if (page.flags().isEmpty()) {
            sheet.prose(page.about().withoutFlag(sheet.words()), Look.SECTION_NOTE);
            return;
        }
        sheet.prose(sheet.say("workbook.watchlist.about"), Look.SECTION_NOTE);
        if (!help.isEmpty()) {
            sheet.prose(
                    sheet.say("workbook.help", help.title(), help.why().orElse(""), String.join("; ", help.lines())),
                    Look.HELP);
        }
        int head = sheet.head(HEAD.stream().map(sheet::say).toList(), List.of(3, 4, 5, 6), List.of(7, 8));
        sheet.freezeHere();
        for (OnePage.Flag flag : page.flags()) {
            sheet.row(List.of(
                    Field.text(flag.level().word(sheet.words()), SummarySheet.look(flag.level())),
                    Field.label(flag.cohort()),
                    Field.text(flag.measure()),
                    FigureFields.value(flag.mean(), Tone.STRONG),
                    FigureFields.lower(flag.mean()),
                    FigureFields.upper(flag.mean()),
                    FigureFields.value(flag.school(), Tone.REGULAR),
                    Field.text(flag.reason(), Look.TEXT_INDENTED),
                    Field.muted(evidence(flag.evidence()))));
        }
        table(head, sheet.next() - 1);
    }

    private String evidence(List<String> ids) {
        String first = ids.stream().limit(MOST_EVIDENCE).map(this::inWords).collect(Collectors.joining("\n"));
        return ids.size() <= MOST_EVIDENCE
                ? first
                : sheet.say("workbook.evidence.rest", first, String.join(", ", ids.subList(MOST_EVIDENCE, ids.size())));
    }

    private String inWords(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(line -> sheet.say(
                        "workbook.evidence",
                        id,
                        line.kind(),
                        line.cohortName(),
                        line.reading().textWithInterval()))
                .orElse(id);
    }

    private void table(int head, int last) {
        sheet.table("Watchlist", new CellRangeAddress(head, last, 0, HEAD.size() - 1));
    }
}
