package org.evenkeel.reports.model;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseBand;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseStanding;

/** One release, with its figures found by what they are about. */
final class ReleaseIndex {
    private final PublishedRelease release;
    private final String prefix;
    private final Words words;
    private final Map<Place, ReleaseFigure> figures = new HashMap<>();
    private final Map<String, ReleaseFigure> byId = new HashMap<>();
    private final Map<String, ReleaseFigureKind> kinds = new HashMap<>();
    private final Map<String, ReleaseCohort> cohorts = new HashMap<>();
    private final Map<String, ReleaseMeasure> measures = new HashMap<>();
    private final Map<String, ReleasePeriod> periods = new HashMap<>();
    private final Map<Spot, ReleaseStanding> standings = new HashMap<>();

    private final Map<Spot, ReleaseBand> bands = new HashMap<>();

    /** A measure and a cohort, by their keys. */
    private record Spot(String measure, String cohort) {}

    private record Place(String kind, String source, Optional<String> measure, String period, String cohort) {}

    private ReleaseIndex(PublishedRelease release, String prefix, Words words) {
        this.release = release;
        this.words = words;
        this.prefix = prefix;
        release.kinds().forEach(kind -> kinds.put(kind.code(), kind));
        release.cohorts().forEach(cohort -> cohorts.put(cohort.key(), cohort));
        release.measures().forEach(measure -> measures.put(measure.key(), measure));
        release.periods().forEach(period -> periods.put(period.key(), period));
        release.analysis()
                .standings()
                .forEach(found -> standings.putIfAbsent(new Spot(found.measure(), found.cohort()), found));
        release.analysis()
                .bands()
                .forEach(found -> bands.putIfAbsent(new Spot(found.measure(), found.cohort()), found));
        for (ReleaseFigure figure : release.figures()) {
            Place place = new Place(figure.kind(), figure.source(), figure.measure(), figure.period(), figure.cohort());
            byId.put(prefix + figure.id(), figure);
            ReleaseFigure twin = figures.put(place, figure);
            Require.that(
                    twin == null,
                    "Release %s says two things about %s in %s: %s and %s",
                    release.header().id(),
                    figure.kind(),
                    figure.period(),
                    twin == null ? "" : twin.id(),
                    figure.id());
        }
    }

    /** The release a report is about: its figures keep their ids. */
    static ReleaseIndex ofReported(PublishedRelease release) {
        return new ReleaseIndex(release, "", Words.of(release.presentation().language()));
    }

    /** An earlier release, told in the words of the reported one: what it is about stands before the ids of its figures. */
    static ReleaseIndex ofEarlier(PublishedRelease release, Words words) {
        return new ReleaseIndex(release, release.header().subject() + "/", words);
    }

    PublishedRelease release() {
        return release;
    }

    /** The words of the report. */
    Words words() {
        return words;
    }

    /** An id of this release as a report prints it. */
    String prefixed(String id) {
        return prefix + id;
    }

    /** The figure of a kind about a measure. */
    Optional<Reading> reading(String kind, ReleaseMeasure measure, String period, String cohort) {
        return find(kind, measure.source(), Optional.of(measure.key()), period, cohort);
    }

    /** The figure of a kind about a source as a whole. */
    Optional<Reading> sourceReading(String kind, String source, String period, String cohort) {
        return find(kind, source, Optional.empty(), period, cohort);
    }

    private Optional<Reading> find(String kind, String source, Optional<String> measure, String period, String cohort) {
        return Optional.ofNullable(figures.get(new Place(kind, source, measure, period, cohort)))
                .map(this::reading);
    }

    /** A figure as a report prints it. */
    Reading reading(ReleaseFigure figure) {
        return Reading.of(prefix + figure.id(), figure, unit(figure.kind()), words);
    }

    /** How many answered, for the same measure, period and cohort as the figure with the given id. */
    Optional<Reading> respondentsBeside(ReleaseMeasure measure, String readingId) {
        return Optional.ofNullable(byId.get(readingId))
                .flatMap(figure -> reading(FigureKinds.RESPONDENTS, measure, figure.period(), figure.cohort()));
    }

    /** Where a cohort stands on a measure among those beside it; empty where the release does not say. */
    Optional<ReleaseStanding> standing(ReleaseMeasure measure, ReleaseCohort cohort) {
        return Optional.ofNullable(standings.get(new Spot(measure.key(), cohort.key())));
    }

    /** The band of a cohort's mean on a measure; empty where the release has none. */
    Optional<ReleaseBand> band(ReleaseMeasure measure, ReleaseCohort cohort) {
        return Optional.ofNullable(bands.get(new Spot(measure.key(), cohort.key())));
    }

    /** The unit of a kind of figure. */
    String unit(String kind) {
        ReleaseFigureKind found = kinds.get(kind);
        return found == null ? "" : found.unit();
    }

    /** The title of a kind of figure. */
    String kindTitle(String kind) {
        ReleaseFigureKind found = kinds.get(kind);
        return found == null ? kind : found.title();
    }

    /** The kinds in the release's order. */
    List<ReleaseFigureKind> kinds() {
        return release.kinds().stream()
                .sorted(Comparator.comparingInt(ReleaseFigureKind::order).thenComparing(ReleaseFigureKind::code))
                .toList();
    }

    /** The cohorts in the release's order, the school first. */
    List<ReleaseCohort> cohorts() {
        return release.cohorts().stream()
                .sorted(Comparator.comparingInt(ReleaseCohort::order).thenComparing(ReleaseCohort::key))
                .toList();
    }

    /** The measures in the release's order. */
    List<ReleaseMeasure> measures() {
        return release.measures().stream()
                .sorted(Comparator.comparingInt(ReleaseMeasure::order).thenComparing(ReleaseMeasure::key))
                .toList();
    }

    Optional<ReleaseMeasure> measure(String key) {
        return Optional.ofNullable(measures.get(key));
    }

    Optional<ReleaseCohort> cohort(String key) {
        return Optional.ofNullable(cohorts.get(key));
    }

    Optional<ReleasePeriod> period(String key) {
        return Optional.ofNullable(periods.get(key));
    }

    /** The key of the period its figures describe first: the term, or the last week where it is about weeks. */
    String period() {
        if (release.header().month().isPresent() && !weeks().isEmpty()) {
            return lastWeek().key();
        }
        return release.periods().stream()
                .filter(period -> period.week().isEmpty()
                        && period.term().equals(release.header().term()))
                .map(ReleasePeriod::key)
                .findFirst()
                .orElse(release.header().term());
    }

    /** That period in words. */
    String periodWords() {
        return release.header().month().isPresent() && !weeks().isEmpty()
                ? words.text("model.week-of-within", words.day(lastWeek().from()))
                : words.term(release.header().term());
    }

    private ReleasePeriod lastWeek() {
        List<ReleasePeriod> weeks = weeks();
        return weeks.get(weeks.size() - 1);
    }

    /** The weeks of the release in order. */
    List<ReleasePeriod> weeks() {
        return release.periods().stream()
                .filter(period -> period.week().isPresent()
                        && period.term().equals(release.header().term()))
                .sorted(Comparator.comparing(ReleasePeriod::from).thenComparing(ReleasePeriod::key))
                .toList();
    }

    /** Whether the cohort is the school as a whole. */
    static boolean isSchool(ReleaseCohort cohort) {
        return cohort.grouping().equals("school");
    }

    /** The cohort that is the school as a whole. */
    Optional<ReleaseCohort> school() {
        return cohorts().stream().filter(ReleaseIndex::isSchool).findFirst();
    }
}
