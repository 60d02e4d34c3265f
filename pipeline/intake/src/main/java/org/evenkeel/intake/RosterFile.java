package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.SchoolCalendar;

/**
 * A roster file, read whole: who had which attributes in which term, without any identifier.
 *
 * @param entries one entry per respondent and term
 * @param rows rows in
 * @param withoutRespondent rows rejected because their id is empty
 * @param repeated rows rejected because the same respondent, term and attributes stand earlier
 */
public record RosterFile(List<RosterEntry> entries, long rows, long withoutRespondent, long repeated) {
    public RosterFile {
        entries = List.copyOf(entries);
    }

    /** Reads a roster: columns {@code respondent}, {@code term} and one per attribute. */
    public static RosterFile read(
            Path file, List<AttributeId> attributes, String idSpace, SchoolCalendar calendar, PseudonymKey key) {
        return new RosterFile(List.of(), 0, 0, 0);
    }
}
