package org.evenkeel.sql.release;

import static org.evenkeel.sql.release.generated.tables.Latest.LATEST;
import static org.evenkeel.sql.release.generated.tables.LatestWeeks.LATEST_WEEKS;
import static org.evenkeel.sql.release.generated.tables.Publication.PUBLICATION;
import static org.evenkeel.sql.release.generated.tables.Term.TERM;
import static org.jooq.impl.DSL.max;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The keeper of the releases, within one transaction of the mart. Releases are added and never changed; there is no
 * method that could.
 */
public final class Releases {
    private final DSLContext sql;

    /** Keeps the releases within the transaction that is handed to it. */
    public Releases(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Adds a release. One that is there already is left alone, so that a repeated job ends where it ended before; another
     * release under the same id is a fault, since the id stands for inputs, configuration and version.
     */
    public Publication publish(PublishedRelease release) {
        Optional<PublishedRelease> published = find(release.header().id());
        if (published.isPresent()) {
            refuseDifference(published.get(), release);
            return Publication.ALREADY_THERE;
        }
        new ReleaseWriter(sql, nextNumber()).write(release);
        return Publication.ADDED;
    }

    private static void refuseDifference(PublishedRelease published, PublishedRelease release) {
        if (!published.equals(release)) {
            throw new IllegalStateException(
                    "Release %s is published already, with other content in its %s. The same inputs, configuration and version must give the same release. Nothing was changed."
                            .formatted(release.header().id(), differingPart(published, release)));
        }
    }

    private static String differingPart(PublishedRelease published, PublishedRelease release) {
        if (!published.header().equals(release.header())) {
            return "header";
        }
        if (!published.figures().equals(release.figures())) {
            return "figures";
        }
        if (!published.flags().equals(release.flags()) || !published.findings().equals(release.findings())) {
            return "flags or findings";
        }
        return published.facts().equals(release.facts()) ? "lists of what figures speak of" : "facts";
    }

    private long nextNumber() {
        return Optional.ofNullable(sql.select(max(PUBLICATION.RELEASE_NO))
                                .from(PUBLICATION)
                                .fetchSingle()
                                .value1())
                        .orElse(0L)
                + 1;
    }

    /** The release of this id. */
    public Optional<PublishedRelease> find(String id) {
        return sql.select(PUBLICATION.RELEASE_NO)
                .from(PUBLICATION)
                .where(PUBLICATION.RELEASE_ID.eq(id))
                .fetchOptional(PUBLICATION.RELEASE_NO)
                .map(this::read);
    }

    /** The latest release of a study about a term as a whole. */
    public Optional<PublishedRelease> latest(String study, String term) {
        return sql.select(LATEST.RELEASE_NO)
                .from(LATEST)
                .where(LATEST.STUDY.eq(study))
                .and(LATEST.TERM_ID.eq(term))
                .fetchOptional(LATEST.RELEASE_NO)
                .map(this::read);
    }

    /** The latest release of every term that began before a day, in the order of terms: what a trend over terms is drawn from. */
    public List<PublishedRelease> history(String study, LocalDate before) {
        return sql
                .select(LATEST.RELEASE_NO)
                .from(LATEST)
                .join(TERM)
                .on(TERM.RELEASE_NO.eq(LATEST.RELEASE_NO))
                .and(TERM.TERM_ID.eq(LATEST.TERM_ID))
                .where(LATEST.STUDY.eq(study))
                .and(TERM.FIRST_DAY.lt(before))
                .orderBy(TERM.FIRST_DAY, LATEST.RELEASE_NO)
                .fetch(LATEST.RELEASE_NO)
                .stream()
                .map(this::read)
                .toList();
    }

    /** The releases of weeks of a term, month by month. */
    public List<PublishedRelease> months(String study, String term) {
        return sql
                .select(LATEST_WEEKS.RELEASE_NO)
                .from(LATEST_WEEKS)
                .where(LATEST_WEEKS.STUDY.eq(study))
                .and(LATEST_WEEKS.TERM_ID.eq(term))
                .orderBy(LATEST_WEEKS.WEEKS_OF)
                .fetch(LATEST_WEEKS.RELEASE_NO)
                .stream()
                .map(this::read)
                .toList();
    }

    /** What every release is, in the order of publication. */
    public List<ReleaseHeader> list() {
        return sql.selectFrom(PUBLICATION).orderBy(PUBLICATION.RELEASE_NO).fetch(ReleaseReader::header);
    }

    private PublishedRelease read(long releaseNo) {
        return new ReleaseReader(sql, releaseNo).read();
    }

    /** What publishing did. */
    public enum Publication {
        ADDED,
        ALREADY_THERE
    }
}
