package org.evenkeel.core.study;

import java.util.Set;
import org.evenkeel.core.problem.Require;

/**
 * The question by which respondents agreed to take part.
 *
 * @param column its column in the exports
 * @param accepted the answers that mean yes, besides the usual ones
 */
public record Consent(String column, Set<String> accepted) {
    public Consent {
        Require.that(!column.isBlank(), "the consent column needs a name. Value given: '%s'", column);
        accepted = Set.copyOf(accepted);
    }
}
