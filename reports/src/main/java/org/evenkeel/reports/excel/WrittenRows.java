package org.evenkeel.reports.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of a sheet as the text of its part, which takes a hundredth of the room of objects; with it what charts and page breaks
 * read back: the values in the cells and the heights.
 */
final class WrittenRows {
    private static final Pattern DIMENSION = Pattern.compile("<dimension ref=\"[^\"]*\"/>");
    private static final Pattern ROWS =
            Pattern.compile("<sheetData\\s*/>|<sheetData\\s*>.*?</sheetData>", Pattern.DOTALL);

    /** What a cell holds as charts see it. */
    private record Value(String words, OptionalDouble number) {
        static Value of(String words) {
            return new Value(words, OptionalDouble.empty());
        }

        static Value of(double number) {
            return new Value("", OptionalDouble.of(number));
        }
    }

    private static final Value NOTHING = Value.of("");

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final RowXml rows;
    private final StyleBook styles;
    private final TreeMap<Integer, Float> heights = new TreeMap<>();
    private final Map<Integer, List<Value>> values = new HashMap<>();
    private int columns;

    WrittenRows(StyleBook styles) {
        this.styles = styles;
        this.rows = new RowXml(text);
    }

    /** Writes a row so many points high, with these cells from the first column on. Rows are written from top to bottom. */
    void write(int row, float height, List<Field> fields) {
        heights.put(row, height);
        columns = Math.max(columns, fields.size());
        rows.begin(row, height);
        fields.forEach(field -> field.write(rows, styles));
        values.put(row, fields.stream().map(WrittenRows::value).toList());
        try {
            rows.end();
        } catch (IOException impossible) {
            throw inMemory(impossible);
        }
    }

    private static Value value(Field field) {
        if (field instanceof Field.Text text) {
            return Value.of(CellText.of(text.words()));
        }
        if (field instanceof Field.Numeric number) {
            return Value.of(number.value().doubleValue());
        }
        return NOTHING;
    }

    /** How high a row is, if it has been written. */
    Optional<Float> height(int row) {
        return Optional.ofNullable(heights.get(row));
    }

    /** The words in a cell; none where it holds no words. */
    String words(int row, int column) {
        return value(row, column).words();
    }

    /** The number in a cell; none where it holds no number. */
    OptionalDouble number(int row, int column) {
        return value(row, column).number();
    }

    private Value value(int row, int column) {
        List<Value> found = values.getOrDefault(row, List.of());
        return column < found.size() ? found.get(column) : NOTHING;
    }

    /** What writes rows. */
    interface Streaming {
        /** Writes them. */
        void write(RowXml rows) throws IOException;
    }

    /**
     * Rows that follow those written, and are never held.
     *
     * @param lastRow the last of them
     * @param columns how many columns they have
     * @param rows what writes them
     */
    record Further(int lastRow, int columns, Streaming rows) {}

    /** No further rows. */
    static final Further NOTHING_MORE = new Further(0, 0, rows -> {});

    /** Writes the sheet's part, in which there are no rows, anew with its rows and those that follow. */
    void fill(byte[] part, OutputStream out, Further further) throws IOException {
        rows.flush();
        String shell = new String(part, StandardCharsets.UTF_8);
        Matcher place = ROWS.matcher(shell);
        if (!place.find()) {
            throw new IllegalStateException("A sheet has no place for its rows");
        }
        int lastRow = Math.max(further.lastRow(), heights.isEmpty() ? 0 : heights.lastKey());
        int lastColumn = Math.max(1, Math.max(further.columns(), columns)) - 1;
        String dimension = "<dimension ref=\"A1:" + new CellReference(lastRow, lastColumn).formatAsString() + "\"/>";
        String head = DIMENSION.matcher(shell.substring(0, place.start())).replaceFirst(dimension);
        out.write((head + "<sheetData>").getBytes(StandardCharsets.UTF_8));
        text.writeTo(out);
        RowXml streamed = new RowXml(out);
        further.rows().write(streamed);
        streamed.flush();
        out.write(("</sheetData>" + shell.substring(place.end())).getBytes(StandardCharsets.UTF_8));
    }

    private static UncheckedIOException inMemory(IOException impossible) {
        return new UncheckedIOException("Rows held in memory could not be written", impossible);
    }
}
