package org.evenkeel.reports.verify;

import java.util.Comparator;
import java.util.List;

/**
 * Passages that are compared together: a row of a sheet, a part of a workbook, a document as a whole.
 *
 * @param part the part of the file
 * @param row the row within it; 0 where it has no rows
 * @param passages what stands there, in reading order
 */
record Block(String part, int row, List<Passage> passages) implements Comparable<Block> {
    private static final Comparator<Block> ORDER =
            Comparator.comparing(Block::part).thenComparingInt(Block::row);

    Block {
        passages = List.copyOf(passages);
    }

    @Override
    public int compareTo(Block other) {
        return ORDER.compare(this, other);
    }
}
