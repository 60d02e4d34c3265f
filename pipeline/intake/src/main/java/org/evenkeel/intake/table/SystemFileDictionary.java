package org.evenkeel.intake.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.evenkeel.core.problem.DataProblem;

/** What a system file says about its variables before its records begin. */
final class SystemFileDictionary {
    private static final int MOST_ELEMENTS = 1 << 21;
    private static final int LONGEST_FIELD = 64 << 20;
    private static final int MOST_VALUE_TEXTS = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** How records are packed. */
    enum Packing {
        NONE,
        BYTE_CODES,
        ZLIB
    }

    /**
     * A variable.
     *
     * @param shortName the name of eight characters it has in the file's own lists
     * @param name its name
     * @param label its text
     * @param width bytes of a text; 0 for a number
     * @param kind what a number stands for
     * @param element its place in a record, in elements of eight bytes
     * @param missing the values that count as missing
     */
    record Variable(
            String shortName,
            String name,
            String label,
            int width,
            CellFormats.Kind kind,
            int element,
            Missing missing) {
        boolean isText() {
            return width > 0;
        }
    }

    /** Values that are declared missing: a range of numbers, single numbers, texts. */
    record Missing(double low, double high, List<Double> numbers, List<String> texts) {
        static final Missing NONE = new Missing(Double.NaN, Double.NaN, List.of(), List.of());

        boolean holds(double value) {
            return (value >= low && value <= high) || numbers.contains(value);
        }

        boolean holds(String text) {
            return texts.contains(text);
        }
    }

    /** A value that has a text. */
    record Value(double number, String text) {}

    private record Raw(
            String name,
            String label,
            int width,
            int format,
            int element,
            List<Double> numbers,
            List<byte[]> texts,
            int ranges) {}

    private final Content content;
    private final InputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long position;
    private Packing packing = Packing.NONE;
    private double bias;
    private int declaredRecords;
    private int elements;
    private double systemMissing = -Double.MAX_VALUE;
    private Charset charset = WINDOWS;
    private String encoding = "windows-1252 (assumed, because the file names no encoding)";
    private final List<Raw> raws = new ArrayList<>();
    private final Map<Integer, Integer> rawOfElement = new TreeMap<>();
    private final Map<Integer, List<byte[][]>> textsOfElement = new TreeMap<>();
    private int valueTexts;
    private byte[] longNames = new byte[0];
    private byte[] longWidths = new byte[0];
    private final List<byte[]> longTextLists = new ArrayList<>();
    private final List<byte[]> longMissingLists = new ArrayList<>();
    private List<Variable> variables = List.of();
    private final Map<String, Map<Value, String>> called = new TreeMap<>();

    private SystemFileDictionary(Content content, InputStream in) {
        this.content = content;
        this.in = in;
    }

    /** Reads the dictionary at the beginning of the bytes. */
    static SystemFileDictionary read(Content content) {
        try (InputStream in = Archive.buffered(content)) {
            SystemFileDictionary dictionary = new SystemFileDictionary(content, in);
            dictionary.header();
            dictionary.entries();
            dictionary.finish();
            return dictionary;
        } catch (EOFException e) {
            throw new DataProblem(content.label()
                    + ": the SPSS file ends before its first record: it was cut off or is damaged. Export it again.");
        } catch (IOException e) {
            throw FileBytes.unreadable(content.file(), e);
        }
    }

    DataProblem damaged(Content damaged) {
        return new DataProblem(damaged.label() + ": the SPSS file is damaged. Export it again.");
    }

    List<Variable> variables() {
        return variables;
    }

    /** What a variable's values are called. */
    Map<Value, String> valueTexts(Variable variable) {
        return called.getOrDefault(variable.shortName(), Map.of());
    }

    String encoding() {
        return encoding;
    }

    Charset charset() {
        return charset;
    }

    Packing packing() {
        return packing;
    }

    double bias() {
        return bias;
    }

    double systemMissing() {
        return systemMissing;
    }

    /** How many records the file says it has, where it says so. */
    OptionalInt records() {
        return declaredRecords < 0 ? OptionalInt.empty() : OptionalInt.of(declaredRecords);
    }

    int recordBytes() {
        return 8 * elements;
    }

    /** Where the records begin. */
    long dataStart() {
        return position;
    }

    double number(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(order).getDouble(at);
    }

    long whole(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(order).getLong(at);
    }

    void put(byte[] bytes, int at, double value) {
        ByteBuffer.wrap(bytes).order(order).putDouble(at, value);
    }

    private void header() throws IOException {
        byte[] magic = bytes(4);
        bytes(60);
        byte[] layout = bytes(4);
        int code = ByteBuffer.wrap(layout).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (code != 2 && code != 3) {
            order = ByteOrder.BIG_ENDIAN;
            code = ByteBuffer.wrap(layout).getInt();
        }
        if (code != 2 && code != 3) {
            throw damaged(content);
        }
        integer();
        int compression = integer();
        if (compression < 0 || compression > 2 || (compression == 2) != (magic[3] == '3')) {
            throw damaged(content);
        }
        packing = Packing.values()[compression];
        integer();
        declaredRecords = integer();
        bias = number(bytes(8), 0);
        bytes(9 + 8 + 64 + 3);
    }

