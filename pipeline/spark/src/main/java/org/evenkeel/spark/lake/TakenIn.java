package org.evenkeel.spark.lake;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;

/**
 * What a batch of exports gave.
 *
 * @param folders the folders it wrote, by source and term
 * @param newest the newest submission of each
 * @param kept by export hash, the responses kept of it; those that a later export of the batch supersedes are not counted
 */
public record TakenIn(List<LakeFolder> folders, List<Newest> newest, Map<String, Long> kept) {
    public TakenIn {
        folders = List.copyOf(folders);
        newest = List.copyOf(newest);
        kept = Collections.unmodifiableMap(new TreeMap<>(kept));
    }

    /** The newest submission of a source about a term. */
    public record Newest(SourceId source, TermId term, Instant submitted) {}
}
