package org.evenkeel.sql.release;

import java.util.List;

/**
 * A sentence of the summary, made from shown figures.
 *
 * @param order where it stands
 * @param theme the theme it speaks of
 * @param certainty {@code clear}, {@code probable} or {@code open}
 * @param sentence the finding in words
 * @param evidence ids of the shown figures it rests on
 */
public record ReleaseFinding(int order, String theme, String certainty, String sentence, List<String> evidence) {
    public ReleaseFinding {
        evidence = List.copyOf(evidence);
    }
}
