package org.evenkeel.reports.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.reports.model.DataTable;
import org.evenkeel.reports.model.DataTable.Layout;
import org.evenkeel.reports.model.FigureTable;
import org.evenkeel.reports.model.FigureTable.Piece;
import org.evenkeel.reports.model.Reading;
import org.evenkeel.reports.model.SizeTable;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.ReleaseChangeSize.Size;

/** Tables of the model in the shape of a page: rows, columns, and pieces that fit across. */
public final class Grids {
    private static final int MOST_COLUMNS = 6;
    private static final int MOST_UNBROKEN = 34;
    private static final int MOST_KEPT_TOGETHER = 8;

    private Grids() {}

    /**
     * A table as it is printed.
     *
     * @param id the table's number, the same for every piece of it
     * @param title its title
     * @param corner what its rows are
     * @param columns heads of its columns
     * @param rows its rows
     * @param notes sentences below it
     * @param shape how its columns share the width
     * @param isFirst whether this is the piece with the table's own title, to which its number leads
     */
    public record Grid(
            String id,
            String title,
            String corner,
            List<String> columns,
            List<Line> rows,
            List<String> notes,
            Shape shape,
            boolean isFirst) {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }

        /** Whether it is so short that a page break within it would only hide it. */
        public boolean isKeptTogether() {
            return rows.size() <= MOST_KEPT_TOGETHER;
        }
    }

    /** How columns share the width of a page. */
    public enum Shape {
        /** As their words ask. */
        LIST,
        /** All alike. */
        EVEN
    }

    /** A row and its cells, one for each column. */
    public record Line(String name, List<Optional<Cell>> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A value.
     *
     * @param text the value in words and digits
     * @param small what stands beside it: respondents, ids
     * @param wraps whether the words may break over lines
     */
    public record Cell(String text, String small, Wrap wraps) {}

    /** Whether words may break over lines. */
    public enum Wrap {
        WORDS,
        NEVER
    }

    /** A table of figures in pieces that fit the page's width: kinds that many groups have, then those of single ones. */
    static List<FigureTable> pieces(FigureTable table, Words words) {
        List<FigureTable> pieces = new ArrayList<>();
        Stream.concat(across(table.ofMany()), across(table.ofOne()))
                .forEach(across ->
                        pieces.add(table.columns(across, pieces.isEmpty() ? Piece.FIRST : Piece.FURTHER, words)));
        return pieces;
    }

    /** Places in runs of about the same length, none longer than a page is wide. */
    private static Stream<List<Integer>> across(List<Integer> places) {
        int pieces = (places.size() + MOST_COLUMNS) / (MOST_COLUMNS + 1);
        int each = (places.size() + pieces - 1) / Math.max(1, pieces);
        return IntStream.range(0, pieces)
                .mapToObj(piece -> places.subList(piece * each, Math.min(places.size(), (piece + 1) * each)));
    }

    /** How large changes are, as it is printed. */
    static Grid of(SizeTable table, Words words) {
        return new Grid(
                table.id(),
                table.title(),
                words.text("page.table.group"),
                Stream.of("points", "multiple", "effect")
                        .map(size -> words.text("model.size." + size + "-head"))
                        .toList(),
                table.rows().stream()
                        .map(row -> new Line(
                                row.name(),
                                Stream.of(Optional.of(row.points()), row.multiple(), row.effect())
                                        .map(size -> size.map(found -> new Cell(said(found, words), "", Wrap.NEVER)))
                                        .toList()))
                        .toList(),
                table.notes(),
                Shape.LIST,
                true);
    }

    private static String said(Size size, Words words) {
        return words.sized(words.signed(size.value()), size);
    }

    /** A chart's values in pieces that fit the page's width. */
    static List<Grid> of(DataTable table, Words words) {
        boolean byPeriod = table.layout() == Layout.BY_PERIOD;
        Set<String> names = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Map<String, Map<String, DataTable.Row>> rows = new LinkedHashMap<>();
        for (DataTable.Row row : table.rows()) {
            String name = byPeriod ? row.period() : row.cohort();
            String place = byPeriod ? row.cohort() : row.period();
            names.add(name);
            places.add(place);
            rows.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(place, row);
        }
        String corner = words.text(byPeriod ? "page.table.period" : "page.table.group");
        if (places.size() == 1) {
            return List.of(list(table, corner, places.iterator().next(), rows, words));
        }
        List<String> columns = List.copyOf(new ArrayList<>(places));
        int pieces = (columns.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int each = (columns.size() + pieces - 1) / Math.max(1, pieces);
        List<Grid> grids = new ArrayList<>();
        for (int from = 0; from < columns.size(); from += each) {
            List<String> across = columns.subList(from, Math.min(columns.size(), from + each));
            List<Line> lines = new ArrayList<>();
            for (String name : names) {
                Map<String, DataTable.Row> cells = rows.getOrDefault(name, Map.of());
                lines.add(new Line(
                        name,
                        across.stream()
                                .map(place ->
                                        Optional.ofNullable(cells.get(place)).map(row -> whole(row, words)))
                                .toList()));
            }
            boolean last = from + each >= columns.size();
            grids.add(new Grid(
                    table.id(),
                    from == 0 ? table.title() : words.text("page.table.continued", table.title()),
                    corner,
                    across,
                    lines,
                    last ? table.notes() : List.of(),
                    Shape.EVEN,
                    from == 0));
        }
        return grids;
    }

    /** One value per row, and what was made of it in columns of its own. */
    private static Grid list(
            DataTable table, String corner, String place, Map<String, Map<String, DataTable.Row>> rows, Words words) {
        Set<String> derived = new LinkedHashSet<>();
        table.rows().forEach(row -> row.derived().forEach(found -> derived.add(found.name())));
        List<Line> lines = new ArrayList<>();
        rows.forEach((name, cells) -> {
            List<Optional<Cell>> line = new ArrayList<>();
            DataTable.Row row = cells.values().iterator().next();
            line.add(Optional.of(plain(row, words)));
            for (String column : derived) {
                line.add(row.derived().stream()
                        .filter(found -> found.name().equals(column))
                        .findFirst()
                        .map(found -> new Cell(
                                found.text(),
                                found.id(),
                                found.text().length() <= MOST_UNBROKEN ? Wrap.NEVER : Wrap.WORDS)));
            }
            lines.add(new Line(name, line));
        });
        List<String> columns = new ArrayList<>();
        columns.add(table.layout() == Layout.BY_GROUP ? words.text("page.table.mean-of", place) : place);
        columns.addAll(derived);
        return new Grid(table.id(), table.title(), corner, columns, lines, table.notes(), Shape.LIST, true);
    }

    private static Cell plain(DataTable.Row row, Words words) {
        return new Cell(
                row.reading().textWithInterval(),
                small(respondents(row, words), row.reading().id()),
                wrap(row));
    }

    /** A value with everything made of it in one cell. */
    private static Cell whole(DataTable.Row row, Words words) {
        String beside = String.join(
                " ",
                row.derived().stream()
                        .flatMap(found -> Stream.of(found.text(), found.id()))
                        .filter(part -> !part.isEmpty())
                        .toList());
        return new Cell(
                row.derived().isEmpty()
                        ? row.reading().textWithInterval()
                        : row.reading().text(),
                small(respondents(row, words), row.reading().id(), beside),
                row.derived().isEmpty() ? wrap(row) : Wrap.WORDS);
    }

    private static Wrap wrap(DataTable.Row row) {
        return row.reading().isShown() ? Wrap.NEVER : Wrap.WORDS;
    }

    private static String respondents(DataTable.Row row, Words words) {
        return row.respondents()
                .filter(Reading::isShown)
                .map(reading -> words.text("page.table.people", reading.text()))
                .orElse("");
    }

    private static String small(String... parts) {
        return String.join(" ", Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }
}
