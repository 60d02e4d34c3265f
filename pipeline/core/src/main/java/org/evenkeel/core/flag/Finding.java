package org.evenkeel.core.flag;

import java.util.List;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.instrument.Theme;

/**
 * A sentence of the summary.
 *
 * @param theme what it speaks of
 * @param certainty how sure it is
 * @param sentence the finding in words
 * @param evidence the shown figures it rests on
 */
public record Finding(Theme theme, Certainty certainty, String sentence, List<FigureKey> evidence) {
    /** How sure a finding is. */
    public enum Certainty {
        /** The interval leaves no doubt about the direction. */
        CLEAR,
        /** The direction is more likely than not, the interval leaves doubt. */
        PROBABLE,
        /** Nothing can be said about a direction. */
        OPEN
    }

    public Finding {
        evidence = List.copyOf(evidence);
    }
}
