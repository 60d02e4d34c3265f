package org.evenkeel.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.problem.Require;
import org.evenkeel.intake.platform.Layout.Certainty;

/**
 * What an export is and what it gives, found by reading it whole without keeping a row.
 *
 * @param hash SHA-256 of its bytes, by which it is known
 * @param format the platform's format, such as {@code Qualtrics CSV, three header rows}
 * @param certainty how sure that is
 * @param recognisedBy what gave it away
 * @param encoding such as {@code UTF-8 with BOM}
 * @param delimiter the cell separator
 * @param headerRows rows before the first response
 * @param zone the zone of its times, and how it is known
 * @param mapped columns that are read, in file order
 * @param unmapped columns that are not, in file order
 * @param dropped the platform's own columns, which are not read either: addresses, places, names, devices
 * @param rows rows in
 * @param kept rows kept
 * @param rejected rows rejected, by reason
 * @param outOfRange answers out of their item's range, which count as missing
 * @param unreadable answers that are neither a number nor a known answer text or code, which count as missing
 * @param missing items without an answer in the rows kept, by kind
 * @param straight by questionnaire that asks in both directions, how many answered it alike throughout
 * @param impossible rows kept in which an answer is out of range or cannot be read
 * @param repeated responses kept beyond the first of a respondent in a term, where one of them counts
 * @param notes what else a person should know, in sentences
 * @param newest the newest submission kept
 * @param fingerprint how it asks its items
 */
public record ExportReport(
        String hash,
        String format,
        Certainty certainty,
        String recognisedBy,
        String encoding,
        String delimiter,
        int headerRows,
        String zone,
        List<String> mapped,
        List<String> unmapped,
        List<String> dropped,
        long rows,
        long kept,
        Map<Rejection, Long> rejected,
        long outOfRange,
        long unreadable,
        Map<Missing, Long> missing,
        Map<String, Marked> straight,
        long impossible,
        long repeated,
        List<String> notes,
        Optional<Instant> newest,
        ExportFingerprint fingerprint) {
    /**
     * How many of those who could be marked are.
     *
     * @param marked how many are
     * @param of how many could be
     */
    public record Marked(long marked, long of) {}

    public ExportReport {
        mapped = List.copyOf(mapped);
        unmapped = List.copyOf(unmapped);
        dropped = List.copyOf(dropped);
        notes = List.copyOf(notes);
        missing = Collections.unmodifiableMap(new TreeMap<>(missing));
        straight = Collections.unmodifiableMap(new TreeMap<>(straight));
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
        long accounted =
                kept + rejected.values().stream().mapToLong(Long::longValue).sum();
        Require.that(rows == accounted, "every row must be accounted for: %s in, %s kept or rejected", rows, accounted);
    }

    /** What the answers are like, in lines to be read: what is missing and why, and what is marked. Counts only. */
    public List<String> quality() {
        List<String> lines = new ArrayList<>();
        if (outOfRange + unreadable > 0) {
            lines.add(outOfRange + " answers out of range and " + unreadable + " that cannot be read count as missing");
        }
        String kinds = missing.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> kind.getValue() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            lines.add("items without an answer: " + kinds);
        }
        straight.forEach((questionnaire, share) -> {
            if (share.marked() > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s: %d of %d (%.1f%%) answered alike throughout although its items ask in both directions; marked,"
                                + " not dropped",
                        questionnaire,
                        share.marked(),
                        share.of(),
                        100.0 * share.marked() / share.of()));
            }
        });
        if (impossible > 0) {
            lines.add(impossible + " of " + kept + " responses hold an impossible answer; marked, not dropped");
        }
        return lines;
    }

    /** All that a person should know beside the rows: {@link #quality} and notes. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(quality());
        remarks.addAll(notes);
        return remarks;
    }
}
