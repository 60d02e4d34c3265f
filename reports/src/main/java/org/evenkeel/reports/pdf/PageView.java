package org.evenkeel.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.reports.chart.ChartDrawing;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.DataTable;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.LineChart;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.reports.model.Sparkline;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.ThemeSection;
import org.evenkeel.reports.pdf.PageFit.Block;

/** What the template needs beside the report: where pages break, how tall charts are, and tables in the shape of a page. */
public final class PageView {
    private static final int MOST_COLUMNS = 6;

    private static final Pattern LONG_WORD = Pattern.compile("\\S{33,}");

    private final TermReport report;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final Map<String, PageFit.Place> places;

    private PageView(TermReport report) {
        this.report = report;
        this.places = PageFit.places(blocks());
        for (ChartSpec chart : report.charts()) {
            int height = place(chart.id()).height();
            drawings.put(
                    chart.id(),
                    new Drawing(
                            ChartDrawing.of(chart, ChartDrawing.PAGE_WIDTH, height), ChartDrawing.PAGE_WIDTH, height));
        }
        report.onePage().headlines().stream()
                .map(OnePage.Headline::sparkline)
                .filter(Sparkline::isDrawable)
                .forEach(spark -> drawings.put(spark.id(), new Drawing(ChartDrawing.of(spark), 84, 15)));
    }

    static PageView of(TermReport report) {
        return new PageView(report);
    }

    /** The report that is drawn. */
    public TermReport report() {
        return report;
    }

    Map<String, Drawing> drawings() {
        return drawings;
    }

