package org.evenkeel.app.job;

import java.util.List;

/**
 * What an audit came to.
 *
 * @param lines what was tried and found
 * @param breaches what must not be; none where everything is safe
 */
public record AuditOutcome(List<String> lines, List<String> breaches) {
    private static final int NOTHING_MAY_BE_PUBLISHED = 4;

    public AuditOutcome {
        lines = List.copyOf(lines);
        breaches = List.copyOf(breaches);
    }

    /** 0 where everything is safe, else 4. */
    public int exitCode() {
        return breaches.isEmpty() ? 0 : NOTHING_MAY_BE_PUBLISHED;
    }
}
