package org.evenkeel.reports.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.evenkeel.reports.excel.ChartSeries.Stroke;
import org.evenkeel.reports.excel.ChartSeries.Whiskers;
import org.evenkeel.reports.excel.SheetWriter.Span;
import org.evenkeel.reports.excel.StyleBook.Look;
import org.evenkeel.reports.excel.StyleBook.Tone;
import org.evenkeel.reports.model.Axis;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.DataTable;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.Reading;

/** A chart of the report with the table it is drawn from below it, on one sheet. */
final class ChartBlock {
    /** The columns a block takes. */
    static final int COLUMNS = 12;

    private static final int NAME = 0;
    private static final int CONTEXT = 1;
    private static final int RESPONDENTS = 2;
    private static final int VALUE = 3;
    private static final int WORDS = 6;
    private static final int LABEL = 7;
    private static final int SCHOOL = 8;
    private static final int LONGEST_LABEL = 24;
    private static final int BELOW = 9;
    private static final int ABOVE = 10;
    private static final int FIGURE = 11;
    private static final int CHART_ROWS = 14;
    private static final double ROW_POINTS = 15;
    private static final Span WIDE_WORDS = new Span(WORDS, WORDS + 1);
    private static final List<Palette> COLOURS = List.of(Palette.BLUE, Palette.VERMILLION, Palette.PURPLE);

    private final SheetWriter sheet;
    private final NativeCharts charts;
    private final Map<String, String> kindTitles;

    /**
     * @param sheet where blocks are written
     * @param charts the charts of that sheet
     * @param kindTitles the titles of the kinds of figure, by code
     */
    ChartBlock(SheetWriter sheet, NativeCharts charts, Map<String, String> kindTitles) {
        this.sheet = sheet;
        this.charts = charts;
        this.kindTitles = Map.copyOf(kindTitles);
    }

    /** Lines over terms or weeks, with intervals as error bars. */
    void line(LineChart chart) {
        int places = chart.periods().size();
        sheet.keepTogether(lineHeight(chart));
        int room = sheet.room(CHART_ROWS);
        captions(chart);
        head(chart, sheet.say("workbook.head.group"), sheet.say("workbook.head.period"), "", "");
        Map<String, Reading> respondents = respondents(chart.table());
        int first = sheet.next();
        List<ChartSeries> series = new ArrayList<>();
        for (LineChart.Series line : chart.series()) {
            int start = sheet.next();
            for (int place = 0; place < places; place++) {
                Optional<Reading> reading = line.readings().get(place);
                List<Field> fields = new ArrayList<>();
                fields.add(place == 0 ? Field.label(line.name()) : Field.text(line.name()));
                fields.add(Field.text(period(chart, place)));
                fields.addAll(figure(reading, respondents));
                fields.add(Field.EMPTY);
                fields.add(FigureFields.below(reading));
                fields.add(FigureFields.above(reading));
                fields.add(Field.muted(FigureFields.id(reading)));
                sheet.row(fields, List.of(WIDE_WORDS));
            }
            int end = sheet.next() - 1;
            Palette colour = COLOURS.get(series.size() % COLOURS.size());
            series.add(new ChartSeries(
                    new CellAddress(start, NAME),
                    column(start, end, VALUE),
                    whiskers(line.readings(), start, end),
                    colour,
                    line.emphasis() == LineChart.Emphasis.MAIN ? Stroke.LEADING : Stroke.CONTEXT));
        }
        charts.line(
                frame(chart, room, places <= 6 ? WORDS + 1 : COLUMNS),
                scale(chart.axis(), readings(chart)),
                column(first, first + places - 1, CONTEXT),
                series);
        sheet.gap();
    }

    /** Cohorts as dots with intervals as error bars, beside the school's value as a dashed line. */
    void dots(DotChart chart) {
        List<CohortRow> rows = cohortRows(chart);
        int room = sheet.next();
        int first = cohorts(chart, rows);
        int last = sheet.next() - 1;
        List<ChartSeries> series = new ArrayList<>();
        series.add(new ChartSeries(
                new CellAddress(first - 1, VALUE),
                column(first, last, VALUE),
                whiskers(rows.stream().map(CohortRow::reading).toList(), first, last),
                Palette.BLUE,
                Stroke.DOTS));
        if (chart.school().filter(Reading::isShown).isPresent()) {
            series.add(new ChartSeries(
                    new CellAddress(first - 1, SCHOOL),
                    column(first, last, SCHOOL),
                    Optional.empty(),
                    Palette.GREY,
                    Stroke.REFERENCE));
        }
        charts.dots(
                frame(chart, room, rows.size() <= 6 ? WORDS + 1 : COLUMNS),
                scale(chart.axis(), readings(chart)),
                column(first, last, isLabelled(rows) ? LABEL : NAME),
                series);
        sheet.gap();
    }

