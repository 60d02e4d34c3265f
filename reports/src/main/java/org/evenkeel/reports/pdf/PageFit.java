package org.evenkeel.reports.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.reports.chart.ChartDrawing;
import org.evenkeel.reports.chart.Typeface;
import org.evenkeel.reports.model.ChartSection;
import org.evenkeel.reports.model.ChartSpec;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.MeasureSection;
import org.evenkeel.reports.model.MeasureSection.KeyFigure;
import org.evenkeel.reports.model.PageSize;
import org.evenkeel.reports.model.Reading;

/** Lays blocks of charts on pages so that none is half empty: packs at the least heights, then lets charts grow into what is left. */
final class PageFit {
    private static final int WIDTH = ChartDrawing.PAGE_WIDTH;
    private static final int BLOCK_GAP = 26;
    private static final int KEY_GAP = 10;

    private PageFit() {}

    /** A heading with words, then charts, to be kept together as far as a page allows. */
    record Block(String id, int head, List<Part> parts) {
        static Block of(String id, int head, List<ChartSpec> charts) {
            return new Block(
                    id,
                    head,
                    charts.stream()
                            .map(chart -> new Part(
                                    chart.id(),
                                    words(chart),
                                    ChartDrawing.leastHeight(chart),
                                    ChartDrawing.mostHeight(chart)))
                            .toList());
        }

        /** The least height of what must not be parted: the words and the first chart. */
        int opening() {
            return head + parts.stream().limit(1).mapToInt(Part::least).sum();
        }
    }

    /** A chart: the height of its words, and the least and most height of its drawing. */
    record Part(String id, int words, int leastDrawing, int mostDrawing) {
        int least() {
            return words + leastDrawing;
        }
    }

    /** Whether something starts a page, and the height of its drawing. */
    record Place(Page page, int height) {
        boolean startsPage() {
            return page == Page.NEW;
        }
    }

    /** Whether something starts a page or follows on. */
    enum Page {
        NEW,
        SAME
    }

    /** How much height a page has for what is printed, in CSS pixels. */
    static int room(PageSize size) {
        return switch (size) {
            case A4 -> 948;
            case LETTER -> 890;
        };
    }

    /** Places for all blocks and their charts on pages of the size. */
    static Map<String, Place> places(List<Block> blocks, PageSize size) {
        int pageHeight = room(size);
        Map<String, Place> places = new HashMap<>();
        List<Part> onPage = new ArrayList<>();
        int used = pageHeight;
        boolean first = true;
        for (Block block : blocks) {
            int gap = first || used == 0 ? 0 : BLOCK_GAP;
            boolean fits = !first && used + gap + block.opening() <= pageHeight;
            if (!fits) {
                grow(onPage, pageHeight - used, places);
                onPage.clear();
                used = 0;
                gap = 0;
            }
            places.put(block.id(), new Place(fits ? Page.SAME : Page.NEW, 0));
            used += gap + block.head();
            boolean headOnly = true;
            for (Part part : block.parts()) {
                Page page = Page.SAME;
                if (used + part.least() > pageHeight && !headOnly) {
                    grow(onPage, pageHeight - used, places);
                    onPage.clear();
                    used = 0;
                    page = Page.NEW;
                }
                places.put(part.id(), new Place(page, part.leastDrawing()));
                onPage.add(part);
                used += part.least();
                headOnly = false;
            }
            first = false;
        }
        grow(onPage, pageHeight - used, places);
        return places;
    }

    private static void grow(List<Part> parts, int room, Map<String, Place> places) {
        int wish = parts.stream()
                .mapToInt(part -> part.mostDrawing() - part.leastDrawing())
                .sum();
        if (room <= 0 || wish <= 0) {
            return;
        }
        double share = Math.min(1, (double) room / wish);
        for (Part part : parts) {
            int more = (int) Math.floor(share * (part.mostDrawing() - part.leastDrawing()));
            places.computeIfPresent(part.id(), (id, place) -> new Place(place.page(), part.leastDrawing() + more));
        }
    }

    /** The place of a chart that follows on where the words before it end. */
    static Place flowing(ChartSpec chart, ChartSection section, PageSize size) {
        int room = room(size) - head(section) - words(chart);
        int wanted = Math.min(room, ChartDrawing.mostHeight(chart));
        return new Place(Page.SAME, Math.max(ChartDrawing.leastHeight(chart), wanted));
    }

    /** The height of a chart's title and subtitle. */
    private static int words(ChartSpec chart) {
        return 16
                + 17 * lines(Typeface.MEDIUM, chart.title(), 14)
                + 14 * lines(Typeface.REGULAR, chart.subtitle(), 11.5);
    }

    /** The height of everything before the first chart of a measure. */
    static int head(MeasureSection measure, boolean opensTheme) {
        int height = opensTheme ? 50 : 0;
        height += 30 * lines(Typeface.MEDIUM, measure.title(), 20);
        height += 17 * lines(Typeface.REGULAR, measure.about(), 12.4);
        height += measure.atRisk()
                .map(rule -> 17 * lines(Typeface.REGULAR, rule, 12.4))
                .orElse(0);
        height += measure.notes().stream()
                .mapToInt(note -> 17 * lines(Typeface.REGULAR, note, 12.4))
                .sum();
        return height + keyHeight(measure.leadingFigures());
    }

    /** The height of the leading figures, which share the width evenly and stand as high as the longest words among them ask. */
    private static int keyHeight(List<KeyFigure> figures) {
        int width = WIDTH / Math.max(1, figures.size()) - KEY_GAP;
        int names = 0;
        int values = 0;
        for (KeyFigure figure : figures) {
            Reading reading = figure.reading();
            names = Math.max(names, 13 * lines(Typeface.REGULAR, figure.name(), 10.5, width));
            int value = reading.isShown() ? 20 : 13 * lines(Typeface.REGULAR, reading.text(), 10.5, width);
            int interval = reading.hasInterval() ? 12 * lines(Typeface.REGULAR, reading.intervalText(), 9.5, width) : 0;
            int note = reading.note()
                    .map(words -> 12 * lines(Typeface.REGULAR, words, 9.5, width))
                    .orElse(0);
            values = Math.max(values, value + interval + note);
        }
        return figures.isEmpty() ? 0 : 16 + names + values;
    }

    /** The height of everything before the first chart of a section of its own. */
    static int head(ChartSection section) {
        return 48
                + section.paragraphs().stream()
                        .mapToInt(words -> 7 + 19 * lines(Typeface.REGULAR, words, 13))
                        .sum();
    }

    /** The height of a table of figures. */
    static int tableHeight(FigureTable table) {
        return 60 + 36 * table.rows().size();
    }

    private static int lines(Typeface face, String words, double size) {
        return lines(face, words, size, WIDTH - 14);
    }

    private static int lines(Typeface face, String words, double size, int width) {
        return face.wrapped(words, size, width, 12).size();
    }
}
