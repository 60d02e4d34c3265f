package org.evenkeel.intake.table;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Records that are read one ahead, so that the end is known before it is asked for. */
abstract class AdvancingRows implements Rows {
    private @Nullable Row next;
    private boolean ended;

    /** The next record; none at the end. It is not asked again after that. */
    abstract @Nullable Row advance();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public final Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }
}
