package org.evenkeel.intake.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.evenkeel.core.problem.DataProblem;
import org.jspecify.annotations.Nullable;

/** A sheet of an Excel workbook, read as a stream. Rows without any content are none. */
public final class Sheet implements Table {
    /** A larger list of texts is not held whole. */
    private static final long HELD_WHOLE = 24 << 20;

    private static final int MOST_TEXTS = 200_000_000;

    private final FileBytes bytes;
    private final String name;
    private final Archive.Entry part;
    private final Optional<Archive.Entry> texts;
    private final CellFormats formats;
    private @Nullable SharedTexts held;

    Sheet(FileBytes bytes, String name, Archive.Entry part, Optional<Archive.Entry> texts, CellFormats formats) {
        this.bytes = bytes;
        this.name = name;
        this.part = part;
        this.texts = texts;
        this.formats = formats;
    }

    @Override
    public FileBytes bytes() {
        return bytes;
    }

    @Override
    public String separatorName() {
        return "sheet '" + name + "'";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Row> head(int records) {
        List<Row> head = new ArrayList<>();
        try (Rows rows = new SheetRows(this, 0, new BitSet(), Texts.AS_NEEDED)) {
            while (head.size() < records && rows.hasNext()) {
                head.add(rows.next());
            }
        }
        return head;
    }

    @Override
    public Rows rows(int headerRows, int columns, BitSet wanted) {
        SheetRows rows = new SheetRows(this, columns, wanted, Texts.AS_NEEDED);
        for (int i = 0; i < headerRows; i++) {
            rows.skip();
        }
        return rows;
    }

    private SharedTexts texts(int columns, BitSet wanted, int records) {
        if (texts.isEmpty()) {
            return SharedTexts.none();
        }
        if (texts.get().unpacked() > HELD_WHOLE) {
            return SharedTexts.read(texts.get(), Optional.of(needed(columns, wanted, records)));
        }
        SharedTexts all = held;
        if (all == null) {
            all = SharedTexts.read(texts.get(), Optional.empty());
            held = all;
        }
        return all;
    }

    private BitSet needed(int columns, BitSet wanted, int records) {
        try (SheetRows rows = new SheetRows(this, columns, wanted, Texts.NONE)) {
            for (int i = 0; i < records && rows.hasNext(); i++) {
                rows.next();
            }
            return rows.needed;
        }
    }

    /** Whether rows come with the texts that their cells refer to. */
    private enum Texts {
        NONE,
        /** Those of the first rows first: many a reader wants no more. */
        AS_NEEDED
    }

    private static final class SheetRows implements Rows {
        private static final int FIRST_ROWS = 200;

        private final Sheet sheet;
        private final int columns;
        private final BitSet wanted;
        private SharedTexts texts;
        private int rowsLeft;
        private final Markup markup;
        private final StringBuilder text = new StringBuilder();
        /** The numbers of the shared texts that the rows so far refer to. */
        private final BitSet needed = new BitSet();

        private String[] values = new String[0];
        private int width;
        private long line;
        private boolean ended;
        private @Nullable Row next;

        SheetRows(Sheet sheet, int columns, BitSet wanted, Texts wantedTexts) {
            this.sheet = sheet;
            this.columns = columns;
            this.wanted = wanted;
            this.texts = switch (wantedTexts) {
                case NONE -> SharedTexts.none();
                case AS_NEEDED -> sheet.texts(columns, wanted, FIRST_ROWS);
            };
            this.rowsLeft = wantedTexts == Texts.NONE ? Integer.MAX_VALUE : FIRST_ROWS;
            this.markup = Markup.open(sheet.part);
        }

        @Override
        public boolean hasNext() {
            while (next == null && !ended) {
                next = advance();
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

        void skip() {
            if (hasNext()) {
                next = null;
            }
        }

        @Override
        public void close() {
            markup.close();
        }

        private @Nullable Row advance() {
            while (markup.next()) {
                if (markup.isStart("row")) {
                    Row row = row();
                    rowsLeft -= row == null ? 0 : 1;
                    return row;
                }
            }
            ended = true;
            return null;
        }

        private @Nullable Row row() {
            if (rowsLeft == 0) {
                texts = sheet.texts(columns, wanted, Integer.MAX_VALUE);
                rowsLeft = Integer.MAX_VALUE;
            }
            String number = markup.attribute("r");
            line = number.isEmpty() ? line + 1 : whole(number);
            values = new String[columns];
            Arrays.fill(values, "");
            width = 0;
            int column = -1;
            while (markup.next() && !markup.isEnd("row")) {
                if (markup.isStart("c")) {
                    String place = markup.attribute("r");
                    column = place.isEmpty() ? column + 1 : column(place);
                    if (column >= COLUMNS) {
                        throw new DataProblem(String.format(
                                "%s: row %d has more than %d columns. This is not a survey export.",
                                sheet.part.label(), line, COLUMNS));
                    }
                    cell(column);
                }
            }
            if (width == 0) {
                return null;
            }
            String[] cells = values;
            if (columns == 0) {
                cells = Arrays.copyOf(values, width);
                Arrays.setAll(cells, i -> i < values.length && values[i] != null ? values[i] : "");
            }
            return new Row(line, width, cells);
        }

        private void cell(int column) {
            boolean isWanted = columns == 0 || (column < columns && wanted.get(column));
            String type = isWanted ? markup.attribute("t") : "";
            int style = isWanted ? style(markup.attribute("s")) : -1;
            boolean gathering = false;
            int phonetic = 0;
            text.setLength(0);
            boolean filled = false;
            while (markup.next() && !markup.isEnd("c")) {
                if (markup.isStart()) {
                    phonetic += markup.name().equals("rPh") ? 1 : 0;
                    gathering = markup.name().equals("v") || (markup.name().equals("t") && phonetic == 0);
                } else if (markup.isEnd()) {
                    phonetic -= markup.name().equals("rPh") ? 1 : 0;
                    gathering = false;
                } else if (gathering) {
                    filled = true;
                    if (isWanted) {
                        markup.gather(text);
                    }
                }
            }
            if (filled) {
                width = Math.max(width, column + 1);
                if (isWanted) {
                    put(column, value(type, style));
                }
            }
        }

        private void put(int column, String value) {
            if (column >= values.length) {
                values = Arrays.copyOf(values, Math.min(COLUMNS, 2 * column + 8));
            }
            values[column] = value;
        }

        private String value(String type, int style) {
            return switch (type) {
                case "s" -> {
                    int index = index();
                    needed.set(index);
                    yield texts.text(index);
                }
                case "str", "inlineStr" -> SharedTexts.unescaped(text);
                case "b" -> text.toString().strip().equals("1") ? "TRUE" : "FALSE";
                case "e" -> "";
                case "d" -> text.toString().strip().replace('T', ' ');
                default -> sheet.formats.text(text.toString().strip(), style);
            };
        }

        private int index() {
            long index = whole(text.toString().strip());
            if (index >= MOST_TEXTS) {
                throw Markup.damaged(sheet.part);
            }
            return (int) index;
        }

        private long whole(String digits) {
            try {
                long number = Long.parseLong(digits);
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw Markup.damaged(sheet.part);
            }
            throw Markup.damaged(sheet.part);
        }

        private int style(String digits) {
            return digits.isEmpty() || digits.length() > 9 ? -1 : (int) whole(digits);
        }

        /** The column of a cell's address such as {@code AB12}. */
        private int column(String address) {
            int column = 0;
            int i = 0;
            while (i < address.length() && Character.isLetter(address.charAt(i))) {
                column = 26 * column + (Character.toUpperCase(address.charAt(i)) - 'A' + 1);
                if (column > COLUMNS || column < 0) {
                    return COLUMNS;
                }
                i++;
            }
            if (column == 0) {
                throw Markup.damaged(sheet.part);
            }
            return column - 1;
        }
    }
}