    private void entries() throws IOException {
        while (true) {
            int type = integer();
            switch (type) {
                case 2 -> variable();
                case 3 -> valueTexts();
                case 6 -> bytes(80L * count(integer(), LONGEST_FIELD / 80));
                case 7 -> extension();
                case 999 -> {
                    integer();
                    return;
                }
                default -> throw damaged(content);
            }
        }
    }

    private void variable() throws IOException {
        int type = integer();
        int labelled = integer();
        int missing = integer();
        int format = integer();
        integer();
        byte[] name = bytes(8);
        byte[] label = new byte[0];
        if (labelled == 1) {
            int length = count(integer(), LONGEST_FIELD);
            label = bytes(length);
            bytes((4 - length % 4) % 4);
        }
        if (missing < -3 || missing > 3 || missing == -1 || type < -1 || type > 255) {
            throw damaged(content);
        }
        List<Double> numbers = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < Math.abs(missing); i++) {
            byte[] value = bytes(8);
            numbers.add(number(value, 0));
            texts.add(value);
        }
        if (++elements > MOST_ELEMENTS) {
            throw tooMany();
        }
        if (type >= 0) {
            rawOfElement.put(elements, raws.size());
            raws.add(new Raw(
                    new String(name, StandardCharsets.ISO_8859_1).strip(),
                    new String(label, StandardCharsets.ISO_8859_1),
                    type,
                    format,
                    elements - 1,
                    numbers,
                    texts,
                    missing < 0 ? 1 : 0));
        }
    }

    private void valueTexts() throws IOException {
        int number = count(integer(), MOST_VALUE_TEXTS);
        List<byte[][]> texts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            byte[] value = bytes(8);
            int length = bytes(1)[0] & 0xFF;
            byte[] text = bytes(length);
            bytes((8 - (length + 1) % 8) % 8);
            texts.add(new byte[][] {value, text});
        }
        if (integer() != 4) {
            throw damaged(content);
        }
        int of = count(integer(), MOST_ELEMENTS);
        for (int i = 0; i < of; i++) {
            valueTexts += number;
            if (valueTexts > MOST_VALUE_TEXTS) {
                throw tooMany();
            }
            textsOfElement
                    .computeIfAbsent(integer(), element -> new ArrayList<>())
                    .addAll(texts);
        }
    }

    private void extension() throws IOException {
        int subtype = integer();
        long size = count(integer(), LONGEST_FIELD);
        long number = count(integer(), LONGEST_FIELD);
        byte[] data = bytes(size * number);
        switch (subtype) {
            case 3 -> {
                if (data.length >= 32 && encoding.contains("assumed")) {
                    codePage(ByteBuffer.wrap(data).order(order).getInt(28));
                }
            }
            case 4 -> systemMissing = data.length >= 8 ? number(data, 0) : systemMissing;
            case 13 -> longNames = data;
            case 14 -> longWidths = data;
            case 20 -> named(new String(data, StandardCharsets.ISO_8859_1).strip());
            case 21 -> longTextLists.add(data);
            case 22 -> longMissingLists.add(data);
            default -> {}
        }
    }

    private void codePage(int code) {
        switch (code) {
            case 65001 -> named("UTF-8");
            case 2, 3, 1252 -> encoding = "windows-1252";
            case 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874, 932, 936, 949, 950 ->
                named((code == 874 || (code < 1000 && code > 900) ? "x-windows-" : "windows-") + code);
            case 28591, 28592, 28605 -> named("ISO-8859-" + (code - 28590));
            default -> {}
        }
    }

    private void named(String name) {
        try {
            charset = Charset.forName(name);
            encoding = charset.name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            encoding = "windows-1252 (assumed, because the file names an unknown encoding)";
        }
    }

    private void finish() {
        Map<String, String> names = pairs(longNames);
        Map<String, Integer> widths = new TreeMap<>();
        pairs(longWidths).forEach((name, digits) -> widths.put(name, number(digits)));
        List<Variable> found = new ArrayList<>();
        for (int i = 0; i < raws.size(); ) {
            Raw raw = raws.get(i);
            int width = raw.width();
            int segments = 1;
            Integer longWidth = widths.get(raw.name());
            if (longWidth != null && width > 0) {
                width = longWidth;
                segments = (width + 251) / 252;
                checkSegments(i, segments, width);
            }
            found.add(new Variable(
                    raw.name(),
                    names.getOrDefault(raw.name(), raw.name()),
                    text(raw.label().getBytes(StandardCharsets.ISO_8859_1)),
                    width,
                    kind(raw.format() >> 16 & 0xFF),
                    raw.element(),
                    missing(raw)));
            i += segments;
        }
        if (found.isEmpty()) {
            throw damaged(content);
        }
        if (found.size() > Table.COLUMNS) {
            throw tooMany();
        }
        variables = List.copyOf(found);
        nameValues();
        longTextLists.forEach(this::longTexts);
    }

    private void checkSegments(int first, int segments, int width) {
        if (width > Table.CELL || first + segments > raws.size()) {
            throw damaged(content);
        }
        int element = raws.get(first).element();
        for (int i = 0; i < segments; i++) {
            Raw raw = raws.get(first + i);
            if (raw.width() == 0 || raw.element() != element) {
                throw damaged(content);
            }
            element += (raw.width() + 7) / 8;
        }
        int last = Math.min(255, width - 255 * ((width - 1) / 255));
        if (8L * elements < 8L * raws.get(first).element() + 256L * ((width - 1) / 255) + last) {
            throw damaged(content);
        }
    }

    private void nameValues() {
        textsOfElement.forEach((element, texts) -> {
            Integer index = rawOfElement.get(element);
            if (index == null) {
                return;
            }
            Raw raw = raws.get(index);
            Map<Value, String> values = called.computeIfAbsent(raw.name(), name -> new LinkedHashMap<>());
            for (byte[][] text : texts) {
                Value value = raw.width() == 0 ? new Value(number(text[0], 0), "") : new Value(0, trimmed(text[0]));
                values.put(value, text(text[1]));
            }
        });
    }

    private void longTexts(byte[] data) {
        ByteBuffer list = ByteBuffer.wrap(data).order(order);
        while (list.remaining() >= 4) {
            String name = text(part(list)).strip();
            Map<Value, String> values = new LinkedHashMap<>();
            if (list.remaining() < 8) {
                return;
            }
            list.getInt();
            int number = list.getInt();
            for (int i = 0; i < number && list.remaining() >= 8; i++) {
                String value = trimmed(part(list));
                values.put(new Value(0, value), list.remaining() >= 4 ? text(part(list)) : "");
            }
            variables.stream()
                    .filter(variable ->
                            variable.name().equals(name) || variable.shortName().equals(name))
                    .findFirst()
                    .ifPresent(variable -> called.computeIfAbsent(variable.shortName(), key -> new LinkedHashMap<>())
                            .putAll(values));
        }
    }

    private static byte[] part(ByteBuffer list) {
        int length = list.remaining() < 4 ? 0 : list.getInt();
        byte[] part = new byte[Math.max(0, Math.min(length, list.remaining()))];
        list.get(part);
        return part;
    }

    private Missing missing(Raw raw) {
        if (raw.numbers().isEmpty()) {
            return Missing.NONE;
        }
        if (raw.width() > 0) {
            return new Missing(
                    Double.NaN,
                    Double.NaN,
                    List.of(),
                    raw.texts().stream().map(this::trimmed).toList());
        }
        boolean range = raw.ranges() > 0;
        List<Double> single = new ArrayList<>();
        for (int i = range ? 2 : 0; i < raw.numbers().size(); i++) {
            single.add(raw.numbers().get(i));
        }
        return new Missing(
                range ? raw.numbers().get(0) : Double.NaN,
                range ? raw.numbers().get(1) : Double.NaN,
                single,
                List.of());
    }

    private static CellFormats.Kind kind(int format) {
        return switch (format) {
            case 20, 23, 24, 28, 29, 30, 38, 39 -> CellFormats.Kind.DATE;
            case 22, 41 -> CellFormats.Kind.DATE_TIME;
            case 21, 25, 40 -> CellFormats.Kind.TIME;
            default -> CellFormats.Kind.NUMBER;
        };
    }

    /** {@code NAME=value} pairs, divided by tabs. */
    private Map<String, String> pairs(byte[] data) {
        Map<String, String> pairs = new TreeMap<>();
        for (String pair : text(data).split("\t", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals),
                        pair.substring(equals + 1).replace("\0", "").strip());
            }
        }
        return pairs;
    }

    private int number(String digits) {
        try {
            return Math.max(1, Integer.parseInt(digits.strip()));
        } catch (NumberFormatException e) {
            throw damaged(content);
        }
    }

    private String text(byte[] bytes) {
        return new String(bytes, charset);
    }

    private String trimmed(byte[] bytes) {
        return text(bytes).replaceAll("[ \\x00]+$", "");
    }

    private int count(int number, int most) {
        if (number < 0 || number > most) {
            throw damaged(content);
        }
        return number;
    }

    private DataProblem tooMany() {
        return new DataProblem(String.format(
                Locale.ROOT,
                "%s: the SPSS file has more variables or value labels than an export can have. Limit: %d variables.",
                content.label(),
                Table.COLUMNS));
    }

    private int integer() throws IOException {
        return ByteBuffer.wrap(bytes(4)).order(order).getInt();
    }

    private byte[] bytes(long length) throws IOException {
        if (length > LONGEST_FIELD) {
            throw damaged(content);
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        position += length;
        return bytes;
    }
}
