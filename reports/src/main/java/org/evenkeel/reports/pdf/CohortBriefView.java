package org.evenkeel.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.chart.ChartDrawing;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.CohortBrief;
import org.evenkeel.reports.model.DotChart;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.sql.release.ReleasePresentation.Contact;
import org.evenkeel.sql.release.ReleasePresentation.Purpose;

/** What the template of a brief needs beside the brief: how much of it two pages have room for, and words cut to their places. */
public final class CohortBriefView {
    private static final int WIDTH = ChartDrawing.PAGE_WIDTH;
    private static final int LEVEL_WIDTH = 62;
    private static final int MEASURE_WIDTH = 176;
    private static final int READING_WIDTH = 118;
    private static final int WORDS_WIDTH = 124;
    private static final int HEADING = 34;
    private static final int MORE = 22;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_FLAGS = 6;
    private static final int MOST_UNSAID = 5;
    private static final int MOST_ANSWERS = 4;
    private static final int MOST_CONTACTS = 5;

    private final CohortBrief brief;
    private final PageSize size;
    private final Map<String, Drawing> drawings = new LinkedHashMap<>();
    private final List<ChartSpec> charts = new ArrayList<>();
    private final int flags;
    private final int rows;

    /**
     * @param brief the brief
     * @param size the paper
     * @param share how much of the room of each page to reckon with
     */
    CohortBriefView(CohortBrief brief, PageSize size, double share) {
        this.brief = brief;
        this.size = size;
        int room = (int) (PageFit.room(size) * share);
        int free = room
                - head()
                - HEADING * 3
                - tableHead()
                - unsaid().stream()
                        .mapToInt(words -> 4 + 18 * lines(words, 12.5, WIDTH - 20))
                        .sum();
        int leastTable =
                brief.rows().stream().limit(LEAST_ROWS).mapToInt(this::height).sum();
        this.flags = flags(free - leastTable);
        int left = free
                - (brief.flags().isEmpty()
                        ? 26
                        : brief.flags().stream()
                                .limit(flags)
                                .mapToInt(this::height)
                                .sum());
        if (flags < brief.flags().size()) {
            left -= MORE;
        }
        int all = rows(left);
        this.rows = all < brief.rows().size() ? rows(left - MORE) : all;
        place(room - HEADING - text() - MORE);
    }

    // ---- what fits

    private int head() {
        return 20
                + 33 * heading().size()
                + 24
                + 22 * lines(line(), 13, WIDTH)
                + HEADING
                + answers().stream()
                        .mapToInt(answer -> 4 + 18 * lines(answer.sentence() + " F00000, F00000", 12.5, WIDTH))
                        .sum();
    }

    private int tableHead() {
        return 8 + 15 * Math.max(2, lines(changeHead(), 11, READING_WIDTH - 8));
    }