    /** Cohorts as columns from zero. */
    void columns(DotChart chart) {
        List<CohortRow> rows = cohortRows(chart);
        int room = sheet.next();
        int first = cohorts(chart, rows);
        int last = sheet.next() - 1;
        ChartSeries series = new ChartSeries(
                new CellAddress(first - 1, VALUE),
                column(first, last, VALUE),
                whiskers(rows.stream().map(CohortRow::reading).toList(), first, last),
                Palette.BLUE,
                Stroke.DOTS);
        charts.columns(
                frame(chart, room, rows.size() <= 6 ? WORDS + 1 : COLUMNS),
                chart.axis().isPercent() ? AxisScale.percent() : AxisScale.fromZero(numbers(readings(chart))),
                column(first, last, isLabelled(rows) ? LABEL : NAME),
                List.of(series));
        sheet.gap();
    }

    /** The height in points that should stay on one page: the chart and the first rows of its table. */
    double lineHeight(LineChart chart) {
        return height(chart.periods().size() * chart.series().size());
    }

    /** The height in points that should stay on one page: the chart and the first rows of its table. */
    double dotsHeight(DotChart chart) {
        return height(chart.rows() + 1);
    }

    private static double height(int rows) {
        return CHART_ROWS * SheetWriter.CHART_ROW_HEIGHT + 50 + ROW_POINTS * Math.min(rows, 6);
    }

    /** A cohort as a row of the table below a chart. */
    private record CohortRow(String name, String grouping, Optional<Reading> reading, String standing) {}

    private List<CohortRow> cohortRows(DotChart chart) {
        List<CohortRow> rows = new ArrayList<>();
        chart.school()
                .ifPresent(school -> rows.add(new CohortRow(name(chart.table(), school), "", Optional.of(school), "")));
        for (DotChart.Group group : chart.groups()) {
            for (DotChart.Row row : group.rows()) {
                rows.add(new CohortRow(row.name(), group.name(), Optional.of(row.reading()), standing(row)));
            }
        }
        return rows;
    }

    private String name(DataTable table, Reading reading) {
        return table.rows().stream()
                .filter(row -> row.reading().id().equals(reading.id()))
                .findFirst()
                .map(DataTable.Row::cohort)
                .orElse(sheet.say("workbook.head.school"));
    }

    private String standing(DotChart.Row row) {
        if (!row.reading().isShown()) {
            return row.reading().text();
        }
        return words(row.standing());
    }

    private String words(Standing standing) {
        return switch (standing) {
            case ALONGSIDE -> "";
            case ABOVE -> sheet.say("workbook.above");
            case BELOW -> sheet.say("workbook.below");
        };
    }

    /** Whether some name is too long to stand below an axis, so that the chart takes its names from a column of short ones. */
    private static boolean isLabelled(List<CohortRow> rows) {
        return rows.stream().anyMatch(row -> row.name().length() > LONGEST_LABEL);
    }

    /** The names as they stand below an axis; where two would be cut to the same words, the later one gets its number. */
    private static List<String> labels(List<CohortRow> rows) {
        List<String> labels = new ArrayList<>();
        for (CohortRow row : rows) {
            String name = row.name();
            String cut = name.length() <= LONGEST_LABEL
                    ? name
                    : name.substring(
                                            0,
                                            name.offsetByCodePoints(
                                                    0,
                                                    Math.min(LONGEST_LABEL - 6, name.codePointCount(0, name.length()))))
                                    .strip()
                            + "…";
            String label = cut;
            for (int number = 2; labels.contains(label); number++) {
                label = cut + " " + number;
            }
            labels.add(label);
        }
        return labels;
    }

    /** Writes room, captions and table, and returns the first row of the table's body. */
    private int cohorts(DotChart chart, List<CohortRow> rows) {
        sheet.keepTogether(dotsHeight(chart));
        sheet.room(CHART_ROWS);
        captions(chart);
        head(
                chart,
                sheet.say("workbook.head.cohort"),
                sheet.say("workbook.head.grouping"),
                isLabelled(rows) ? sheet.say("workbook.head.label") : "",
                sheet.say("workbook.head.school"));
        Map<String, Reading> respondents = respondents(chart.table());
        boolean labelled = isLabelled(rows);
        List<String> labels = labels(rows);
        int first = sheet.next();
        for (CohortRow row : rows) {
            List<Field> fields = new ArrayList<>();
            fields.add(Field.label(row.name()));
            fields.add(Field.text(row.grouping()));
            fields.addAll(figure(row.reading(), respondents).subList(0, 4));
            fields.add(Field.muted(row.standing().isEmpty() ? FigureFields.words(row.reading()) : row.standing()));
            fields.add(labelled ? Field.muted(labels.get(sheet.next() - first)) : Field.EMPTY);
            fields.add(FigureFields.value(chart.school(), Tone.QUIET));
            fields.add(FigureFields.below(row.reading()));
            fields.add(FigureFields.above(row.reading()));
            fields.add(Field.muted(FigureFields.id(row.reading())));
            sheet.row(fields, labelled ? List.of() : List.of(WIDE_WORDS));
        }
        return first;
    }

