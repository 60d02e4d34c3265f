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
        sheet.section("What stands out");
        if (page.findings().isEmpty()) {
            sheet.prose(page.about().withoutFinding(sheet.words()), Look.SECTION_NOTE);
        } else {
            SheetWriter.Span sentence = new SheetWriter.Span(1, 7);
            SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
            int head = sheet.row(
                    padded(
                            List.of(Field.text("Certainty", Look.HEAD), Field.text("Finding", Look.HEAD)),
                            8,
                            "Figures",
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
        sheet.section("What cannot be said");
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
        sheet.section("Headline measures, the school as a whole");
        List<Integer> right = List.of(3, 4, 5, 6, 7, 8, 9);
        int head = sheet.head(
                List.of(
                        "Theme",
                        "Measure",
                        "Scale",
                        "Mean",
                        "Lower",
                        "Upper",
                        "Change",
                        "Lower",
                        "Upper",
                        "Respondents"),
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
        sheet.section("Groups that need a conversation");
        if (page.groups().isEmpty()) {
            sheet.prose(page.about().withoutFlag(sheet.words()), Look.SECTION_NOTE);
            sheet.gap();
            return;
        }
        sheet.prose("Why, and the figures behind it: sheet Watchlist.", Look.SECTION_NOTE);
        SheetWriter.Span why = new SheetWriter.Span(2, 7);
        SheetWriter.Span evidence = new SheetWriter.Span(8, 9);
        int head = sheet.row(
                padded(
                        List.of(
                                Field.text("Level", Look.HEAD),
                                Field.text("Group", Look.HEAD),
                                Field.text("Stands out on", Look.HEAD)),
                        8,
                        "Figures",
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
    private static String few(List<String> ids) {
        return ids.size() <= MOST_EVIDENCE
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, MOST_EVIDENCE)) + " and " + (ids.size() - MOST_EVIDENCE) + " more";
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
