package org.evenkeel.reports.verify;

import java.util.List;
import java.util.Optional;
import org.evenkeel.sql.release.PublishedRelease;

/** The releases of a study, as the mart holds them. */
public interface Shelf {
    /** The ids of all releases. */
    List<String> releases();

    /** A release with the earlier ones its report may have been drawn with. */
    Optional<Held> find(String release);

    /**
     * A release with earlier ones.
     *
     * @param release the release
     * @param histories what its report may have been drawn with: first the earlier releases as they are now, then as they were before
     *     some of them were published again
     */
    record Held(PublishedRelease release, List<List<PublishedRelease>> histories) {
        public Held {
            histories = List.copyOf(histories);
        }
    }
}
