package org.evenkeel.intake.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import org.evenkeel.core.problem.DataProblem;
import org.jspecify.annotations.Nullable;

/**
 * A file of records whose cells stand between separators, quoted where they must be (RFC 4180). Cells that are not wanted
 * are never made into strings.
 *
 * @param bytes the file
 * @param separator what stands between cells
 */
public record Delimited(FileBytes bytes, char separator) implements Table {
    private static final int LOOKED_AT = 1 << 16;
    private static final int RECORDS_LOOKED_AT = 25;
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** The table in the file, its separator found by trying which one divides its first records evenly. */
    public static Delimited of(FileBytes bytes) {
        String start = start(bytes);
        char best = ',';
        int most = 1;
        for (char candidate : SEPARATORS) {
            int columns = evenColumns(start, candidate);
            if (columns > most) {
                most = columns;
                best = candidate;
            }
        }
        return new Delimited(bytes, best);
    }

    @Override
    public String name() {
        return bytes.content().entry();
    }

    @Override
    public String separatorName() {
        return switch (separator) {
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "comma";
        };
    }

    @Override
    public List<Row> head(int records) {
        List<Row> head = new ArrayList<>();
        try (Rows rows = new OpenRows(this, new BitSet(), 0)) {
            while (head.size() < records && rows.hasNext()) {
                head.add(rows.next());
            }
        }
        return head;
    }

    @Override
    public Rows rows(int headerRows, int columns, BitSet wanted) {
        OpenRows rows = new OpenRows(this, wanted, columns);
        for (int i = 0; i < headerRows; i++) {
            rows.advance(Checks.NONE);
        }
        return rows;
    }

    private static String start(FileBytes bytes) {
        char[] start = new char[LOOKED_AT];
        int length = 0;
        try (Reader reader = open(bytes)) {
            int read = reader.read(start, 0, LOOKED_AT);
            while (read > 0) {
                length += read;
                read = reader.read(start, length, LOOKED_AT - length);
            }
        } catch (IOException e) {
            throw unreadable(bytes);
        }
        return new String(start, 0, length);
    }

    private static int evenColumns(String start, char separator) {
        List<Integer> widths = new ArrayList<>();
        try (CsvReader<Row> reader = parser(separator).build(new Handler(new BitSet(), 0), start)) {
            for (Row row : reader) {
                widths.add(row.cells());
                if (widths.size() == RECORDS_LOOKED_AT) {
                    break;
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException | TooMuch e) {
            // a wrong separator may well make the text unreadable: it is judged by the records before that
            widths.add(0);
        }
        if (widths.isEmpty()) {
            return 0;
        }
        int first = widths.get(0);
        long even = widths.stream().filter(width -> width == first).count();
        return 2 * even >= widths.size() ? first : 0;
    }

    private static CsvReader.CsvReaderBuilder parser(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(false)
                .maxBufferSize(2 * CELL);
    }

    private static Reader open(FileBytes bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes.content().open(), LOOKED_AT);
        in.skipNBytes(bytes.markBytes());
        return new InputStreamReader(
                in,
                bytes.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static DataProblem unreadable(FileBytes bytes) {
        return new DataProblem(
                String.format("%s: the file cannot be read as %s. Export it again.", bytes.label(), bytes.encoding()));
    }

    private enum Checks {
        AGAINST_HEADER,
        NONE
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message, null, false, false);
        }
    }

    private static final class Handler extends AbstractBaseCsvCallbackHandler<Row> {
        private final BitSet wanted;
        private final int columns;
        private String[] values;
        private boolean excess;
        private boolean lastQuoted;

        /** Keeps the wanted columns of a table this wide; all cells where the width is 0, unknown. */
        Handler(BitSet wanted, int columns) {
            this.wanted = wanted;
            this.columns = columns;
            this.values = new String[0];
        }

        @Override
        protected void handleBegin(long line) {
            values = new String[columns];
            Arrays.fill(values, "");
            excess = false;
        }

        @Override
        protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
            lastQuoted = quoted;
            if (column >= COLUMNS) {
                throw new TooMuch(String.format("more than %d columns", COLUMNS));
            }
            if (length > CELL) {
                throw new TooMuch(String.format("a cell of more than %d characters", CELL));
            }
            if (columns == 0) {
                if (column >= values.length) {
                    values = Arrays.copyOf(values, 2 * column + 8);
                }
                values[column] = new String(buffer, offset, length);
            } else if (column >= columns) {
                excess |= length > 0;
            } else if (length > 0 && wanted.get(column)) {
                values[column] = new String(buffer, offset, length);
            }
        }

        @Override
        protected Row buildRecord() {
            String[] cells = columns == 0 ? Arrays.copyOf(values, getFieldCount()) : values;
            return new Row(getStartingLineNumber(), getFieldCount(), cells);
        }

        boolean excess() {
            return excess;
        }

        /** Whether the last cell was quoted. */
        boolean endsQuoted() {
            return lastQuoted;
        }
    }

