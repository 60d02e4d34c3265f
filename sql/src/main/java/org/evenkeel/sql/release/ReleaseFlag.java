package org.evenkeel.sql.release;

import java.util.List;

/**
 * A shown cohort that needs a conversation.
 *
 * @param order where it stands
 * @param cohort the cohort's key
 * @param measure the measure's key
 * @param level {@code red} or {@code amber}
 * @param sentence why, in words
 * @param evidence ids of the shown figures it rests on
 */
public record ReleaseFlag(
        int order, String cohort, String measure, String level, String sentence, List<String> evidence) {
    public ReleaseFlag {
        evidence = List.copyOf(evidence);
    }
}
