package org.evenkeel.intake.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** SPSS system files for proofs, written by their published layout. */
public final class SystemFileBytes {
    private static final int BLOCK = 1 << 12;

    /** How the records are packed. */
    public enum Packing {
        NONE(0),
        BYTE_CODES(1),
        ZLIB(2);

        private final int code;

        Packing(int code) {
            this.code = code;
        }
    }

    /**
     * A variable.
     *
     * @param name its long name
     * @param label its text
     * @param width bytes of a text; 0 for a number
     * @param format the number of its print format
     * @param values what its values are called
     * @param missing as the file writes it: a count, and values
     */
    public record Variable(
            String name, String label, int width, int format, Map<Double, String> values, List<Double> missing) {
        public Variable(String name, String label, int width, int format, Map<Double, String> values) {
            this(name, label, width, format, values, List.of());
        }

        public static Variable number(String name) {
            return new Variable(name, "", 0, 5, Map.of());
        }

        public static Variable text(String name, int width) {
            return new Variable(name, "", width, 1, Map.of());
        }

        public static Variable time(String name) {
            return new Variable(name, "", 0, 22, Map.of());
        }
    }

    private final ByteOrder order;
    private final Packing packing;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private SystemFileBytes(ByteOrder order, Packing packing) {
        this.order = order;
        this.packing = packing;
    }

    /** The file of these variables and records; a record holds numbers, texts, times, and null for what is missing. */
    public static byte[] of(ByteOrder order, Packing packing, List<Variable> variables, List<List<Object>> records) {
        return new SystemFileBytes(order, packing).write(variables, records);
    }

