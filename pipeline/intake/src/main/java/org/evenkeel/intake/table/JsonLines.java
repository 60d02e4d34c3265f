package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.problem.DataProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object per line, or a list of objects: each is a record, each name a column, in the order in which names first
 * occur. An object in an object is taken apart, {@code outer.inner}; a list of values is one cell, divided by semicolons.
 */
public final class JsonLines implements Table {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(CELL)
                    .maxNumberLength(1_000)
                    .maxNameLength(10_000)
                    .build())
            .build();

    private final FileBytes bytes;
    private final Map<String, Integer> columns;

    private JsonLines(FileBytes bytes, Map<String, Integer> columns) {
        this.bytes = bytes;
        this.columns = columns;
    }

    /** The records in the text. */
    static JsonLines of(FileBytes bytes) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        try (Objects objects = new Objects(bytes, columns, Naming.NEW_NAMES, new BitSet(), 1)) {
            while (objects.hasNext()) {
                objects.next();
            }
        }
        return new JsonLines(bytes, columns);
    }

    /** Whether a text that begins like this holds JSON objects. */
    static boolean isJson(String start) {
        String bare = start.strip();
        return bare.matches("(?s)\\{\\s*[\"}].*") || bare.matches("(?s)\\[\\s*\\{.*");
    }

    @Override
    public FileBytes bytes() {
        return bytes;
    }

    @Override
    public String separatorName() {
        return "one JSON object per record";
    }

    @Override
    public String name() {
        return bytes.content().entry();
    }

    @Override
    public List<Row> head(int records) {
        List<Row> head = new ArrayList<>();
        head.add(Row.of(1, columns.keySet().toArray(String[]::new)));
        BitSet all = new BitSet();
        all.set(0, columns.size());
        try (Rows rows = rows(1, columns.size(), all)) {
            while (head.size() < records && rows.hasNext()) {
                head.add(rows.next());
            }
        }
        return head;
    }

    @Override
    public Rows rows(int headerRows, int width, BitSet wanted) {
        Objects objects = new Objects(bytes, columns, Naming.KNOWN_NAMES, wanted, width);
        for (int i = 1; i < headerRows && objects.hasNext(); i++) {
            objects.next();
        }
        return objects;
    }

    /** Whether names that are met become columns. */
    private enum Naming {
        NEW_NAMES,
        KNOWN_NAMES
    }

    private static final class Objects extends AdvancingRows {
        private final FileBytes bytes;
        private final Map<String, Integer> columns;
        private final Naming naming;
        private final BitSet wanted;
        private final int width;
        private final Reader source;
        private final JsonParser parser;
        private long line = 1;

        Objects(FileBytes bytes, Map<String, Integer> columns, Naming naming, BitSet wanted, int width) {
            this.bytes = bytes;
            this.columns = columns;
            this.naming = naming;
            this.wanted = wanted;
            this.width = width;
            try {
                InputStream in = Archive.buffered(bytes.content());
                in.skipNBytes(bytes.markBytes());
                source = new InputStreamReader(
                        in,
                        bytes.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE));
            } catch (IOException e) {
                throw FileBytes.unreadable(bytes.file(), e);
            }
            parser = JSON.createParser(ObjectReadContext.empty(), source);
        }

        @Override
        @Nullable
        Row advance() {
            try {
                JsonToken token = parser.nextToken();
                while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                    token = parser.nextToken();
                }
                if (token == null) {
                    return null;
                }
                line = parser.currentTokenLocation().getLineNr();
                if (token != JsonToken.START_OBJECT) {
                    throw new DataProblem(String.format(
                            "%s: line %d is not a JSON object. A JSON export has one object for each response.",
                            bytes.label(), line));
                }
                String[] values = new String[width];
                Arrays.fill(values, "");
                object("", values);
                return new Row(line, columns.size(), values);
            } catch (JacksonException e) {
                if (e.getCause() instanceof CharacterCodingException) {
                    throw new DataProblem(String.format(
                            "%s: the file cannot be read as %s. Export it again.", bytes.label(), bytes.encoding()));
                }
                throw new DataProblem(String.format(
                        "%s: the JSON after line %d cannot be read: it is cut off, edited, nested too deep or has a value"
                                + " that is far too long. Export it again.",
                        bytes.label(), line));
            }
        }

        private void object(String prefix, String[] values) {
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_OBJECT;
                    token = parser.nextToken()) {
                String name = prefix + parser.currentName();
                switch (parser.nextToken()) {
                    case START_OBJECT -> {
                        if (!prefix.isEmpty()) {
                            throw tooDeep();
                        }
                        object(name + ".", values);
                    }
                    case START_ARRAY -> put(name, list(), values);
                    case VALUE_NULL -> put(name, "", values);
                    default -> put(name, naming == Naming.NEW_NAMES ? "" : parser.getString(), values);
                }
            }
        }

        private String list() {
            StringBuilder cell = new StringBuilder();
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    throw tooDeep();
                }
                cell.append(cell.isEmpty() ? "" : ";").append(token == JsonToken.VALUE_NULL ? "" : parser.getString());
                if (cell.length() > CELL) {
                    throw new DataProblem(String.format(
                            "%s: a list on line %d has more than %d characters. This is not a survey export.",
                            bytes.label(), line, CELL));
                }
            }
            return cell.toString();
        }

        private DataProblem tooDeep() {
            return new DataProblem(String.format(
                    "%s: the object on line %d is nested more than one level deep. A JSON export has one flat object for"
                            + " each response; a survey's definition is none. Export the responses, as CSV if you can.",
                    bytes.label(), line));
        }

        private void put(String name, String value, String[] values) {
            Integer column = columns.get(name);
            if (column == null && naming == Naming.NEW_NAMES) {
                if (columns.size() == COLUMNS) {
                    throw new DataProblem(String.format(
                            "%s: by line %d there are more than %d different names. This is not a survey export.",
                            bytes.label(), line, COLUMNS));
                }
                columns.put(name, columns.size());
            } else if (column != null && column < width && wanted.get(column)) {
                values[column] = value;
            }
        }

        @Override
        public void close() {
            try {
                parser.close();
                source.close();
            } catch (IOException e) {
                throw FileBytes.unreadable(bytes.file(), e);
            }
        }
    }
}
