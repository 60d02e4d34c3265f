package org.evenkeel.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.reports.chart.ChartDrawing;
import org.evenkeel.reports.chart.LogoImage;
import org.evenkeel.reports.model.ChartSection;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.DataTable;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.OnePage;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.reports.model.SizeTable;
import org.evenkeel.reports.model.Sparkline;
import org.evenkeel.reports.model.TermReport;
import org.evenkeel.reports.model.ThemeSection;
import org.evenkeel.reports.pdf.PageFit.Block;
import org.evenkeel.reports.words.Words;

/** What the template needs beside the report: where pages break, how tall charts are, and tables in the shape of a page. */
public final class PageView {
    private static final String WEEKS = "weeks";

    private static final int MOST_WIDE_COLUMNS = 5;

    private static final int LOGO_WIDTH = 260;
    private static final int LOGO_HEIGHT = 84;

    private static final Pattern LONG_WORD = Pattern.compile("\\S{33,}");

    private final TermReport report;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final Map<String, PageFit.Place> places;

    private final PageSize size;

    private PageView(TermReport report, PageSize size) {
        this.report = report;
        this.size = size;
        this.places = PageFit.places(blocks(), size);
        report.overview()
                .charts()
                .forEach(chart -> places.put(chart.id(), PageFit.flowing(chart, report.overview(), size)));
        for (ChartSpec chart : report.charts()) {
            int height = place(chart.id()).height();
            drawings.put(
                    chart.id(),
                    new Drawing(
                            ChartDrawing.of(chart, words(), ChartDrawing.PAGE_WIDTH, height),
                            ChartDrawing.PAGE_WIDTH,
                            height));
        }
        report.onePage().headlines().stream()
                .map(OnePage.Headline::sparkline)
                .filter(Sparkline::isDrawable)
                .forEach(spark -> drawings.put(spark.id(), new Drawing(ChartDrawing.of(spark), 84, 15)));
    }

    static PageView of(TermReport report, PageSize size) {
        return new PageView(report, size);
    }

    /** The report that is drawn. */
    public TermReport report() {
        return report;
    }

    /** How things are said in it. */
    public Words words() {
        return report.words();
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
        section(WEEKS, report.weeks()).ifPresent(blocks::add);
        for (int i = 0; i < report.response().sources().size(); i++) {
            SourceResponse source = report.response().sources().get(i);
            int head = (i == 0 ? 44 : 0) + 72 + (source.charts().isEmpty() ? PageFit.tableHeight(source.table()) : 0);
            blocks.add(Block.of("response/" + source.id(), head, source.charts()));
        }
        return blocks;
    }

    private static Optional<Block> section(String id, ChartSection section) {
        return section.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.of(id, PageFit.head(section), section.charts()));
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

    /** The class for the section on weeks. */
    public String weeksBreak() {
        return breakBefore(WEEKS);
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
        return groups.subList(0, OnePageFit.groups(report.onePage(), size, words()));
    }

    /** How many groups the summary leaves to the list that has them all. */
    public int furtherGroups() {
        return report.onePage().groups().size() - firstGroups().size();
    }

    /** The groups that the summary leaves out, counted in a sentence. */
    public String moreGroups() {
        return words().count("page.document.groups-left", furtherGroups());
    }

    /** The school's logo. */
    public Optional<LogoImage> logo() {
        return LogoImage.of(report.cover().appearance().presentation());
    }

    /** The logo's size on the cover, as CSS. */
    public String logoSize() {
        LogoImage.Size fitted = logo().orElseThrow().within(LOGO_WIDTH, LOGO_HEIGHT);
        return "width:" + fitted.width() + "px;height:" + fitted.height() + "px";
    }

    /** The stylesheet with this report's running heads. */
    public String styles() {
        return Stylesheet.of(report.cover(), size, words());
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
        return Grids.pieces(table, words());
    }

    /** The grids behind these charts, in pieces that fit the page's width. */
    public List<Grids.Grid> grids(List<ChartSpec> charts) {
        return charts.stream()
                .map(ChartSpec::table)
                .filter(table -> table.layout() != DataTable.Layout.AMONG_FIGURES)
                .flatMap(table -> Grids.of(table, words()).stream())
                .toList();
    }

    /** How large changes are, in the shape of a page. */
    public Grids.Grid grid(SizeTable table) {
        return Grids.of(table, words());
    }

    /** Numbers that belong to the table of all figures of a measure as a whole. */
    public List<String> notes(MeasureSection measure) {
        return measure.charts().stream()
                .map(ChartSpec::table)
                .filter(table -> table.layout() == DataTable.Layout.AMONG_FIGURES)
                .flatMap(table -> table.notes().stream())
                .distinct()
                .toList();
    }

    /** Whether columns are so few that a value and its interval stand in one line. */
    public boolean isWide(FigureTable piece) {
        return piece.columns().size() <= MOST_WIDE_COLUMNS;
    }

    /** The class for a table of figures: wide columns take what their words ask, narrow ones share alike. */
    public String shape(FigureTable piece) {
        return isWide(piece) ? "list" : "kinds";
    }

    /** The class for a cell: words may break over lines, numbers may not. */
    public String wraps(FigureTable piece, Optional<Reading> reading) {
        boolean hasWords = reading.filter(found -> !found.isShown()).isPresent();
        return isWide(piece) || hasWords ? "mixed" : "";
    }

    /** How values of a unit are headed. */
    public String unit(FigureTable.Column column) {
        return switch (column.unit()) {
            case "respondents" -> words().text("page.unit.people");
            case "coefficient" -> words().text("page.unit.coefficient");
            default -> words().unit(column.unit());
        };
    }
}
