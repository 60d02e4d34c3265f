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
 * @param codes how the survey numbers the answers, where not as the instrument does
 */
public record InstrumentUse(
        InstrumentId instrument, Optional<String> coding, Columns columns, Map<String, Integer> answers, Codes codes) {
    public InstrumentUse {
        answers = Map.copyOf(answers);
    }

    /** An instrument whose answers are numbered as its values, for all that is declared. */
    public InstrumentUse(
            InstrumentId instrument, Optional<String> coding, Columns columns, Map<String, Integer> answers) {
        this(instrument, coding, columns, answers, Codes.UNDECLARED);
    }
}
