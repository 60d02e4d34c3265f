package org.evenkeel.intake;

import java.util.Map;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.TermId;

/** One line of a roster file: the attributes a respondent has in a term, without any identifier. */
public record RosterEntry(long respondent, long respondentCheck, TermId term, Map<AttributeId, String> attributes) {
    public RosterEntry {
        attributes = Map.copyOf(attributes);
    }
}
