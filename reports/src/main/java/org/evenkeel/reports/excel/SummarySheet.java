package org.evenkeel.reports.excel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.Reading;

/** This term on one page: findings, headline measures, groups that need a conversation, what cannot be said. */
final class SummarySheet {
    /** The widths of the sheet's columns. */
    static final List<Integer> WIDTHS = List.of(13, 30, 30, 11, 10, 10, 11, 10, 10, 13);

    private static final int MOST_EVIDENCE = 6;

    private final SheetWriter sheet;

    SummarySheet(SheetWriter sheet) {
        this.sheet = sheet;
    }

    /** Writes the page. */
    void write(OnePage page) {
        sheet.onOnePage();
        sheet.section(sheet.say("workbook.summary.found"));
        if (page.findings().isEmpty()) {
            sheet.prose(page.about().withoutFinding(sheet.words()), Look.SECTION_NOTE);
        } else {
            SheetWriter.Span sentence = new SheetWriter.Span(1, 7);
            SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
            int head = sheet.row(
                    padded(
                            List.of(
                                    Field.text(sheet.say("workbook.head.certainty"), Look.HEAD),
                                    Field.text(sheet.say("workbook.head.finding"), Look.HEAD)),
                            8,
                            sheet.say("workbook.head.figures"),
                            Look.HEAD),
                    List.of(sentence, evidence));
            page.findings()
                    .forEach(finding -> sheet.row(
                            padded(
                                    List.of(Field.label(finding.certainty()), Field.text(finding.sentence())),
                                    8,
                                    few(finding.evidence()),
                                    Look.MUTED),
                            List.of(sentence, evidence)));
            sheet.name("Findings", head, sheet.next() - 1, 0, 9);
        }
        sheet.gap();
        headlines(page);
        flags(page);
        sheet.section(sheet.say("workbook.summary.unsaid"));
        page.unsaid().forEach(words -> sheet.prose(words, Look.TEXT));
    }

    /** Fields up to the column {@code last}, which holds the given words, over ten columns. */
    private static List<Field> padded(List<Field> start, int last, String words, Look look) {
        return IntStream.range(0, 10)
                .mapToObj(column -> column < start.size()
                        ? start.get(column)
                        : column == last
                                ? Field.text(words, look)
                                : Field.text("", look == Look.HEAD ? look : Look.TEXT))
                .toList();
    }

    private void headlines(OnePage page) {
        sheet.section(sheet.say("workbook.summary.headlines"));
        List<Integer> right = List.of(3, 4, 5, 6, 7, 8, 9);
        int head = sheet.head(
                List.of(
                        sheet.say("workbook.head.theme"),
                        sheet.say("workbook.head.measure"),
                        sheet.say("workbook.head.scale"),
                        sheet.say("workbook.head.mean"),
                        sheet.say("workbook.head.lower"),
                        sheet.say("workbook.head.upper"),
                        sheet.say("workbook.head.change"),
                        sheet.say("workbook.head.lower"),
                        sheet.say("workbook.head.upper"),
                        sheet.say("workbook.head.respondents")),
                right);
        for (OnePage.Headline line : page.headlines()) {
            sheet.row(List.of(
                    Field.text(line.theme()),
                    Field.label(line.measure()),
                    Field.text(line.scale()),
                    shown(line.mean(), Tone.STRONG),
                    FigureFields.lower(line.mean()),
                    FigureFields.upper(line.mean()),
                    shown(line.change(), Tone.STRONG),
                    FigureFields.lower(line.change()),
                    FigureFields.upper(line.change()),
                    shown(line.respondents(), Tone.REGULAR)));
        }
        sheet.name("Headlines", head, sheet.next() - 1, 0, 9);
        sheet.gap();
    }

    private static Field shown(Optional<Reading> reading, Tone tone) {
        return reading.filter(figure -> !figure.isShown())
                .map(figure -> Field.text(figure.text(), Look.MUTED_RIGHT))
                .orElseGet(() -> FigureFields.value(reading, tone));
    }

    private void flags(OnePage page) {
        sheet.section(sheet.say("workbook.flags"));
        if (page.groups().isEmpty()) {
            sheet.prose(page.about().withoutFlag(sheet.words()), Look.SECTION_NOTE);
            sheet.gap();
            return;
        }
        sheet.prose(sheet.say("workbook.summary.see"), Look.SECTION_NOTE);
        SheetWriter.Span why = new SheetWriter.Span(2, 7);
        SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
        int head = sheet.row(
                padded(
                        List.of(
                                Field.text(sheet.say("workbook.head.level"), Look.HEAD),
                                Field.text(sheet.say("workbook.head.group"), Look.HEAD),
                                Field.text(sheet.say("workbook.head.stands_out"), Look.HEAD)),
                        8,
                        sheet.say("workbook.head.figures"),
                        Look.HEAD),
                List.of(why, evidence));
        for (OnePage.Group group : page.groups()) {
            sheet.row(
                    padded(
                            List.of(
                                    Field.text(group.level().word(sheet.words()), look(group.level())),
                                    Field.label(group.cohort()),
                                    Field.text(group.summary(sheet.words()))),
                            8,
                            few(group.evidence()),
                            Look.MUTED),
                    List.of(why, evidence));
        }
        sheet.name("Flags", head, sheet.next() - 1, 0, 9);
        sheet.gap();
    }

    /** The first ids; the sheet is to fit one page. */
    private String few(List<String> ids) {
        return ids.size() <= MOST_EVIDENCE
                ? String.join(", ", ids)
                : sheet.say(
                        "workbook.few",
                        String.join(", ", ids.subList(0, MOST_EVIDENCE)),
                        Integer.toString(ids.size() - MOST_EVIDENCE));
    }

    /** How a level looks. */
    static Look look(OnePage.Level level) {
        return switch (level) {
            case RED -> Look.RED;
            case AMBER -> Look.AMBER;
            case GREY -> Look.MUTED;
        };
    }
}
