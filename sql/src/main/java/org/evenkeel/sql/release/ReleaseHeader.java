package org.evenkeel.sql.release;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a release is.
 *
 * @param id the release's name: the term and a hash of inputs, configuration and version
 * @param study the school's name
 * @param term the term it is about, wholly or in part
 * @param month the month whose weeks it is about; absent where it is about the term as a whole
 * @param asOf the instant up to which answers were taken in, to the microsecond
 * @param zone the school's zone, in which days are printed
 * @param threshold fewest respondents a shown figure rests on
 * @param coverage {@code census} or {@code sample}
 * @param simulated the sentence that marks everything as simulated, where it is
 * @param version the program's version
 * @param configurationHash SHA-256 of study and instruments
 * @param inputHash SHA-256 over the hashes of the exports taken in
 */
public record ReleaseHeader(
        String id,
        String study,
        String term,
        Optional<YearMonth> month,
        Instant asOf,
        ZoneId zone,
        int threshold,
        String coverage,
        Optional<String> simulated,
        String version,
        String configurationHash,
        String inputHash) {
    public ReleaseHeader {
        asOf = asOf.truncatedTo(ChronoUnit.MICROS);
    }

    /** What it is about, as a key: {@code 2026-autumn}, or {@code 2026-autumn-2026-10} for the weeks of a month. */
    public String subject() {
        return month.map(one -> term + "-" + one).orElse(term);
    }
}
