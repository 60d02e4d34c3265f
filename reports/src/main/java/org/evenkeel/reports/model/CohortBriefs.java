package org.evenkeel.reports.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;

/** The briefs of a release about a term, one for every group but the school of which a mean is shown. Each is written when it is asked for. */
public final class CohortBriefs {
    private final CohortBriefWriter writer;
    private final Map<String, ReleaseCohort> byKey = new LinkedHashMap<>();

    private CohortBriefs(CohortBriefWriter writer) {
        this.writer = writer;
        writer.cohorts().forEach(cohort -> byKey.put(cohort.key(), cohort));
    }

    /**
     * The briefs of a release.
     *
     * @param report the report about the same release
     * @param watchlist the watchlist of the same release
     * @param release the release, about a term
     * @param history the latest published release of each earlier term, and those of earlier weeks of the same term
     */
    public static CohortBriefs of(
            TermReport report, Watchlist watchlist, PublishedRelease release, List<PublishedRelease> history) {
        return new CohortBriefs(new CohortBriefWriter(report, watchlist, release, history));
    }

    /** The keys of the groups that have a brief, each with its file's name without an ending, in the release's order. */
    public Map<String, String> slugs() {
        Map<String, String> slugs = new LinkedHashMap<>();
        byKey.forEach((key, cohort) -> slugs.put(key, writer.slug(cohort)));
        return slugs;
    }

    /** The brief about the group of this key; empty where the release has none about it. */
    public Optional<CohortBrief> find(String cohort) {
        return Optional.ofNullable(byKey.get(cohort)).map(writer::write);
    }

    /** All of them, in the release's order. */
    public Stream<CohortBrief> all() {
        return byKey.values().stream().map(writer::write);
    }
}
