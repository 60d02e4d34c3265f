package org.evenkeel.sql.ledger;

import java.time.Instant;

/**
 * A quarantined export that somebody took deliberately.
 *
 * @param source its source
 * @param hash SHA-256 of the file
 * @param by the user account that ran the command
 * @param accepted when
 * @param runNo the run that took it
 */
public record Acceptance(String source, String hash, String by, Instant accepted, long runNo) {}
