package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleasePresentation;
import org.evenkeel.sql.release.ReleaseStanding;

/**
 * The groups of a term that need a conversation, each with all that can be said of it, for those who will have that conversation.
 *
 * @param words how things are said in it
 * @param presentation how it looks, and whom it names
 * @param cover which report this is
 * @param since what is different from the latest earlier term; absent where none has been published
 * @param entries the red and amber flags in the release's order
 * @param unclear groups of which too few answered to tell
 * @param unsaid what cannot be said, and why
 * @param howToRead how to read the page
 * @param privacy how respondents are protected
 * @param provenance which releases it was drawn from
 */
public record Watchlist(
        Words words,
        ReleasePresentation presentation,
        Cover cover,
        Optional<Since> since,
        List<Entry> entries,
        List<Unclear> unclear,
        List<String> unsaid,
        TextSection howToRead,
        TextSection privacy,
        FactTable provenance) {
    public Watchlist {
        entries = List.copyOf(entries);
        unclear = List.copyOf(unclear);
        unsaid = List.copyOf(unsaid);
    }

    /**
     * The watchlist of a release about a term.
     *
     * @param report the report about the same release
     * @param release the release
     * @param history the latest published release of each earlier term, and those of earlier weeks of the same term
     */
    public static Watchlist of(TermReport report, PublishedRelease release, List<PublishedRelease> history) {
        return new WatchlistWriter(report, release, history).write();
    }

    /** How many flags are of the level. */
    public long count(OnePage.Level level) {
        return entries.stream().filter(entry -> entry.level() == level).count();
    }

    /** What became of a flag since the latest earlier term. */
    public enum Status {
        NEW("model.status.new"),
        MORE_PRESSING("model.status.more-pressing"),
        LESS_PRESSING("model.status.less-pressing"),
        UNCHANGED("model.status.unchanged"),
        GONE("model.status.gone"),
        /** There is no earlier term to compare with. */
        FIRST("model.status.first");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        /** The status as printed. */
        public String said(Words words) {
            return words.text(key);
        }
    }

    /**
     * What is different from an earlier term.
     *
     * @param term that term in words
     * @param changes new flags, flags of another level and flags that are gone, in this order
     */
    public record Since(String term, List<Change> changes) {
        public Since {
            changes = List.copyOf(changes);
        }

        /** How many flags have the status. */
        public long count(Status status) {
            return changes.stream().filter(change -> change.status() == status).count();
        }

        /** The changes of a status, in order. */
        public List<Change> of(Status status) {
            return changes.stream().filter(change -> change.status() == status).toList();
        }
    }

    /**
     * One flag that is not as it was.
     *
     * @param status what became of it
     * @param cohort the group's name
     * @param measure the measure's title
     * @param sentence what was and what is
     * @param evidence the figures that the sentence speaks of
     * @param entry the place of its entry in this list, where it has one
     */
    public record Change(
            Status status, String cohort, String measure, String sentence, List<Evidence> evidence, OptionalInt entry) {
        public Change {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A figure in words enough to stand alone.
     *
     * @param reading the figure
     * @param what its kind
     * @param whom the group's name
     * @param when the period
     * @param respondents how many answered, where that is a figure too
     */
    public record Evidence(Reading reading, String what, String whom, String when, Optional<Reading> respondents) {}

    /**
     * A flag with all that can be said of it.
     *
     * @param place its place in the release's order, from 1
     * @param level red or amber
     * @param status what became of it since the latest earlier term
     * @param subject whom and what it is about
     * @param reason why it stands here
     * @param cited ids of the figures it rests on
     * @param mean the group's mean
     * @param school the school's mean
     * @param basis the figures it rests on
     * @param further other figures of the group on this measure
     * @param terms the means over terms, where there are at least two
     * @param weeks the means over the weeks of this term, where there are at least two
     * @param standing where the group stands among those beside it
     */
    public record Entry(
            int place,
            OnePage.Level level,
            Status status,
            Subject subject,
            String reason,
            List<String> cited,
            Optional<Reading> mean,
            Optional<Reading> school,
            List<Evidence> basis,
            List<Evidence> further,
            Optional<Course> terms,
            Optional<Course> weeks,
            Optional<Standing> standing) {
        public Entry {
            cited = List.copyOf(cited);
            basis = List.copyOf(basis);
            further = List.copyOf(further);
        }
    }

    /**
     * Whom and what a flag is about.
     *
     * @param cohort the group's name
     * @param cohortOrder where the group stands in reports
     * @param grouping its division of the school, in words
     * @param measure the measure's title
     * @param measureOrder where the measure stands in reports
     * @param theme its theme in words
     * @param scale its range and direction: "0–40, higher is worse"
     */
    public record Subject(
            String cohort,
            int cohortOrder,
            String grouping,
            String measure,
            int measureOrder,
            String theme,
            String scale) {}

    /**
     * Means of the group and the school over periods.
     *
     * @param axis the range of possible values
     * @param points one per period, in order
     */
    public record Course(Axis axis, List<Point> points) {
        public Course {
            points = List.copyOf(points);
        }

        /** Whether something is known of what was to be expected of its weeks. */
        public boolean isControlled() {
            return points.stream().anyMatch(point -> point.control().isPresent());
        }

        /** Whether usual weeks have limits. */
        public boolean hasLimits() {
            return points.stream()
                    .flatMap(point -> point.control().stream())
                    .anyMatch(control -> control.limits().isPresent());
        }

        /** How many weeks are not as they usually are. */
        public long signals() {
            return points.stream()
                    .flatMap(point -> point.control().stream())
                    .filter(control -> control.signal() == ReleaseControl.Signal.UNUSUAL)
                    .count();
        }
    }

    /** What kind of period a point stands for. */
    public enum Kind {
        ORDINARY,
        EXAMS
    }

    /**
     * A period in a course.
     *
     * @param period the period's label
     * @param kind whether there were exams
     * @param group the group's mean
     * @param respondents how many of the group answered
     * @param school the school's mean
     * @param control what was to be expected of the group's week
     */
    public record Point(
            String period,
            Kind kind,
            Optional<Reading> group,
            Optional<Reading> respondents,
            Optional<Reading> school,
            Optional<ReleaseControl> control) {}

    /**
     * Where a group stands among those beside it.
     *
     * @param axis the range of possible values
     * @param own the group's standing
     * @param others the standings of the groups beside it
     * @param average the average of the division, where it is known
     * @param worse from where on the group is materially worse than that average
     * @param sentences what it says, in words
     */
    public record Standing(
            Axis axis,
            ReleaseStanding own,
            List<ReleaseStanding> others,
            Optional<BigDecimal> average,
            Optional<BigDecimal> worse,
            List<String> sentences) {
        public Standing {
            others = List.copyOf(others);
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A group of which too few answered to tell.
     *
     * @param cohort the group's name
     * @param cohortOrder where the group stands in reports
     * @param source what was asked, in words
     * @param sentence the release's own words
     * @param evidence the figures it rests on
     */
    public record Unclear(String cohort, int cohortOrder, String source, String sentence, List<Evidence> evidence) {
        public Unclear {
            evidence = List.copyOf(evidence);
        }
    }
}