    // ---- where pages break

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (ThemeSection theme : report.themes()) {
            for (int i = 0; i < theme.measures().size(); i++) {
                MeasureSection measure = theme.measures().get(i);
                blocks.add(Block.of(measure.key(), PageFit.head(measure, i == 0), measure.charts()));
            }
        }
        for (int i = 0; i < report.response().sources().size(); i++) {
            SourceResponse source = report.response().sources().get(i);
            int head = (i == 0 ? 44 : 0) + 72 + (source.charts().isEmpty() ? PageFit.tableHeight(source.table()) : 0);
            blocks.add(Block.of("response/" + source.id(), head, source.charts()));
        }
        return blocks;
    }

    private PageFit.Place place(String id) {
        PageFit.Place place = places.get(id);
        if (place == null) {
            throw new IllegalStateException("No place was found for " + id);
        }
        return place;
    }

    /** The CSS class that starts a new page where the block or chart does, and nothing elsewhere. */
    public String breakBefore(String id) {
        return place(id).startsPage() ? "newpage" : "";
    }

    /** The class for the first measure of a theme: its page break stands before the theme's own heading. */
    public String breakBefore(ThemeSection theme) {
        return breakBefore(theme.measures().get(0).key());
    }

    /** The class for a measure that is not the first of its theme. */
    public String breakBefore(ThemeSection theme, MeasureSection measure) {
        return theme.measures().get(0).equals(measure) ? "" : breakBefore(measure.key());
    }

    /** The classes a measure's heading starts with. */
    public String measureStart(ThemeSection theme, MeasureSection measure) {
        return theme.measures().get(0).equals(measure) ? "" : "measure-next " + breakBefore(theme, measure);
    }

    /** The class for a source that is not the first. */
    public String breakBefore(SourceResponse source) {
        return report.response().sources().get(0).equals(source) ? "" : breakBefore("response/" + source.id());
    }

    /** The class for the section on who answered. */
    public String responseBreak() {
        List<SourceResponse> sources = report.response().sources();
        return sources.isEmpty() ? "" : breakBefore("response/" + sources.get(0).id());
    }

    /** The class for a chart that goes to the top of a page of its own. */
    public String chartBreak(ChartSpec chart) {
        return breakBefore(chart.id());
    }

    /** The chart's size on the page, as CSS. */
    public String size(String drawing) {
        Drawing found = drawings.get(drawing);
        if (found == null) {
            throw new IllegalStateException("No drawing was made for " + drawing);
        }
        return "width:" + found.width() + "px;height:" + found.height() + "px";
    }

    // ---- the first pages

    /** The words with places to break a line inside long hashes. */
    public String breakable(String words) {
        return LONG_WORD.matcher(words).replaceAll(match -> match.group().replaceAll("(.{16})(?=.)", "$1\u200B"));
    }

    /** The groups for which the one-page summary has room, the first of them always. */
    public List<OnePage.Group> firstGroups() {
        List<OnePage.Group> groups = report.onePage().groups();
        return groups.subList(0, OnePageFit.groups(report.onePage()));
    }

    /** How many groups the summary leaves to the list that has them all. */
    public int furtherGroups() {
        return report.onePage().groups().size() - firstGroups().size();
    }

    /** The groups that the summary leaves out, counted in a sentence. */
    public String moreGroups() {
        int more = furtherGroups();
        return more == 1 ? "1 more group is in the full list." : more + " more groups are in the full list.";
    }

    /** The stylesheet with this report's running heads. */
    public String styles() {
        return Stylesheet.of(report.cover());
    }

    /** The name of an anchor for any key. */
    public String anchor(String key) {
        StringBuilder name = new StringBuilder("m-");
        key.codePoints()
                .forEach(letter -> name.append(
                        Character.isLetterOrDigit(letter) && letter < 128
                                ? Character.toString(letter)
                                : "-" + Integer.toHexString(letter)));
        return name.toString();
    }

    // ---- tables in the shape of a page

    /** A table of figures in pieces that fit the page's width. */
    public List<FigureTable> pieces(FigureTable table) {
        if (table.columns().size() <= MOST_COLUMNS + 1) {
            return List.of(table);
        }
        List<FigureTable> pieces = new ArrayList<>();
        for (int from = 0; from < table.columns().size(); from += MOST_COLUMNS) {
            pieces.add(table.columns(from, Math.min(table.columns().size(), from + MOST_COLUMNS)));
        }
        return pieces;
    }

    /** Figures over periods as a grid: a row per period, a column per group. */
    public record PeriodGrid(String id, String title, List<String> cohorts, List<PeriodRow> rows) {}

    /** The groups' figures in one period; empty where there is none. */
    public record PeriodRow(String period, List<Optional<DataTable.Row>> cells) {}

    /** The grids behind the lines of a measure. */
    public List<PeriodGrid> grids(MeasureSection measure) {
        return measure.charts().stream()
                .flatMap(chart -> chart.match(Optional::of, dots -> Optional.<LineChart>empty()).stream())
                .map(line -> grid(line))
                .toList();
    }

    private static PeriodGrid grid(LineChart chart) {
        DataTable table = chart.table();
        List<String> cohorts =
                chart.series().stream().map(LineChart.Series::name).toList();
        List<PeriodRow> rows = new ArrayList<>();
        for (String period : chart.periods()) {
            rows.add(new PeriodRow(
                    period,
                    cohorts.stream()
                            .map(cohort -> table.rows().stream()
                                    .filter(row -> row.period().equals(period)
                                            && row.cohort().equals(cohort))
                                    .findFirst())
                            .toList()));
        }
        return new PeriodGrid(table.id(), table.title(), cohorts, rows);
    }

    /** The respondents behind a figure, as words beside it. */
    public String respondents(DataTable.Row row) {
        return row.respondents()
                .filter(Reading::isShown)
                .map(reading -> reading.text() + " respondents")
                .orElse("");
    }

    /** The class for a cell: words may break over lines, numbers may not. */
    public String wraps(Optional<Reading> reading) {
        return reading.filter(found -> !found.isShown()).isPresent() ? "mixed" : "";
    }

    /** How values of a unit are headed. */
    public String unit(FigureTable.Column column) {
        return switch (column.unit()) {
            case "percent" -> "percent";
            case "respondents" -> "people";
            case "coefficient" -> "0 to 1";
            default -> column.unit();
        };
    }
}
