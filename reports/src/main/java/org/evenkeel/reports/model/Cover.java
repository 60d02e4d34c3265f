package org.evenkeel.reports.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which report this is.
 *
 * @param school the school's name
 * @param term the term in words: "Autumn 2026"
 * @param termId the term's id
 * @param from the term's first day
 * @param to the term's last day
 * @param asOf the instant up to which answers were taken in
 * @param asOfText that day in the school's zone, in words
 * @param simulated the sentence that marks everything as simulated
 * @param release the release's id
 * @param version the program's version that made the release
 */
public record Cover(
        String school,
        String term,
        String termId,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        String asOfText,
        Optional<String> simulated,
        String release,
        String version) {}