    private int flags(int room) {
        int left = room;
        int fitting = 0;
        for (CohortBrief.Flag flag : brief.flags()) {
            left -= height(flag);
            if (fitting == MOST_FLAGS || (fitting > 0 && left < 0)) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    private int height(CohortBrief.Flag flag) {
        return 9
                + 16
                        * lines(
                                sentence(flag) + " " + flag.status() + " " + String.join(", ", flag.evidence()),
                                12,
                                WIDTH - LEVEL_WIDTH - 14);
    }

    private int rows(int room) {
        int left = room;
        int fitting = 0;
        for (CohortBrief.Row row : brief.rows()) {
            left -= height(row);
            if (fitting > 0 && left < 0) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    private int height(CohortBrief.Row row) {
        int name = measure(row).size() * 16 + 13 * lines(row.scale(), 9.5, MEASURE_WIDTH - 10);
        int mean = reading(row.mean());
        int change = reading(row.change());
        int words = 16 * lines(row.inWords().text(), 12, WORDS_WIDTH - 8);
        return 8 + Math.max(Math.max(name, words), Math.max(mean, change));
    }

    private static int reading(Optional<Reading> reading) {
        return reading.map(found ->
                        16 * lines(found.textWithInterval(), 12, READING_WIDTH - 8) + (found.isShown() ? 13 : 0))
                .orElse(16);
    }

    /** The height of everything on the second page but its charts. */
    private int text() {
        int height = HEADING + 24;
        for (String key : howToRead()) {
            height += 4 + 17 * lines(key, 12, WIDTH - 20);
        }
        if (!brief.contacts().isEmpty()) {
            height += HEADING
                    + MORE
                    + contacts().stream()
                            .mapToInt(contact -> 6 + 17 * contact(contact).size())
                            .sum();
        }
        return height + 16 * lines(source(), 11, WIDTH);
    }

    private void place(int room) {
        int used = 0;
        List<Integer> heights = new ArrayList<>();
        for (ChartSpec chart : brief.charts()) {
            int height = least(chart);
            int least = words(chart) + height;
            if (used + least > room) {
                break;
            }
            used += least;
            charts.add(chart);
            heights.add(height);
        }
        int wish = 0;
        for (int i = 0; i < charts.size(); i++) {
            wish += most(charts.get(i)) - heights.get(i);
        }
        double grown = wish <= 0 ? 0 : Math.max(0, Math.min(1, (double) (room - used) / wish));
        for (int i = 0; i < charts.size(); i++) {
            int height = heights.get(i) + (int) Math.floor(grown * (most(charts.get(i)) - heights.get(i)));
            ChartSpec chart = charts.get(i);
            drawings.put(chart.id(), new Drawing(ChartDrawing.of(chart, brief.words(), WIDTH, height), WIDTH, height));
        }
    }

    /** Rows of dots at their least stand too close to be read at ease. */
    private static int least(ChartSpec chart) {
        int least = ChartDrawing.leastHeight(chart);
        return chart instanceof DotChart ? (least + most(chart)) / 2 : least;
    }

    private static int most(ChartSpec chart) {
        return Math.max(ChartDrawing.leastHeight(chart), ChartDrawing.mostHeight(chart));
    }

    private static int words(ChartSpec chart) {
        return 12 + 18 * lines(chart.title(), 14, WIDTH - 14) + 15 * lines(chart.subtitle(), 11.5, WIDTH - 14);
    }

    private static int lines(String words, double size, int width) {
        return Typeface.MEDIUM.wrapped(words, size, width, 40).size();
    }

    private static String cut(String words, double size, int width, int most) {
        return String.join(" ", Typeface.MEDIUM.wrapped(words, size, width, most));
    }

    // ---- what is printed

    /** The brief that is drawn. */
    public CohortBrief brief() {
        return brief;
    }

    Map<String, Drawing> drawings() {
        return drawings;
    }

    /** A sentence of the brief's language. */
    public String words(String key) {
        return brief.words().text(key);
    }

    /** The language of the document. */
    public String language() {
        return brief.words().locale().toLanguageTag();
    }

    /** The document's title, not endless. */
    public String title() {
        return cut(brief.title(), 12, 900, 1);
    }

    /** The group's name in at most two lines. */
    public List<String> heading() {
        return Typeface.MEDIUM.wrapped(brief.name(), 26, WIDTH - 10, 2);
    }

    /** School, term and division below the name. */
    public String line() {
        String school = brief.words()
                .text(
                        "brief.line",
                        cut(brief.cover().school(), 13, WIDTH - 180, 1),
                        brief.cover().subject());
        return brief.words().text("brief.line", school, cut(brief.division(), 13, WIDTH - 60, 1));
    }

    /** Up to when answers count. */
    public String basis() {
        return brief.words().text("brief.basis", brief.cover().asOfText());
    }

    /** Who answered the first sources. */
    public List<CohortBrief.Answer> answers() {
        return brief.answered()
                .subList(0, Math.min(MOST_ANSWERS, brief.answered().size()));
    }

    /** The flags for which there is room. */
    public List<CohortBrief.Flag> shownFlags() {
        return brief.flags().subList(0, flags);
    }

    /** The look of a level, as a class. */
    public String badge(CohortBrief.Flag flag) {
        return switch (flag.level()) {
            case RED -> "badge-red";
            case AMBER -> "badge-amber";
            case GREY -> "badge-grey";
        };
    }

    /** Why, not endless. */
    public String sentence(CohortBrief.Flag flag) {
        return cut(flag.sentence(), 12, WIDTH - LEVEL_WIDTH - 20, 4);
    }

    /** How many flags are left to the term report, in a sentence; empty where none is. */
    public String moreFlags() {
        return more("brief.flags.more", brief.flags().size() - flags);
    }

    /** The measures for which there is room. */
    public List<CohortBrief.Row> shownRows() {
        return brief.rows().subList(0, rows);
    }

    /** How many measures are left to the term report, in a sentence; empty where none is. */
    public String moreRows() {
        return more("brief.measures.more", brief.rows().size() - rows);
    }

    /** The head of the column with changes. */
    public String changeHead() {
        return brief.before()
                .map(before -> brief.words().text("brief.measures.change", before))
                .orElseGet(() -> words("brief.measures.change.first"));
    }

    /** A measure's title in at most two lines. */
    public List<String> measure(CohortBrief.Row row) {
        return Typeface.MEDIUM.wrapped(row.measure(), 12, MEASURE_WIDTH - 10, 2);
    }

    /** The class of words that say something clear. */
    public String weight(CohortBrief.Row row) {
        return switch (row.inWords().weight()) {
            case CLEAR -> "clear";
            case OPEN -> "soft";
        };
    }

    /** What cannot be said, each in at most three lines. */
    public List<String> unsaid() {
        List<String> all = brief.unsaid();
        List<String> said = new ArrayList<>(all.subList(0, Math.min(MOST_UNSAID, all.size()) - 1));
        said.add(all.get(all.size() - 1));
        return said.stream().map(sentence -> cut(sentence, 12.5, WIDTH - 30, 3)).toList();
    }

    /** The charts for which there is room. */
    public List<ChartSpec> charts() {
        return List.copyOf(charts);
    }

    /** How many charts are left out, in a sentence; empty where none is. */
    public String moreCharts() {
        return more("brief.charts.more", brief.charts().size() - charts.size());
    }

    /** The chart's size on the page, as CSS. */
    public String size(String chart) {
        Drawing found = drawings.get(chart);
        if (found == null) {
            throw new IllegalStateException("No drawing was made for " + chart);
        }
        return "width:" + found.width() + "px;height:" + found.height() + "px";
    }

    /** How to read it, in three sentences. */
    public List<String> howToRead() {
        return List.of(words("brief.read.interval"), words("brief.read.clear"), words("brief.read.flags"));
    }

    /** The contacts for which there is room. */
    public List<Contact> contacts() {
        return brief.contacts()
                .subList(0, Math.min(MOST_CONTACTS, brief.contacts().size()));
    }

    /** A contact's purpose in words. */
    public String purpose(Contact contact) {
        return words(contact.purpose() == Purpose.CRISIS ? "brief.contacts.crisis" : "brief.contacts.report");
    }

    /** A contact in at most three lines. */
    public List<String> contact(Contact contact) {
        return Typeface.MEDIUM.wrapped(contact.name() + ": " + contact.details(), 12, WIDTH - 180, 3);
    }

    /** How many contacts are left to the term report, in a sentence; empty where none is. */
    public String moreContacts() {
        return more("brief.contacts.more", brief.contacts().size() - contacts().size());
    }

    /** What it was drawn from. */
    public String source() {
        return brief.words()
                .text("brief.source", brief.cover().release(), brief.cover().program());
    }

    private String more(String key, int number) {
        return number == 0 ? "" : brief.words().count(key, number);
    }

    /** The stylesheet with this brief's running heads. */
    public String styles() {
        return Stylesheet.of(brief, size);
    }
}
