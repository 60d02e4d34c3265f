package org.evenkeel.reports.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Which report this is.
 *
 * @param school the school's name
 * @param title what it is called: "Term report", "Weekly report"
 * @param subject what it is about, in words: "Autumn 2026", "October 2026"
 * @param span the days it speaks of, in a sentence
 * @param onePage what its summary is called: "This term on one page"
 * @param asOf the instant up to which answers were taken in
 * @param asOfText that day in the school's zone, in words
 * @param simulated the sentence that marks everything as simulated
 * @param release the release's id
 * @param version the program's version that made the release
 * @param program the program's version that draws the report
 * @param appearance how the school's reports look, and whom they name
 */
public record Cover(
        String school,
        String title,
        String subject,
        String span,
        String onePage,
        Instant asOf,
        String asOfText,
        Optional<String> simulated,
        String release,
        String version,
        String program,
        Appearance appearance) {
    /** The cover of the same report as another version of the program draws it. */
    Cover drawnBy(String other) {
        return new Cover(
                school, title, subject, span, onePage, asOf, asOfText, simulated, release, version, other, appearance);
    }
}
