package org.evenkeel.app.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortName;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.audit.MeanBounds;
import org.evenkeel.core.disclosure.audit.Outsider;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.words.Messages;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseAudit;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseMeasure;

/**
 * A release as someone sees it who has the release schema and nothing else: for each source and each measure, in each period, the
 * cohorts of which anything is shown. From the definitions of its cohorts he knows which other groups there must be.
 */
final class ShownTables {
    private final PublishedRelease release;
    private final Map<String, Cohort> cohorts = new LinkedHashMap<>();
    private final SortedMap<AttributeId, Set<String>> values = new TreeMap<>();
    private final List<Cohort> others;
    private final Map<Crowds.Key, List<ReleaseFigure>> tables = new LinkedHashMap<>();

    private ShownTables(PublishedRelease release) {
        this.release = release;
        ShownRows.cohorts(release).forEach((key, planned) -> cohorts.put(key, planned.cohort()));
        cohorts.values()
                .forEach(cohort -> cohort.conditions()
                        .forEach((attribute, possible) -> values.computeIfAbsent(attribute, any -> new TreeSet<>())
                                .addAll(possible)));
        this.others = others();
        release.figures().stream()
                .filter(figure -> figure.state() == State.SHOWN || figure.state() == State.BANDED)
                .forEach(figure -> tables.computeIfAbsent(key(figure), any -> new ArrayList<>())
                        .add(figure));
    }

    /** What the release shows. */
    static ShownTables of(PublishedRelease release) {
        return new ShownTables(release);
    }

    /** The sources and measures, in the periods in which anything of them is shown. */
    Set<Crowds.Key> keys() {
        return tables.keySet();
    }

    /** The cohorts that are shown, by source or measure and period. */
    Map<Crowds.Key, Set<Cohort>> cohorts() {
        Map<Crowds.Key, Set<Cohort>> shown = new LinkedHashMap<>();
        tables.forEach((key, figures) -> shown.put(
                key, figures.stream().map(this::cohort).collect(Collectors.toCollection(LinkedHashSet::new))));
        return shown;
    }

    /** The cohorts of which this kind of figure of the term is shown, by measure. */
    Map<Measure, Set<Cohort>> showing(FigureKind kind) {
        Map<Measure, Set<Cohort>> shown = new LinkedHashMap<>();
        tables.keySet().stream()
                .filter(key -> key.period().week().isEmpty())
                .forEach(key -> key.measure()
                        .ifPresent(measure -> shown.put(
                                measure, of(key, kind).map(this::cohort).collect(Collectors.toSet()))));
        return shown;
    }

    /** How many figures are shown. */
    int figures() {
        return tables.values().stream().mapToInt(List::size).sum();
    }

    /** The lines of the release's own audit. Refuses to go on where someone could compute a group below the threshold. */
    List<ReleaseAudit> audit() {
        List<ReleaseAudit> lines = new ArrayList<>();
        cohorts().forEach((key, shown) -> {
            List<Outsider.Computable> found = computable(key);
            Require.that(
                    found.stream()
                            .allMatch(group ->
                                    group.respondents() >= release.header().threshold()),
                    "%s: a group below the threshold could be computed from what is shown. Nothing was published.",
                    release.header().id());
            lines.add(new ReleaseAudit(
                    lines.size(),
                    key.source().value(),
                    key.measure().map(Measure::key),
                    key.period().key(),
                    shown.size(),
                    release.header().threshold(),
                    found.size()));
        });
        return lines;
    }

    /** The groups of up to two attributes that are not shown and can be computed from those that are. */
    List<Outsider.Computable> computable(Crowds.Key key) {
        List<Outsider.Shown> shown = of(key, FigureKind.RESPONDENTS)
                .map(figure -> new Outsider.Shown(
                        name(cohort(figure)),
                        cohort(figure),
                        figure.value().orElseThrow().longValueExact()))
                .toList();
        return new Outsider(shown, values).computable(others);
    }

    /** Between which values the mean of a group that is not shown must lie, and how wide that is, as a share of the scale. */
    record Bounded(Crowds.Key key, ReleaseMeasure measure, Cohort group, double lowest, double highest) {
        /** How much of the scale the mean may lie in. */
        double share() {
            return (highest - lowest)
                    / measure.highest().subtract(measure.lowest()).doubleValue();
        }
    }

