package org.evenkeel.sql.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a command that changes something.
 *
 * @param runNo counts the runs of the mart from 1
 * @param command the command as it was given, without secrets
 * @param version the program's version
 * @param configurationHash SHA-256 of study and instruments
 * @param started when it began
 * @param ended when it ended, absent while it runs
 * @param status how it stands
 * @param problem what stopped a failed run, in a sentence
 */
public record Run(
        long runNo,
        String command,
        String version,
        String configurationHash,
        Instant started,
        Optional<Instant> ended,
        Status status,
        Optional<String> problem) {
    /** How a run stands. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED
    }
}
