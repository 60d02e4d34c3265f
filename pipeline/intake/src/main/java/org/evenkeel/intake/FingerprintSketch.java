package org.evenkeel.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenkeel.intake.platform.Column;

/** Counts, while an export is read, what its fingerprint needs. Of an answer it keeps a whole number and nothing else. */
final class FingerprintSketch {
    /** No longer ones: a long number may be somebody's. */
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,3}");

    private static final int MOST_CODES = 100;
    private static final int DIGEST_CHARACTERS = 16;

    private final Export export;
    private final List<Sketch> items = new ArrayList<>();

    private static final class Sketch {
        private final Binding.ItemColumn item;
        private final Map<String, long[]> met = new HashMap<>();
        private long texts;
        private long unreadable;

        Sketch(Binding.ItemColumn item) {
            this.item = item;
        }
    }

    FingerprintSketch(Export export) {
        this.export = export;
        export.binding().items().forEach(item -> items.add(new Sketch(item)));
    }

    /** Takes notice of one cell of the item at this place and of what the reader made of it. */
    void meet(int place, String cell, int value) {
        if (value == AnswerReader.BLANK) {
            return;
        }
        Sketch sketch = items.get(place);
        long[] count = sketch.met.get(cell);
        if (count != null) {
            count[0]++;
        } else if (sketch.met.size() < MOST_CODES && WHOLE.matcher(cell.strip()).matches()) {
            sketch.met.put(cell, new long[] {1});
        } else if (value == AnswerReader.UNREADABLE || value == AnswerReader.OUT_OF_RANGE) {
            sketch.unreadable++;
        } else {
            sketch.texts++;
        }
    }

    ExportFingerprint fingerprint() {
        List<ExportFingerprint.Item> all = new ArrayList<>();
        for (Sketch sketch : items) {
            Column column = export.layout().columns().get(sketch.item.column());
            TreeMap<Long, Long> codes = new TreeMap<>();
            sketch.met.forEach((cell, count) -> codes.merge(Long.parseLong(cell.strip()), count[0], Long::sum));
            all.add(new ExportFingerprint.Item(
                    sketch.item.item().value(),
                    column.name(),
                    column.label().isBlank() ? "" : digest(Column.fold(column.label())),
                    sketch.item.questionnaire().range().lowest(),
                    sketch.item.questionnaire().range().highest(),
                    codes,
                    sketch.texts,
                    sketch.unreadable));
        }
        return new ExportFingerprint(export.layout().platform().declared(), all);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
