package org.evenkeel.app.job;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.disclosure.FigureKey;
import org.evenkeel.core.flag.Flag;
import org.evenkeel.core.flag.ShownFigures;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.DateRange;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.TermId;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseTerm;

/** A published release as everybody reads it who has the rows of the release schema: its shown figures and its flags. */
final class ShownRows implements ShownFigures {
    private final PublishedRelease release;
    private final List<PlannedCohort> cohorts;
    private final List<Period> weeks;
    private final Map<String, ReleaseFigure> rows = new TreeMap<>();
    private final YearLabels labels;
    private final Map<String, Flag.Level> flags = new TreeMap<>();

    ShownRows(PublishedRelease release) {
        this.release = release;
        this.cohorts = List.copyOf(cohorts(release).values());
        this.weeks = release.periods().stream()
                .filter(period -> period.week().isPresent())
                .map(period -> Period.parse(period.key()))
                .sorted(Period.WITHIN_TERM)
                .toList();
        this.labels = labels(release);
        release.figures()
                .forEach(
                        row -> rows.put(key(row.kind(), row.source(), row.measure(), row.period(), row.cohort()), row));
        release.flags()
                .forEach(flag -> flags.putIfAbsent(
                        flag.cohort() + " " + flag.measure(), constant(Flag.Level.class, flag.level())));
    }

    /** The cohorts of a release by their keys, in its order. */
    static Map<String, PlannedCohort> cohorts(PublishedRelease release) {
        Map<String, Map<AttributeId, Set<String>>> conditions = new TreeMap<>();
        release.conditions()
                .forEach(condition -> conditions
                        .computeIfAbsent(condition.cohort(), any -> new TreeMap<>())
                        .computeIfAbsent(new AttributeId(condition.attribute()), any -> new TreeSet<>())
                        .add(condition.value()));
        Map<String, PlannedCohort> cohorts = new LinkedHashMap<>();
        release.cohorts()
                .forEach(row -> cohorts.put(
                        row.key(),
                        new PlannedCohort(
                                grouping(row.grouping()),
                                Cohort.of(conditions.getOrDefault(row.key(), Map.of())),
                                constant(Origin.class, row.origin()))));
        return cohorts;
    }

    /** What the years of a release were called in the term before, as its rows say. */
    private static YearLabels labels(PublishedRelease release) {
        SortedMap<String, String> before = new TreeMap<>();
        release.conditions().stream()
                .filter(condition -> condition.attribute().equals(YearLabels.YEAR.value()))
                .forEach(condition -> condition.formerly().ifPresent(label -> before.put(condition.value(), label)));
        return new YearLabels(before);
    }

    private static Grouping grouping(String key) {
        return key.equals(Grouping.SCHOOL.key())
                ? Grouping.SCHOOL
                : new Grouping(Arrays.stream(key.split(" x ", -1))
                        .map(AttributeId::new)
                        .toList());
    }

    /** The constant whose name the release writes in lower case with hyphens. */
    static <E extends Enum<E>> E constant(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String key(String kind, String source, Optional<String> measure, String period, String cohort) {
        return String.join(" ", kind, source, measure.orElse("-"), period, cohort);
    }

    /** The row about this, whatever its state. */
    Optional<ReleaseFigure> row(FigureKey key) {
        return Optional.ofNullable(rows.get(key(
                key.kind(),
                key.source().value(),
                key.measure().map(Measure::key),
                key.period().key(),
                key.cohort().key())));
    }

    @Override
    public TermId term() {
        return new TermId(release.header().term());
    }

    @Override
    public Coverage coverage() {
        return constant(Coverage.class, release.header().coverage());
    }

    @Override
    public List<PlannedCohort> cohorts() {
        return cohorts;
    }

    @Override
    public List<Period> weeks() {
        return weeks;
    }

    @Override
    public LocalDate begins() {
        return release.terms().stream()
                .filter(row -> row.id().equals(release.header().term()))
                .findFirst()
                .map(ReleaseTerm::from)
                .orElseThrow();
    }

    @Override
    public List<DateRange> exams() {
        return release.exams().stream()
                .filter(exam -> exam.term().equals(release.header().term()))
                .map(exam -> new DateRange(exam.from(), exam.to()))
                .toList();
    }

    @Override
    public Optional<Figure.Shown> shown(FigureKey key) {
        return row(key).filter(row -> row.state() == ReleaseFigure.State.SHOWN)
                .map(row -> new Figure.Shown(
                        row.value().orElseThrow(),
                        row.lower()
                                .map(lower ->
                                        new Figure.Range(lower, row.upper().orElseThrow())),
                        row.step().orElseThrow()));
    }

    @Override
    public Optional<Target> target(FigureKey key) {
        return row(key).flatMap(ReleaseFigure::target).map(target -> Target.valueOf(target.name()));
    }

    @Override
    public Optional<Cohort> formerly(Cohort cohort) {
        return labels.of(cohort);
    }

    @Override
    public Optional<Flag.Level> flagged(Cohort cohort, Measure measure) {
        return Optional.ofNullable(flags.get(cohort.key() + " " + measure.key()));
    }
}