    private void captions(ChartSpec chart) {
        StringBuilder caption = new StringBuilder(sheet.say("workbook.caption", chart.id(), chart.subtitle()));
        if (hasIntervals(chart)) {
            caption.append(" ").append(sheet.say("workbook.caption.intervals"));
        }
        if (chart instanceof LineChart line && !line.shades().isEmpty()) {
            caption.append(" ").append(sheet.say("workbook.caption.shades"));
        }
        sheet.prose(caption.toString(), Look.SECTION_NOTE);
        sheet.tableTitle(chart.table().id() + ". " + chart.table().title());
    }

    private static boolean hasIntervals(ChartSpec chart) {
        return readings(chart).stream().anyMatch(Reading::hasInterval);
    }

    /** The head of a chart's table; without intervals the columns for them stay unnamed. */
    private void head(ChartSpec chart, String name, String context, String label, String school) {
        boolean intervals = hasIntervals(chart);
        sheet.head(
                List.of(
                        name,
                        context,
                        sheet.say("workbook.head.respondents"),
                        valueTitle(chart),
                        intervals ? sheet.say("workbook.head.lower") : "",
                        intervals ? sheet.say("workbook.head.upper") : "",
                        sheet.say("workbook.head.words"),
                        label,
                        school,
                        intervals ? sheet.say("workbook.head.down") : "",
                        intervals ? sheet.say("workbook.head.up") : "",
                        sheet.say("workbook.head.figure")),
                List.of(RESPONDENTS, VALUE, VALUE + 1, VALUE + 2, SCHOOL, BELOW, ABOVE),
                List.of(WORDS, FIGURE));
    }

    /** Respondents, value, lower, upper, words, and the empty cell that the words may run into. */
    private List<Field> figure(Optional<Reading> reading, Map<String, Reading> respondents) {
        Optional<Reading> count = reading.flatMap(figure -> Optional.ofNullable(respondents.get(figure.id())));
        return List.of(
                FigureFields.value(count, Tone.REGULAR),
                FigureFields.value(reading, Tone.STRONG),
                FigureFields.lower(reading),
                FigureFields.upper(reading),
                Field.muted(reading.isPresent() ? FigureFields.words(reading) : sheet.say("workbook.figure.none")),
                Field.EMPTY);
    }

    private static Map<String, Reading> respondents(DataTable table) {
        Map<String, Reading> found = new HashMap<>();
        for (DataTable.Row row : table.rows()) {
            row.respondents().ifPresent(count -> found.put(row.reading().id(), count));
        }
        return found;
    }

    private static String period(LineChart chart, int place) {
        return chart.shades().stream()
                .filter(shade -> shade.first() <= place && place <= shade.last())
                .findFirst()
                .map(shade -> chart.periods().get(place) + ", " + shade.label().toLowerCase(Locale.ROOT))
                .orElse(chart.periods().get(place));
    }

    private String valueTitle(ChartSpec chart) {
        return readings(chart).stream()
                .findFirst()
                .map(reading -> kindTitles.getOrDefault(reading.kind(), reading.kind()))
                .orElse(sheet.say("workbook.head.value"));
    }

    private static List<Reading> readings(ChartSpec chart) {
        List<Reading> readings = new ArrayList<>();
        if (chart instanceof LineChart line) {
            line.series().forEach(series -> series.readings().forEach(reading -> reading.ifPresent(readings::add)));
        } else if (chart instanceof DotChart dots) {
            dots.school().ifPresent(readings::add);
            dots.groups().forEach(group -> group.rows().forEach(row -> readings.add(row.reading())));
        }
        return readings;
    }

    private static List<BigDecimal> numbers(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> Stream.of(reading.value(), reading.lower(), reading.upper()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static AxisScale scale(Axis axis, List<Reading> readings) {
        return AxisScale.around(numbers(readings), axis.lowest(), axis.highest());
    }

    private ChartFrame frame(ChartSpec chart, int row, int endColumn) {
        return new ChartFrame(
                chart.title(),
                chart.alternative(),
                sheet.say("workbook.axis", valueTitle(chart), chart.axis().unit()),
                0,
                row,
                endColumn,
                row + CHART_ROWS);
    }

    private static Optional<Whiskers> whiskers(List<Optional<Reading>> readings, int first, int last) {
        return readings.stream().flatMap(Optional::stream).anyMatch(Reading::hasInterval)
                ? Optional.of(new Whiskers(column(first, last, BELOW), column(first, last, ABOVE)))
                : Optional.empty();
    }

    private static CellRangeAddress column(int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column);
    }
}
