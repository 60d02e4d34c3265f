package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.evenkeel.reports.excel.ChartSeries.Stroke;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Sign;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.AnalysisTables.Week;
import org.evenkeel.reports.model.AnalysisTables.WeekRun;
import org.evenkeel.reports.model.Reading;

/** The weeks of one group beside what was to be expected of them: a control chart with the table it is drawn from. */
final class ControlBlock {
    private static final int WEEK = 1;
    private static final int RESPONDENTS = 2;
    private static final int MEAN = 3;
    private static final int EXPECTED = 7;
    private static final int LOWER_LIMIT = 8;
    private static final int UPPER_LIMIT = 9;
    private static final int UNUSUAL = 10;
    private static final int CHART_ROWS = 14;
    private static final int CHART_COLUMNS = 10;
    private static final double ROW_POINTS = 15;

    private final SheetWriter sheet;
    private final NativeCharts charts;

    /**
     * @param sheet where blocks are written
     * @param charts the charts of that sheet
     */
    ControlBlock(SheetWriter sheet, NativeCharts charts) {
        this.sheet = sheet;
        this.charts = charts;
    }

    /** Chart and table; without the chart where fewer than two weeks could be joined. */
    void write(WeekRun run) {
        boolean drawable = run.weeks().size() >= 2;
        sheet.keepTogether((drawable ? CHART_ROWS * SheetWriter.CHART_ROW_HEIGHT : 0)
                + 60
                + ROW_POINTS * Math.min(run.weeks().size(), 6));
        int room = drawable ? sheet.room(CHART_ROWS) : sheet.next();
        sheet.tableTitle(sheet.say("workbook.control.title", run.measure(), run.cohort()));
        int first = head();
        run.weeks().forEach(week -> row(run, week));
        if (drawable) {
            chart(run, room, first, sheet.next() - 1);
        }
        sheet.gap();
    }

    private int head() {
        return sheet.head(
                        List.of(
                                sheet.say("workbook.head.group"),
                                sheet.say("workbook.head.week"),
                                sheet.say("workbook.head.respondents"),
                                sheet.say("workbook.head.mean"),
                                sheet.say("workbook.head.lower"),
                                sheet.say("workbook.head.upper"),
                                sheet.say("workbook.head.words"),
                                sheet.say("workbook.head.expected"),
                                sheet.say("workbook.head.lower_limit"),
                                sheet.say("workbook.head.upper_limit"),
                                sheet.say("workbook.head.unusual"),
                                sheet.say("workbook.head.figure")),
                        List.of(RESPONDENTS, MEAN, 4, 5, EXPECTED, LOWER_LIMIT, UPPER_LIMIT, UNUSUAL),
                        List.of(6, 11))
                + 1;
    }

    private void row(WeekRun run, Week week) {
        Optional<Reading> mean = Optional.of(week.mean());
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label(run.cohort()));
        fields.add(Field.text(week.label()));
        fields.add(FigureFields.value(week.respondents(), Tone.REGULAR));
        fields.add(FigureFields.value(mean, Tone.STRONG));
        fields.add(FigureFields.lower(mean));
        fields.add(FigureFields.upper(mean));
        fields.add(
                week.unusual()
                        ? Field.text(sheet.say("workbook.control.unusual"), Look.MUTED_STRONG)
                        : Field.muted(week.phase()));
        fields.add(points(Optional.of(week.expected()), week));
        fields.add(points(week.lower(), week));
        fields.add(points(week.upper(), week));
        fields.add(week.unusual() ? FigureFields.value(mean, Tone.STRONG) : Field.EMPTY);
        fields.add(Field.muted(week.mean().id()));
        sheet.row(fields);
    }

    private static Field points(Optional<BigDecimal> number, Week week) {
        return number.map(value -> Field.number(value, week.decimals(), Tone.QUIET, Sign.NEGATIVE_ONLY))
                .orElse(Field.EMPTY);
    }

    private void chart(WeekRun run, int room, int first, int last) {
        List<ChartSeries> series = new ArrayList<>();
        if (run.weeks().stream().anyMatch(week -> week.lower().isPresent())) {
            series.add(series(first, last, UPPER_LIMIT, Palette.MUTED, Stroke.LIMIT));
            series.add(series(first, last, LOWER_LIMIT, Palette.MUTED, Stroke.LIMIT));
        }
        series.add(series(first, last, EXPECTED, Palette.GREY, Stroke.REFERENCE));
        series.add(series(first, last, MEAN, Palette.BLUE, Stroke.LEADING));
        if (!run.unusual().isEmpty()) {
            series.add(series(first, last, UNUSUAL, Palette.VERMILLION, Stroke.SIGNALS));
        }
        charts.line(
                new ChartFrame(
                        sheet.say("workbook.control.chart", run.measure(), run.cohort(), finding(run)),
                        alternative(run),
                        sheet.say("workbook.control.axis"),
                        0,
                        room,
                        CHART_COLUMNS,
                        room + CHART_ROWS),
                AxisScale.around(numbers(run), run.axis().lowest(), run.axis().highest()),
                new CellRangeAddress(first, last, WEEK, WEEK),
                series);
    }

    private static ChartSeries series(int first, int last, int column, Palette colour, Stroke stroke) {
        return new ChartSeries(
                new CellAddress(first - 1, column),
                new CellRangeAddress(first, last, column, column),
                Optional.empty(),
                colour,
                stroke);
    }

    private static List<BigDecimal> numbers(WeekRun run) {
        return run.weeks().stream()
                .flatMap(week ->
                        Stream.of(week.mean().value(), Optional.of(week.expected()), week.lower(), week.upper()))
                .flatMap(Optional::stream)
                .toList();
    }

    private String finding(WeekRun run) {
        int unusual = run.unusual().size();
        return unusual == 0
                ? sheet.say("workbook.control.found.none")
                : sheet.words().count("workbook.control.found", unusual);
    }

    private String alternative(WeekRun run) {
        Week last = run.weeks().get(run.weeks().size() - 1);
        String which = run.unusual().isEmpty()
                ? ""
                : sheet.say(
                        "workbook.control.alt.unusual",
                        String.join(
                                ", ",
                                run.unusual().stream()
                                        .map(week -> sheet.say(
                                                "workbook.control.alt.week",
                                                week.label(),
                                                week.mean().text()))
                                        .toList()));
        boolean limited = last.lower().isPresent() && last.upper().isPresent();
        return sheet.say(
                limited ? "workbook.control.alt.limits" : "workbook.control.alt",
                run.measure(),
                run.cohort(),
                finding(run),
                last.label(),
                last.mean().text(),
                sheet.words().number(last.expected()),
                which,
                last.lower().map(sheet.words()::number).orElse(""),
                last.upper().map(sheet.words()::number).orElse(""));
    }
}
