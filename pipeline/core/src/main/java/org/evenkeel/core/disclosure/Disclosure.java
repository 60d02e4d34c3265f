package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.disclosure.audit.Crowd;
import org.evenkeel.core.problem.NothingToPublish;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.Study;

/**
 * The wall: decides which figures may be shown, and how. A group is shown from a source in a period when enough of its
 * respondents answered; within it a measure is shown when enough answered that measure; everything else is withheld, and
 * every withheld figure looks the same.
 */
public final class Disclosure {
    /** A week of check-ins is shown from this many respondents on. */
    public static final long FEWEST_IN_A_WEEK = 20;

    private static final long FEWEST_STUDENTS = 10;
    private static final double LEAST_RESPONSE = 0.2;

    private final int threshold;
    private final List<FigureKind> kinds;

    /** Disclosure control with a study's threshold, for these kinds of figures. */
    public Disclosure(int threshold, List<FigureKind> kinds) {
        Require.that(
                threshold >= Study.LEAST_THRESHOLD,
                "the threshold may be raised above %s respondents, never lowered. Value given: %s",
                Study.LEAST_THRESHOLD,
                threshold);
        this.threshold = threshold;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * A release: every kind of figure of every group, as it may be shown. Refuses one in which nothing may be.
     *
     * @param subject what it is about
     * @param candidates what is known of every group of the plan
     * @param crowds who stands behind the figures, now and in all earlier releases
     */
    public Release release(ReleaseSubject subject, List<GroupData> candidates, Crowds crowds) {
        Map<Crowds.Key, PublishSet> sets = publishSets(candidates, crowds);
        List<GroupData> groups = withoutNeedlessRollUps(candidates, sets);
        Map<SideBySide, Grid> grids = scoreGrids(groups, sets);
        ProvedPairs changes = ProvedPairs.of(
                groups.stream().filter(group -> inPublishSet(group, sets)).toList(), threshold);
        List<ReleasedFigure> figures = new ArrayList<>();
        Set<PlannedCohort> cohorts = new LinkedHashSet<>();
        for (GroupData group : groups) {
            cohorts.add(group.cohort());
            for (FigureKind kind : kinds) {
                if (kind.scope().covers(group)) {
                    figures.add(figure(kind, group, grids, sets, changes));
                }
            }
        }
        List<ReleasedFigure> safe = new IntervalGuard(threshold, crowds, sets).guard(groups, figures);
        boolean anything =
                safe.stream().anyMatch(figure -> figure.figure().shown().isPresent());
        if (!anything) {
            throw new NothingToPublish(String.format(
                    "%s: nothing may be published, because of no source did the school as a whole reach %d respondents and %.0f%%"
                            + " of its students, or nothing can be proved safe beside what was published before. No coarser cohort"
                            + " plan can help: the school is the coarsest group. Wait for more answers, or check that exports,"
                            + " calendar and headcounts belong together (evenkeel check).",
                    subject.words(), threshold, 100 * LEAST_RESPONSE));
        }
        return new Release(subject, threshold, kinds, List.copyOf(cohorts), safe);
    }

    /**
     * One publish set for each source and period by the source's respondents; within it, one for each measure by its own. Roll-ups
     * are candidates after the groups they join, where one of those cannot be shown.
     */
    private Map<Crowds.Key, PublishSet> publishSets(List<GroupData> candidates, Crowds crowds) {
        Map<Crowds.Key, List<GroupData>> byKey = new LinkedHashMap<>();
        Stream<GroupData> wholes = candidates.stream().map(GroupData::whole).distinct();
        Stream<GroupData> measured =
                candidates.stream().filter(group -> group.measured().isPresent());
        Stream.concat(wholes, measured)
                .forEach(group -> byKey.computeIfAbsent(key(group), any -> new ArrayList<>())
                        .add(group));
        Map<Crowds.Key, PublishSet> ofSources =
                publishSets(byKey, crowds, Map.of(), key -> key.measure().isEmpty());
        Map<Crowds.Key, PublishSet> sets = new LinkedHashMap<>(ofSources);
        sets.putAll(publishSets(byKey, crowds, ofSources, key -> key.measure().isPresent()));
        return sets;
    }

    /** Sets of some keys, none of which needs another's: each on its own thread where there are some, collected in their order. */
    private Map<Crowds.Key, PublishSet> publishSets(
            Map<Crowds.Key, List<GroupData>> byKey,
            Crowds crowds,
            Map<Crowds.Key, PublishSet> ofSources,
            Predicate<Crowds.Key> some) {
        List<Crowds.Key> keys = byKey.keySet().stream().filter(some).toList();
        List<PublishSet> sets = keys.parallelStream()
                .map(key -> publishSet(key, byKey.getOrDefault(key, List.of()), crowds, ofSources))
                .toList();
        Map<Crowds.Key, PublishSet> byTheirKeys = new LinkedHashMap<>();
        for (int place = 0; place < keys.size(); place++) {
            byTheirKeys.put(keys.get(place), sets.get(place));
        }
        return byTheirKeys;
    }

    private PublishSet publishSet(
            Crowds.Key key, List<GroupData> groups, Crowds crowds, Map<Crowds.Key, PublishSet> ofSources) {
        Optional<Crowd> crowd = crowds.of(key.source(), key.period(), key.measure());
        if (key.measure().isEmpty()) {
            return crowd.map(people -> publishSet(groups, people, Optional.empty()))
                    .orElse(PublishSet.NOTHING);
        }
        PublishSet ofSource = ofSources.getOrDefault(sourceOf(key), PublishSet.NOTHING);
        return crowd.equals(crowds.of(key.source(), key.period(), Optional.empty()))
                ? ofSource
                : crowd.map(people -> publishSet(groups, people, Optional.of(ofSource)))
                        .orElse(PublishSet.NOTHING);
    }

    private PublishSet publishSet(List<GroupData> groups, Crowd crowd, Optional<PublishSet> ofSource) {
        List<GroupData> eligible = groups.stream()
                .filter(this::passesAlone)
                .filter(group -> ofSource.isEmpty()
                        || ofSource.get().cohorts().contains(group.cohort().cohort()))
                .toList();
        PublishSet reported = PublishSet.of(crowd, List.of(), candidates(eligible, Origin.REPORTED), threshold);
        List<GroupData> withheld = groups.stream()
                .filter(group -> group.cohort().origin() == Origin.REPORTED)
                .filter(group -> !reported.cohorts().contains(group.cohort().cohort()))
                .toList();
        List<PublishSet.Candidate> rollUps = candidates(
                eligible.stream()
                        .filter(group ->
                                ofSource.isPresent() || withheld.stream().anyMatch(part -> joins(group, part)))
                        .toList(),
                Origin.ROLL_UP);
        boolean extend = !rollUps.isEmpty() && reported.certificate().isPresent();
        PublishSet extended = extend ? PublishSet.of(crowd, inOrder(groups, reported), rollUps, threshold) : reported;
        return extended.certificate().isPresent() ? extended : reported;
    }

    private static List<Cohort> inOrder(List<GroupData> groups, PublishSet set) {
        return groups.stream()
                .map(group -> group.cohort().cohort())
                .filter(set.cohorts()::contains)
                .toList();
    }

    private static List<PublishSet.Candidate> candidates(List<GroupData> groups, Origin origin) {
        return groups.stream()
                .filter(group -> group.cohort().origin() == origin)
                .map(group -> new PublishSet.Candidate(group.cohort(), group.support()))
                .toList();
    }

    private static Crowds.Key key(GroupData group) {
        return new Crowds.Key(group.source(), group.period(), group.measured().map(GroupData.Measured::measure));
    }

    private static Crowds.Key sourceOf(Crowds.Key key) {
        return new Crowds.Key(key.source(), key.period(), Optional.empty());
    }

    private static boolean inPublishSet(GroupData group, Map<Crowds.Key, PublishSet> sets) {
        return sets.getOrDefault(key(group), PublishSet.NOTHING)
                .cohorts()
                .contains(group.cohort().cohort());
    }

    /** A roll-up is offered from a source in a period only where one of the groups it joins cannot be shown. */
    private static List<GroupData> withoutNeedlessRollUps(
            List<GroupData> candidates, Map<Crowds.Key, PublishSet> sets) {
        List<GroupData> reported = candidates.stream()
                .filter(group -> group.cohort().origin() == Origin.REPORTED)
                .filter(group -> group.measured().isEmpty())
                .toList();
        return candidates.stream()
                .filter(group -> switch (group.cohort().origin()) {
                    case REPORTED -> true;
                    case ROLL_UP -> reported.stream().anyMatch(part -> joins(group, part) && !inPublishSet(part, sets));
                })
                .toList();
    }

    private static boolean joins(GroupData rollUp, GroupData part) {
        Map<AttributeId, Set<String>> wide = rollUp.cohort().cohort().asked();
        Map<AttributeId, Set<String>> narrow = part.cohort().cohort().asked();
        return part.source().equals(rollUp.source())
                && part.period().equals(rollUp.period())
                && wide.keySet().equals(narrow.keySet())
                && wide.entrySet().stream()
                        .allMatch(condition ->
                                condition.getValue().containsAll(narrow.getOrDefault(condition.getKey(), Set.of())));
    }

    private ReleasedFigure figure(
            FigureKind kind,
            GroupData group,
            Map<SideBySide, Grid> grids,
            Map<Crowds.Key, PublishSet> sets,
            ProvedPairs changes) {
        FigureKey key = kind.keyOf(group);
        GroupData usable = switch (kind.answers()) {
            case OF_THIS_TERM, OF_THE_SAME_PEOPLE -> group;
            case OF_BOTH_TERMS -> changes.withProvedPairs(group);
        };
        Estimate estimate = kind.estimator().apply(usable);
        Figure figure = estimate.match(
                present -> mayShow(kind, group, sets, changes)
                        ? kind.grid().display(present, group, grid(group, grids))
                        : Figure.withheld(),
                absent -> switch (absent.reason().nature()) {
                    case STRUCTURAL -> new Figure.Structural(absent.reason());
                    case FROM_ANSWERS -> Figure.withheld();
                });
        Optional<Estimate.Present> said = figure.shown().flatMap(shown -> estimate.present());
        return new ReleasedFigure(
                key, figure, said.flatMap(Estimate.Present::note), said.map(Estimate.Present::target));
    }

    private boolean mayShow(FigureKind kind, GroupData group, Map<Crowds.Key, PublishSet> sets, ProvedPairs changes) {
        boolean bothTerms = switch (kind.answers()) {
            case OF_THIS_TERM -> true;
            case OF_BOTH_TERMS -> changes.mayStart(group);
            case OF_THE_SAME_PEOPLE -> changes.mayStart(group) && changes.areProved(group);
        };
        long fewest = fewest(group);
        return inPublishSet(group, sets)
                && group.support() >= Math.max(kind.fewest(), fewest)
                && kind.parts().apply(group).stream().allMatch(part -> part == 0 || part >= fewest)
                && bothTerms;
    }

    /** The rules that look at a group alone. */
    private boolean passesAlone(GroupData group) {
        boolean enoughAsked = group.headcount().isEmpty()
                || (group.headcount().getAsLong() >= FEWEST_STUDENTS
                        && group.respondents()
                                >= LEAST_RESPONSE * group.headcount().getAsLong());
        return group.respondents() >= fewest(group) && group.support() >= fewest(group) && enoughAsked;
    }

    private long fewest(GroupData group) {
        return group.period().week().isPresent() ? Math.max(threshold, FEWEST_IN_A_WEEK) : threshold;
    }

    /** Figures that stand side by side: one measure of one division of the school, over terms or over weeks. */
    private record SideBySide(Measure measure, Grouping grouping, Rank rank) {
        /** Terms and weeks are not compared with each other. */
        private enum Rank {
            TERM,
            WEEK
        }

        static SideBySide of(GroupData group, Measure measure) {
            return new SideBySide(
                    measure, group.cohort().grouping(), group.period().week().isPresent() ? Rank.WEEK : Rank.TERM);
        }
    }

    /** One grid for all figures that stand side by side: the coarsest that any of their shown groups, or the scale, needs. */
    private Map<SideBySide, Grid> scoreGrids(List<GroupData> groups, Map<Crowds.Key, PublishSet> sets) {
        Map<SideBySide, Grid> grids = new HashMap<>();
        for (GroupData group : groups) {
            group.measured().ifPresent(measured -> {
                if (inPublishSet(group, sets)) {
                    long earlier = measured.earlier().moments().count();
                    long smallest = earlier >= threshold ? Math.min(group.support(), earlier) : group.support();
                    grids.merge(
                            SideBySide.of(group, measured.measure()),
                            Grid.ofMean(measured.scale().lattice().granularity(), smallest)
                                    .coarser(Grid.ofRange(
                                            measured.lattice().lowestPoints(),
                                            measured.lattice().highestPoints())),
                            Grid::coarser);
                }
            });
        }
        return grids;
    }

    private static Grid grid(GroupData group, Map<SideBySide, Grid> grids) {
        Grid whole = new Grid(BigDecimal.ONE);
        return group.measured()
                .map(measured -> grids.getOrDefault(SideBySide.of(group, measured.measure()), whole))
                .orElse(whole);
    }
}
