package org.evenkeel.sql.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * An erasure, of which the ledger knows how many and never who.
 *
 * @param erasureNo counts the erasures of the mart from 1
 * @param cause why
 * @param respondents how many respondents were asked to be erased; 0 for retention
 * @param rows how many rows of the lake went
 * @param before for retention: everything submitted before it went
 * @param committed when the lake without them became current
 * @param swept when the last old file was deleted; absent until then
 * @param runNo the run that did it
 */
public record Erasure(
        long erasureNo,
        Cause cause,
        long respondents,
        long rows,
        Optional<Instant> before,
        Instant committed,
        Optional<Instant> swept,
        long runNo) {
    /** Why rows are erased. */
    public enum Cause {
        /** Respondents withdrew. */
        REQUEST,
        /** Rows grew too old. */
        RETENTION
    }
}