    private static final class OpenRows implements Rows {
        private final FileBytes bytes;
        private final int columns;
        private final Handler handler;
        private final EndWatch source;
        private final CsvReader<Row> reader;
        private final CloseableIterator<Row> records;
        private @Nullable Row next;
        private long lastLine;
        private int lastCells;

        OpenRows(Delimited table, BitSet wanted, int columns) {
            this.bytes = table.bytes();
            this.columns = columns;
            this.handler = new Handler(wanted, columns);
            try {
                source = new EndWatch(open(bytes));
            } catch (IOException e) {
                throw unreadable(bytes);
            }
            reader = parser(table.separator()).build(handler, source);
            records = reader.iterator();
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = advance(Checks.AGAINST_HEADER);
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Row row = next;
            next = null;
            return row;
        }

        private @Nullable Row advance(Checks checks) {
            try {
                if (!records.hasNext()) {
                    checkEnd();
                    return null;
                }
                Row row = records.next();
                lastLine = row.line();
                lastCells = row.cells();
                if (checks == Checks.AGAINST_HEADER && columns > 0) {
                    check(row);
                }
                return row;
            } catch (CsvParseException e) {
                if (e.getCause() instanceof TooMuch excess) {
                    throw tooMuch(excess);
                }
                throw new DataProblem(String.format(
                        "%s: the record after line %d cannot be read: its quotes do not match, or it is far too long. Export"
                                + " the file again and do not edit it.",
                        bytes.label(), lastLine));
            } catch (TooMuch e) {
                throw tooMuch(e);
            } catch (UncheckedIOException e) {
                throw unreadable(bytes);
            }
        }

        private DataProblem tooMuch(TooMuch excess) {
            return new DataProblem(String.format(
                    "%s: the record after line %d has %s. This is not a survey export.",
                    bytes.label(), lastLine, excess.getMessage()));
        }

        private void check(Row row) {
            if (handler.excess()) {
                throw new DataProblem(String.format(
                        "%s: line %d has %d cells and the header %d: a separator or quote is out of place. Export the file"
                                + " again and do not edit it.",
                        bytes.label(), row.line(), row.cells(), columns));
            }
            if (row.cells() < columns && source.endedInside()) {
                throw new DataProblem(String.format(
                        "%s: the file ends in the middle of line %d, after %d of %d cells: it was cut off. Export it again.",
                        bytes.label(), row.line(), row.cells(), columns));
            }
        }

        private void checkEnd() {
            boolean torn =
                    lastCells < columns || source.endedInside() || (handler.endsQuoted() && !source.endsWithQuote());
            if (columns > 0 && lastLine > 0 && source.quotesLeftOpen() && torn) {
                throw new DataProblem(String.format(
                        "%s: a quote that opens on or after line %d is never closed: the file was cut off or edited. Export it"
                                + " again.",
                        bytes.label(), lastLine));
            }
        }

        @Override
        public void close() {
            try {
                records.close();
                reader.close();
            } catch (IOException e) {
                throw unreadable(bytes);
            }
        }
    }

    /** Remembers whether the text has come to its end, in the middle of a line or with a quote left open. */
    private static final class EndWatch extends Reader {
        private final Reader source;
        private char last = '\n';
        private boolean ended;
        private int quotes;
        private char lastVisible = '\n';

        EndWatch(Reader source) {
            this.source = source;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int read = source.read(target, offset, length);
            if (read > 0) {
                last = target[offset + read - 1];
                for (int i = offset; i < offset + read; i++) {
                    quotes ^= target[i] == '"' ? 1 : 0;
                }
                for (int i = offset + read - 1; i >= offset; i--) {
                    if (target[i] != '\n' && target[i] != '\r') {
                        lastVisible = target[i];
                        break;
                    }
                }
            }
            ended |= read < 0;
            return read;
        }

        /** Whether the text is at its end without a line end. */
        boolean endedInside() {
            return ended && last != '\n' && last != '\r';
        }

        /** Whether the last character before any line ends is a quote. */
        boolean endsWithQuote() {
            return lastVisible == '"';
        }

        /** Whether the text read so far has an odd number of quotes. */
        boolean quotesLeftOpen() {
            return quotes != 0;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
