package org.evenkeel.core.study;

import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.instrument.InstrumentId;

/**
 * An instrument as one source asks it.
 *
 * @param instrument which instrument
 * @param coding the declared coding where the instrument has several, such as {@code agree-high}
 * @param columns where its items are
 * @param answers declared answer texts or codes beyond the instrument's own anchors, and the item value each means
 */
public record InstrumentUse(
        InstrumentId instrument, Optional<String> coding, Columns columns, Map<String, Integer> answers) {
    public InstrumentUse {
        answers = Map.copyOf(answers);
    }
}
