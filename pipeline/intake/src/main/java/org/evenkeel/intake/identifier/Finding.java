package org.evenkeel.intake.identifier;

import org.evenkeel.core.problem.Require;
import org.evenkeel.intake.platform.Column;

/**
 * A column that identifies people. It holds no value of it.
 *
 * @param column the column
 * @param kind what gives people away
 * @param cells how many cells do
 */
public record Finding(Column column, IdentifierKind kind, long cells) {
    public Finding {
        Require.that(cells > 0, "a finding rests on 1 cell or more. Value given: %s", cells);
    }
}
