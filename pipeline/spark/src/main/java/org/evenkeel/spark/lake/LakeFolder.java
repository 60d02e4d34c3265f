package org.evenkeel.spark.lake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * A folder that was written, described by values: what the ledger needs to make it current and to find it again.
 *
 * @param dataset what it holds, as {@link LakeDataset#folder} names it
 * @param source the source its rows are of; empty where they are of several
 * @param term the term its rows are of
 * @param folder where it is, relative to the lake, with forward slashes
 * @param rows how many rows it holds
 * @param fingerprint SHA-256 over its files' bytes, whatever the files are called
 */
public record LakeFolder(String dataset, String source, String term, String folder, long rows, String fingerprint) {
    private static final Pattern REWRITTEN = Pattern.compile("-again-.*$");

    public LakeFolder {
        Require.that(!folder.isBlank(), "a lake folder needs a path. Value given: '%s'", folder);
        Require.that(rows >= 0, "rows must be 0 or more. Value given: %s", rows);
    }

    /** Whether it holds this dataset. */
    public boolean holds(LakeDataset wanted) {
        return dataset.equals(wanted.folder());
    }

    /** The source its rows are of, if they are of one. */
    public Optional<SourceId> ofSource() {
        return source.isEmpty() ? Optional.empty() : Optional.of(new SourceId(source));
    }

    /**
     * The batch whose rows it holds, also where a later one wrote them again without some: batches sort in the order in
     * which they became current.
     */
    public String batch() {
        List<String> parts = List.of(folder.split("/", -1));
        return parts.size() > 1 ? REWRITTEN.matcher(parts.get(1)).replaceFirst("") : "";
    }

    /** The term its rows are of. */
    public TermId ofTerm() {
        return new TermId(term);
    }
}
