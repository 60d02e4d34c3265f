package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.intake.table.SystemFileDictionary.Variable;
import org.jspecify.annotations.Nullable;

/**
 * An SPSS system file, plain or packed. A cell is the value, or what the value is called where that is wanted; values that
 * the file declares missing are blank.
 */
public final class SystemFile implements Table {
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1582, 10, 14, 0, 0);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double LAST_SECOND = 86_400.0 * 366 * 9_000;

    private final FileBytes bytes;
    private final SystemFileDictionary dictionary;
    private final BitSet worded;
    private final Map<Integer, Map<String, String>> texts;

    private SystemFile(
            FileBytes bytes, SystemFileDictionary dictionary, BitSet worded, Map<Integer, Map<String, String>> texts) {
        this.bytes = bytes;
        this.dictionary = dictionary;
        this.worded = worded;
        this.texts = texts;
    }

    /** The table in the bytes of a system file with this hash. */
    static SystemFile of(Content content, String hash) {
        SystemFileDictionary dictionary = SystemFileDictionary.read(content);
        FileBytes bytes = FileBytes.ofBinary(content, hash, "SPSS system file, " + dictionary.encoding());
        return new SystemFile(bytes, dictionary, new BitSet(), texts(dictionary));
    }

    private static Map<Integer, Map<String, String>> texts(SystemFileDictionary dictionary) {
        Map<Integer, Map<String, String>> texts = new LinkedHashMap<>();
        for (int i = 0; i < dictionary.variables().size(); i++) {
            Variable variable = dictionary.variables().get(i);
            Map<String, String> called = new LinkedHashMap<>();
            dictionary.valueTexts(variable).forEach((value, text) -> {
                String cell = variable.isText() ? value.text() : number(value.number(), variable);
                boolean missing = variable.isText()
                        ? variable.missing().holds(value.text())
                        : variable.missing().holds(value.number());
                if (!missing) {
                    called.put(cell, text);
                }
            });
            if (!called.isEmpty()) {
                texts.put(i, called);
            }
        }
        return texts;
    }

    @Override
    public FileBytes bytes() {
        return bytes;
    }

    @Override
    public String separatorName() {
        return "one variable per column";
    }

    @Override
    public String name() {
        return bytes.content().entry();
    }

    @Override
    public List<String> columnTexts() {
        return dictionary.variables().stream().map(Variable::label).toList();
    }

    @Override
    public Map<Integer, Map<String, String>> valueTexts() {
        return texts;
    }

    @Override
    public Table worded(BitSet columns) {
        return new SystemFile(bytes, dictionary, columns, texts);
    }

    @Override
    public List<Row> head(int records) {
        List<Variable> variables = dictionary.variables();
        List<Row> head = new ArrayList<>();
        head.add(Row.of(1, variables.stream().map(Variable::name).toArray(String[]::new)));
        BitSet all = new BitSet();
        all.set(0, variables.size());
        try (Rows rows = rows(1, variables.size(), all)) {
            while (head.size() < records && rows.hasNext()) {
                head.add(rows.next());
            }
        }
        return head;
    }

    @Override
    public Rows rows(int headerRows, int columns, BitSet wanted) {
        Cases cases = new Cases(this, columns, wanted);
        for (int i = 1; i < headerRows && cases.hasNext(); i++) {
            cases.next();
        }
        return cases;
    }

    private static String number(double value, Variable variable) {
        return switch (variable.kind()) {
            case NUMBER -> CellFormats.shortest(value);
            case DATE, DATE_TIME -> {
                if (value < 0 || value > LAST_SECOND || Double.isNaN(value)) {
                    yield CellFormats.shortest(value);
                }
                LocalDateTime time = FIRST_DAY.plusSeconds(Math.round(value));
                yield (variable.kind() == CellFormats.Kind.DATE ? DAY : BOTH).format(time);
            }
            case TIME -> {
                long seconds = Math.round(value);
                yield value < 0 || value >= 86_400 * 366.0
                        ? CellFormats.shortest(value)
                        : String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
            }
        };
    }

    private static final class Cases extends AdvancingRows {
        private final SystemFile table;
        private final SystemFileDictionary dictionary;
        private final int columns;
        private final BitSet wanted;
        private final InputStream in;
        private final SystemFileElements elements;
        private final byte[] record;
        private final Map<Integer, Map<Double, String>> remembered = new LinkedHashMap<>();
        private long read;

        Cases(SystemFile table, int columns, BitSet wanted) {
            this.table = table;
            this.dictionary = table.dictionary;
            this.columns = columns;
            this.wanted = wanted;
            this.record = new byte[dictionary.recordBytes()];
            Content content = table.bytes.content();
            try {
                in = Archive.buffered(content);
                in.skipNBytes(dictionary.dataStart());
                elements = SystemFileElements.of(content, in, dictionary);
            } catch (IOException e) {
                throw dictionary.damaged(content);
            }
        }

        @Override
        @Nullable
        Row advance() {
            OptionalInt declared = dictionary.records();
            if (declared.isPresent() && read == declared.getAsInt()) {
                return null;
            }
            if (!elements.read(record)) {
                if (declared.isPresent()) {
                    throw new DataProblem(String.format(
                            "%s: the file says that it has %d records and ends after %d: it was cut off. Export it again.",
                            table.bytes.label(), declared.getAsInt(), read));
                }
                return null;
            }
            read++;
            String[] values = new String[columns];
            Arrays.fill(values, "");
            for (int column = wanted.nextSetBit(0);
                    column >= 0 && column < columns;
                    column = wanted.nextSetBit(column + 1)) {
                values[column] = cell(column);
            }
            return new Row(read + 1, dictionary.variables().size(), values);
        }

        private String cell(int column) {
            if (column >= dictionary.variables().size()) {
                return "";
            }
            Variable variable = dictionary.variables().get(column);
            String cell;
            if (variable.isText()) {
                cell = text(variable);
                if (variable.missing().holds(cell)) {
                    return "";
                }
            } else {
                double value = dictionary.number(record, 8 * variable.element());
                if (value == dictionary.systemMissing() || variable.missing().holds(value)) {
                    return "";
                }
                cell = remembered(column, value, variable);
            }
            return table.worded.get(column)
                    ? table.texts.getOrDefault(column, Map.of()).getOrDefault(cell, cell)
                    : cell;
        }

        /** Answers are few and come again and again: their decimals are written once. */
        private String remembered(int column, double value, Variable variable) {
            Map<Double, String> known = remembered.computeIfAbsent(column, one -> new LinkedHashMap<>());
            String cell = known.get(value);
            if (cell == null) {
                cell = number(value, variable);
                if (known.size() < 256) {
                    known.put(value, cell);
                }
            }
            return cell;
        }

        private String text(Variable variable) {
            byte[] held = new byte[variable.width()];
            int length = 0;
            int at = 8 * variable.element();
            while (length < held.length) {
                int part = Math.min(255, held.length - length);
                System.arraycopy(record, at, held, length, part);
                length += part;
                at += (part + 7) / 8 * 8;
            }
            while (length > 0 && (held[length - 1] == ' ' || held[length - 1] == 0)) {
                length--;
            }
            return new String(held, 0, length, dictionary.charset());
        }

        @Override
        public void close() {
            try {
                elements.close();
                in.close();
            } catch (IOException e) {
                throw dictionary.damaged(table.bytes.content());
            }
        }
    }

    /** Whether bytes begin like a system file's. */
    static boolean isSystemFile(byte[] head) {
        String start = new String(head, 0, Math.min(4, head.length), StandardCharsets.ISO_8859_1);
        return Optional.of(start)
                .filter(magic -> magic.equals("$FL2") || magic.equals("$FL3"))
                .isPresent();
    }
}
