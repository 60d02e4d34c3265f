package org.evenkeel.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.evenkeel.intake.table.ArchiveBytes;

/** Damage that files take on their way, and damage that somebody does to them. */
final class Mutations {
    private static final List<String> HUGE = List.of(
            "99999999999999999999", "1e400", "-1e308", "NaN", "2147483648", "4294967295", "0.".concat("3".repeat(400)));
    private static final List<String> INSERTED = List.of(
            "\"",
            "\0",
            "'",
            "=cmd|' /C calc'!A0",
            "\r",
            "\ufeff",
            "]]>",
            "<!DOCTYPE x>",
            "&x;",
            "<c>",
            "{",
            "}",
            "[",
            "\\");

    private final SplittableRandom random;

    Mutations(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The bytes with one to four damages. */
    byte[] of(byte[] whole) {
        byte[] damaged = whole;
        int damages = random.nextInt(1, 5);
        for (int i = 0; i < damages && damaged.length > 0; i++) {
            boolean inside = damaged.length > 1 && damaged[0] == 'P' && damaged[1] == 'K' && random.nextInt(4) > 0;
            damaged = inside ? inside(damaged) : once(damaged);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> flipped(bytes, 0, bytes.length);
            case 2 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 3 -> lines(bytes);
            case 4 -> columns(bytes);
            case 5 -> swapped(bytes);
            case 6 ->
                spliced(bytes, INSERTED.get(random.nextInt(INSERTED.size())).getBytes(StandardCharsets.UTF_8));
            case 7 -> numbers(bytes);
            case 8 -> flipped(bytes, Math.max(0, bytes.length - 300), bytes.length);
            case 9 -> flipped(bytes, 0, Math.min(400, bytes.length));
            case 10 -> moved(bytes);
            default -> overwritten(bytes);
        };
    }

    /** One entry of an archive damaged, the archive itself whole. */
    private byte[] inside(byte[] archive) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException e) {
            return once(archive);
        }
        List<String> names = new ArrayList<>(entries.keySet());
        if (names.isEmpty()) {
            return once(archive);
        }
        String name = names.get(random.nextInt(names.size()));
        byte[] content = entries.getOrDefault(name, new byte[0]);
        if (random.nextInt(8) == 0) {
            entries.remove(name);
        } else if (content.length > 0) {
            entries.put(name, of(content));
        }
        try {
            return ArchiveBytes.of(entries);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return once(archive);
        }
    }

    private byte[] flipped(byte[] bytes, int from, int to) {
        byte[] flipped = bytes.clone();
        int flips = random.nextInt(1, 9);
        for (int i = 0; i < flips; i++) {
            flipped[random.nextInt(from, to)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] overwritten(byte[] bytes) {
        byte[] changed = bytes.clone();
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 12));
        byte filling = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
        Arrays.fill(changed, from, to, filling);
        return changed;
    }

    private byte[] moved(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, random.nextInt(1, 2_000));
        byte[] part = Arrays.copyOfRange(bytes, from, from + length);
        if (random.nextBoolean()) {
            return spliced(bytes, part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(bytes, from + length, bytes.length - from - length);
        return out.toByteArray();
    }

    private byte[] spliced(byte[] bytes, byte[] part) {
        int at = random.nextInt(bytes.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(part);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private byte[] lines(byte[] bytes) {
        List<String> lines = new ArrayList<>(List.of(latin(bytes).split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
            default -> lines.set(line, lines.get(line) + lines.get(random.nextInt(lines.size())));
        }
        return bytes(String.join("\n", lines));
    }

    private byte[] columns(byte[] bytes) {
        String separator = List.of(",", ";", "\t", ">").get(random.nextInt(4));
        int column = random.nextInt(8);
        boolean doubled = random.nextBoolean();
        List<String> lines = new ArrayList<>();
        for (String line : latin(bytes).split("\n", -1)) {
            List<String> cells = new ArrayList<>(List.of(line.split(separator, -1)));
            if (column < cells.size()) {
                String cell = doubled ? cells.get(column) + separator + cells.get(column) : "";
                cells.remove(column);
                if (doubled) {
                    cells.add(column, cell);
                }
            }
            lines.add(String.join(separator, cells));
        }
        return bytes(String.join("\n", lines));
    }

    private byte[] swapped(byte[] bytes) {
        char[] separators = {',', ';', '\t', '"', '|'};
        char from = separators[random.nextInt(separators.length)];
        return bytes(latin(bytes).replace(from, separators[random.nextInt(separators.length)]));
    }

    private byte[] numbers(byte[] bytes) {
        String text = latin(bytes);
        int at = random.nextInt(text.length());
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return bytes(text.substring(0, at) + HUGE.get(random.nextInt(HUGE.size())) + text.substring(end));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
