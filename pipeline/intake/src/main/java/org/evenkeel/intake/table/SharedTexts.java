package org.evenkeel.intake.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.DataProblem;

/**
 * The texts that a workbook's cells refer to by number, held as bytes; of a large list only those that are needed.
 */
final class SharedTexts {
    /** The most bytes of text that are held. */
    static final int MOST_BYTES = 128 << 20;

    private static final int BLOCK = 1 << 20;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final long[] needed;
    private final int[] neededBefore;
    private final boolean whole;
    private final List<byte[]> blocks = new ArrayList<>();
    private int[] ends = new int[1024];
    private int held;
    private int count;

    private SharedTexts(Optional<BitSet> needed) {
        this.whole = needed.isEmpty();
        this.needed = needed.map(BitSet::toLongArray).orElse(new long[0]);
        this.neededBefore = new int[this.needed.length];
        int before = 0;
        for (int i = 0; i < this.needed.length; i++) {
            neededBefore[i] = before;
            before += Long.bitCount(this.needed[i]);
        }
    }

    /** No texts. */
    static SharedTexts none() {
        return new SharedTexts(Optional.empty());
    }

    /** The texts of a workbook's list; all of them, or those that are needed. */
    static SharedTexts read(Content list, Optional<BitSet> needed) {
        SharedTexts texts = new SharedTexts(needed);
        StringBuilder text = new StringBuilder();
        int index = -1;
        boolean gathering = false;
        int phonetic = 0;
        int last = needed.map(BitSet::length).orElse(Integer.MAX_VALUE) - 1;
        if (last < 0) {
            return texts;
        }
        try (Markup markup = Markup.open(list)) {
            while ((index < last || !markup.isEnd("si")) && markup.next()) {
                if (markup.isText()) {
                    if (gathering && phonetic == 0) {
                        markup.gather(text);
                    }
                } else if (markup.isStart("si")) {
                    index++;
                    text.setLength(0);
                } else if (markup.isStart("t")) {
                    gathering = texts.needs(index);
                } else if (markup.isStart("rPh")) {
                    phonetic++;
                } else if (markup.isEnd("t")) {
                    gathering = false;
                } else if (markup.isEnd("rPh")) {
                    phonetic--;
                } else if (markup.isEnd("si") && texts.needs(index)) {
                    texts.add(unescaped(text), list);
                }
            }
        }
        return texts;
    }

    /** The text of that number; blank where there is none. */
    String text(int index) {
        int place = place(index);
        if (place < 0 || place >= count) {
            return "";
        }
        int start = place == 0 ? 0 : ends[place - 1];
        int length = ends[place] - start;
        int offset = start % BLOCK;
        if (offset + length <= BLOCK) {
            return length == 0 ? "" : new String(blocks.get(start / BLOCK), offset, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int copied = 0; copied < length; ) {
            int part = Math.min(length - copied, BLOCK - (start + copied) % BLOCK);
            System.arraycopy(blocks.get((start + copied) / BLOCK), (start + copied) % BLOCK, bytes, copied, part);
            copied += part;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private boolean needs(int index) {
        return whole || place(index) >= 0;
    }

    private int place(int index) {
        if (whole) {
            return index;
        }
        int word = index >> 6;
        if (index < 0 || word >= needed.length || (needed[word] >>> index & 1) == 0) {
            return -1;
        }
        return neededBefore[word] + Long.bitCount(needed[word] & ((1L << index) - 1));
    }

    private void add(String text, Content list) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (held + bytes.length + 4L * count > MOST_BYTES) {
            throw new DataProblem(String.format(
                    "%s: the workbook's texts take more than %d MB of memory. Export it as CSV.",
                    list.label(), MOST_BYTES >> 20));
        }
        for (int copied = 0; copied < bytes.length; ) {
            if (held % BLOCK == 0) {
                blocks.add(new byte[BLOCK]);
            }
            int part = Math.min(bytes.length - copied, BLOCK - held % BLOCK);
            System.arraycopy(bytes, copied, blocks.get(held / BLOCK), held % BLOCK, part);
            copied += part;
            held += part;
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = held;
    }

    /** Characters that XML cannot hold are written {@code _x000D_}. */
    static String unescaped(CharSequence text) {
        String plain = text.toString();
        if (!plain.contains("_x")) {
            return plain;
        }
        Matcher escaped = ESCAPED.matcher(plain);
        return escaped.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
