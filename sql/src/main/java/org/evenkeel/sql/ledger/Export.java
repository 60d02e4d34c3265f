package org.evenkeel.sql.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file from a survey platform and what became of it, known to its source by the hash of its bytes.
 *
 * @param source the source it was offered to
 * @param hash SHA-256 of the file
 * @param fileName the file's name when it was last met
 * @param format what it was recognised as
 * @param fate what became of it
 * @param reason why it was not taken, in a sentence
 * @param rowsIn rows in the file
 * @param rowsKept rows taken in
 * @param rejections rows rejected, by reason
 * @param newest the newest submission kept
 * @param runNo the run that decided
 * @param checkCommand what to run to see again why it was not taken
 */
public record Export(
        String source,
        String hash,
        String fileName,
        String format,
        Fate fate,
        Optional<String> reason,
        long rowsIn,
        long rowsKept,
        SortedMap<String, Long> rejections,
        Optional<Instant> newest,
        long runNo,
        Optional<String> checkCommand) {
    public Export {
        rejections = Collections.unmodifiableSortedMap(new TreeMap<>(rejections));
        if ((fate == Fate.TAKEN) == reason.isPresent()) {
            throw new IllegalArgumentException(
                    "An export that is not taken has a reason, and only such a one. Provided fate: " + fate);
        }
        long rejected = rejections.values().stream().mapToLong(Long::longValue).sum();
        if (fate == Fate.TAKEN && rowsIn != rowsKept + rejected) {
            throw new IllegalArgumentException("Every row is kept or rejected. Rows in: %d, kept: %d, rejected: %d"
                    .formatted(rowsIn, rowsKept, rejected));
        }
    }

    /** An export of which there is nothing to be seen again. */
    public Export(
            String source,
            String hash,
            String fileName,
            String format,
            Fate fate,
            Optional<String> reason,
            long rowsIn,
            long rowsKept,
            SortedMap<String, Long> rejections,
            Optional<Instant> newest,
            long runNo) {
        this(
                source,
                hash,
                fileName,
                format,
                fate,
                reason,
                rowsIn,
                rowsKept,
                rejections,
                newest,
                runNo,
                Optional.empty());
    }

    /** What can become of an export. */
    public enum Fate {
        /** All of it is in the lake. */
        TAKEN,
        /** It cannot be taken as it is. */
        REFUSED,
        /** It waits until somebody accepts it. */
        QUARANTINED
    }
}
