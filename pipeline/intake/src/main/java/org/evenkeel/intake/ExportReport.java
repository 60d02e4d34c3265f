package org.evenkeel.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.problem.Require;

/**
 * What an export is and what it gives, found by reading it whole without keeping a row.
 *
 * @param hash SHA-256 of its bytes, by which it is known
 * @param format the platform's format, such as {@code Qualtrics CSV, three header rows}
 * @param recognisedBy what gave it away
 * @param encoding such as {@code UTF-8 with BOM}
 * @param delimiter the cell separator
 * @param headerRows rows before the first response
 * @param zone the zone of its times, and how it is known
 * @param mapped columns that are read, in file order
 * @param unmapped columns that are not, in file order; a platform's own technical columns are left out
 * @param rows rows in
 * @param kept rows kept
 * @param rejected rows rejected, by reason
 * @param outOfRange answers out of their item's range, which count as missing
 * @param unreadable answers that are neither a number nor a known answer text or code, which count as missing
 * @param notes what else a person should know, in sentences
 * @param newest the newest submission kept
 * @param fingerprint how it asks its items
 */
public record ExportReport(
        String hash,
        String format,
        String recognisedBy,
        String encoding,
        String delimiter,
        int headerRows,
        String zone,
        List<String> mapped,
        List<String> unmapped,
        long rows,
        long kept,
        Map<Rejection, Long> rejected,
        long outOfRange,
        long unreadable,
        List<String> notes,
        Optional<Instant> newest,
        ExportFingerprint fingerprint) {
    public ExportReport {
        mapped = List.copyOf(mapped);
        unmapped = List.copyOf(unmapped);
        notes = List.copyOf(notes);
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        long accounted =
                kept + rejected.values().stream().mapToLong(Long::longValue).sum();
        Require.that(rows == accounted, "every row must be accounted for: %s in, %s kept or rejected", rows, accounted);
    }
}