    private byte[] write(List<Variable> variables, List<List<Object>> records) {
        text(packing == Packing.ZLIB ? "$FL3" : "$FL2", 4);
        text("@(#) SPSS DATA FILE", 60);
        integer(2);
        integer(variables.size());
        integer(packing.code);
        integer(0);
        integer(records.size());
        number(100);
        text("22 Nov 2610:00:00", 17);
        text("", 67);
        StringBuilder names = new StringBuilder();
        StringBuilder widths = new StringBuilder();
        Map<Integer, Variable> labelled = new LinkedHashMap<>();
        int element = 1;
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            String shortName = "V" + i;
            names.append(names.isEmpty() ? "" : "\t")
                    .append(shortName)
                    .append('=')
                    .append(variable.name());
            if (!variable.values().isEmpty()) {
                labelled.put(element, variable);
            }
            if (variable.width() > 255) {
                widths.append(String.format("%s=%05d\0\t", shortName, variable.width()));
                int segments = (variable.width() + 251) / 252;
                for (int s = 0; s < segments; s++) {
                    int width = s < segments - 1 ? 255 : variable.width() - 252 * (segments - 1);
                    element += variable(
                            s == 0 ? shortName : shortName + "S" + s, s == 0 ? variable.label() : "", width, variable);
                }
            } else {
                element += variable(shortName, variable.label(), variable.width(), variable);
            }
        }
        labelled.forEach((first, variable) -> {
            integer(3);
            integer(variable.values().size());
            variable.values().forEach((value, label) -> {
                number(value);
                byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
                out.write(bytes.length);
                padded(bytes, 8, 1);
            });
            integer(4);
            integer(1);
            integer(first);
        });
        extension(13, names.toString());
        if (!widths.isEmpty()) {
            extension(14, widths.toString());
        }
        extension(20, "UTF-8");
        integer(999);
        integer(0);
        List<byte[]> elements = new ArrayList<>();
        for (List<Object> record : records) {
            for (int i = 0; i < variables.size(); i++) {
                elements(variables.get(i), record.get(i), elements);
            }
        }
        data(elements);
        return out.toByteArray();
    }

    private int variable(String name, String label, int width, Variable variable) {
        integer(2);
        integer(width);
        integer(label.isEmpty() ? 0 : 1);
        integer(variable.missing().isEmpty() ? 0 : variable.missing().get(0).intValue());
        integer(variable.format() << 16 | 8 << 8);
        integer(variable.format() << 16 | 8 << 8);
        text(name, 8);
        if (!label.isEmpty()) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            integer(bytes.length);
            padded(bytes, 4, 0);
        }
        for (int i = 1; i < variable.missing().size(); i++) {
            number(variable.missing().get(i));
        }
        int elements = width == 0 ? 1 : (width + 7) / 8;
        for (int i = 1; i < elements; i++) {
            integer(2);
            integer(-1);
            integer(0);
            integer(0);
            integer(0);
            integer(0);
            text("", 8);
        }
        return elements;
    }

    private void elements(Variable variable, Object value, List<byte[]> elements) {
        if (variable.width() == 0) {
            double number = value == null
                    ? -Double.MAX_VALUE
                    : value instanceof LocalDateTime time
                            ? Duration.between(LocalDateTime.of(1582, 10, 14, 0, 0), time)
                                    .toSeconds()
                            : ((Number) value).doubleValue();
            elements.add(buffer(8).putDouble(number).array());
            return;
        }
        byte[] bytes = String.valueOf(value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
        int segments = variable.width() > 255 ? (variable.width() + 251) / 252 : 1;
        for (int s = 0; s < segments; s++) {
            int width =
                    segments == 1 ? variable.width() : s < segments - 1 ? 255 : variable.width() - 252 * (segments - 1);
            byte[] held = new byte[(width + 7) / 8 * 8];
            Arrays.fill(held, (byte) ' ');
            int from = Math.min(255 * s, bytes.length);
            System.arraycopy(bytes, from, held, 0, Math.min(bytes.length - from, Math.min(255, width)));
            for (int i = 0; i < held.length; i += 8) {
                elements.add(Arrays.copyOfRange(held, i, i + 8));
            }
        }
    }

    private void data(List<byte[]> elements) {
        if (packing == Packing.NONE) {
            elements.forEach(out::writeBytes);
            return;
        }
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (int i = 0; i < elements.size(); i += 8) {
            ByteArrayOutputStream literals = new ByteArrayOutputStream();
            for (int j = i; j < i + 8; j++) {
                codes.write(j < elements.size() ? code(elements.get(j), literals) : 252);
            }
            codes.writeBytes(literals.toByteArray());
        }
        if (packing == Packing.BYTE_CODES) {
            out.writeBytes(codes.toByteArray());
            return;
        }
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        byte[] all = codes.toByteArray();
        for (int from = 0; from < all.length; from += BLOCK) {
            Deflater deflater = new Deflater();
            deflater.setInput(all, from, Math.min(BLOCK, all.length - from));
            deflater.finish();
            byte[] packed = new byte[2 * BLOCK];
            blocks.write(packed, 0, deflater.deflate(packed));
            deflater.end();
        }
        long start = out.size();
        out.writeBytes(buffer(24)
                .putLong(start)
                .putLong(start + 24 + blocks.size())
                .putLong(24)
                .array());
        out.writeBytes(blocks.toByteArray());
        out.writeBytes(new byte[24]);
    }

    private int code(byte[] element, ByteArrayOutputStream literals) {
        if (Arrays.equals(element, "        ".getBytes(StandardCharsets.US_ASCII))) {
            return 254;
        }
        double value = ByteBuffer.wrap(element).order(order).getDouble();
        if (value == -Double.MAX_VALUE) {
            return 255;
        }
        if (value == Math.rint(value) && value >= -99 && value <= 151) {
            return (int) value + 100;
        }
        literals.writeBytes(element);
        return 253;
    }

    private void extension(int subtype, String data) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        integer(7);
        integer(subtype);
        integer(1);
        integer(bytes.length);
        out.writeBytes(bytes);
    }

    private void padded(byte[] bytes, int multiple, int before) {
        out.writeBytes(bytes);
        out.writeBytes(new byte[(multiple - (bytes.length + before) % multiple) % multiple]);
    }

    private void text(String text, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        byte[] given = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(given, 0, bytes, 0, Math.min(given.length, length));
        out.writeBytes(bytes);
    }

    private void integer(int value) {
        out.writeBytes(buffer(4).putInt(value).array());
    }

    private void number(double value) {
        out.writeBytes(buffer(8).putDouble(value).array());
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(order);
    }
}