    /**
     * What can be concluded about the means of groups whose mean is not shown; for a week, of which no combinations are shown, those by
     * one attribute. Absent where there is too much to be tried.
     */
    Optional<List<Bounded>> bounds(Crowds.Key key) {
        Optional<ReleaseMeasure> measure = key.measure()
                .flatMap(wanted -> release.measures().stream()
                        .filter(one -> one.key().equals(wanted.key()))
                        .findFirst());
        return measure.isEmpty() ? Optional.of(List.of()) : measure.flatMap(one -> bounds(key, one));
    }

    private Optional<List<Bounded>> bounds(Crowds.Key key, ReleaseMeasure measure) {
        List<MeanBounds.ShownMean> means = means(key);
        MeanBounds bounds = new MeanBounds(
                means, values, measure.lowest().doubleValue(), measure.highest().doubleValue());
        Set<Cohort> known = means.stream().map(MeanBounds.ShownMean::cohort).collect(Collectors.toSet());
        return !bounds.isTried()
                ? Optional.empty()
                : Optional.of(others.stream()
                        .filter(group -> !known.contains(group))
                        .filter(group -> key.period().week().isEmpty()
                                || group.conditions().size() <= 1)
                        .flatMap(group -> bounds
                                .of(group)
                                .map(ends -> new Bounded(key, measure, group, ends.lowest(), ends.highest()))
                                .stream())
                        .toList());
    }

    /** Whether nobody can doubt that a group has fewer respondents than the threshold. */
    boolean isSurelySmall(Bounded bounded) {
        OptionalLong most = new MeanBounds(
                        means(bounded.key()),
                        values,
                        bounded.measure().lowest().doubleValue(),
                        bounded.measure().highest().doubleValue())
                .mostRespondents(bounded.group());
        return most.isPresent() && most.getAsLong() < release.header().threshold();
    }

    private List<MeanBounds.ShownMean> means(Crowds.Key key) {
        Map<String, ReleaseFigure> respondents =
                of(key, FigureKind.RESPONDENTS).collect(Collectors.toMap(ReleaseFigure::cohort, one -> one));
        return of(key, FigureKind.MEAN)
                .map(mean -> {
                    double value = mean.value().orElseThrow().doubleValue();
                    double half = mean.step().map(BigDecimal::doubleValue).orElse(0.0) / 2;
                    return new MeanBounds.ShownMean(
                            cohort(mean),
                            Optional.ofNullable(respondents.get(mean.cohort()))
                                    .flatMap(ReleaseFigure::value)
                                    .map(BigDecimal::longValueExact)
                                    .orElseThrow(),
                            value - half,
                            value + half);
                })
                .toList();
    }

    private Stream<ReleaseFigure> of(Crowds.Key key, FigureKind kind) {
        return tables.getOrDefault(key, List.of()).stream()
                .filter(figure -> figure.kind().equals(kind.code()) && figure.state() == State.SHOWN);
    }

    /** A group in words, whether the release lists it or not. */
    String name(Cohort cohort) {
        return release.cohorts().stream()
                .filter(listed -> cohort.equals(cohorts.get(listed.key())))
                .findFirst()
                .map(ReleaseCohort::name)
                .orElseGet(() -> CohortName.of(
                        new PlannedCohort(
                                new Grouping(List.copyOf(cohort.conditions().keySet())), cohort, Origin.REPORTED),
                        Messages.of(release.presentation().language())));
    }

    /** Every group of up to two attributes, and every cohort that is listed. */
    private List<Cohort> others() {
        Map<String, Cohort> groups = new LinkedHashMap<>();
        cohorts.values().forEach(cohort -> groups.put(cohort.key(), cohort));
        values.forEach((one, ofOne) -> ofOne.forEach(value -> {
            Cohort single = Cohort.of(Map.of(one, Set.of(value)));
            groups.putIfAbsent(single.key(), single);
            values.tailMap(one).forEach((other, ofOther) -> {
                if (!other.equals(one)) {
                    for (String second : ofOther) {
                        Cohort pair = Cohort.of(Map.of(one, Set.of(value), other, Set.of(second)));
                        groups.putIfAbsent(pair.key(), pair);
                    }
                }
            });
        }));
        return List.copyOf(groups.values());
    }

    private Cohort cohort(ReleaseFigure figure) {
        return cohorts.getOrDefault(figure.cohort(), Cohort.SCHOOL);
    }

    private static Crowds.Key key(ReleaseFigure figure) {
        return new Crowds.Key(
                new SourceId(figure.source()),
                Period.parse(figure.period()),
                figure.measure().map(Measure::parse));
    }
}
