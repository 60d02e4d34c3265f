package org.evenkeel.core.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenkeel.core.cell.CellKey;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Coverage;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Study;

/**
 * A term's cells summed for every group of the cohort plan: what estimates are made from. Each cell is read once per group;
 * no row of a person is in reach.
 */
public final class Observations {
    private static final double MOST_TURNOVER = 0.1;

    private final Study study;
    private final AskedMeasures asked;
    private final TermCells now;
    private final Optional<EarlierTerm> before;
    private final Predicate<Period> wanted;
    private final Optional<Predecessors> predecessors;

    private Observations(
            Study study, AskedMeasures asked, TermCells now, Optional<EarlierTerm> before, Predicate<Period> wanted) {
        this.study = study;
        this.asked = asked;
        this.now = now;
        this.before = before;
        this.wanted = wanted;
        this.predecessors = before.map(earlier -> new Predecessors(earlier.cells(), now));
    }

    /**
     * All groups of the term, from every source, by the whole source and by measure, in the order reports follow.
     *
     * @param study whose sources and cohort plan
     * @param asked the measures of each source
     * @param now the term's cells
     * @param before the term before, with which it is compared
     * @param wanted the periods to speak of: the term, its weeks, or some of them
     */
    public static List<GroupData> of(
            Study study, AskedMeasures asked, TermCells now, Optional<EarlierTerm> before, Predicate<Period> wanted) {
        return new Observations(study, asked, now, before, wanted).groups();
    }

    private List<GroupData> groups() {
        List<PlannedCohort> cohorts = study.cohorts().cohorts(now.profiles());
        List<GroupData> groups = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Source source : study.sources()) {
            for (PlannedCohort cohort : cohorts) {
                for (Period period : periods(source, cohort)) {
                    GroupData whole = whole(source, period, cohort);
                    if (whole.headcount().isPresent()
                            && whole.respondents() > whole.headcount().getAsLong()) {
                        problems.add(String.format(
                                "%s, %s, %s: %d respondents, but the headcount is %d",
                                source.id(),
                                period,
                                cohort.cohort().key(),
                                whole.respondents(),
                                whole.headcount().getAsLong()));
                    }
                    groups.add(whole);
                    asked.of(source).forEach(scale -> groups.add(measured(whole, source, scale)));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new DataProblem(
                    "A headcount cannot be below the respondents it covers. Correct the headcount file, or the"
                            + " labels by which it and the roster name groups:\n  " + String.join("\n  ", problems));
        }
        return List.copyOf(groups);
    }

    /** The term; and its weeks, for the school and for groups by one attribute: smaller groups are too small in a week. */
    private Set<Period> periods(Source source, PlannedCohort cohort) {
        Set<Period> periods = new TreeSet<>(Period.WITHIN_TERM);
        periods.add(Period.of(now.term().id()));
        periods.removeIf(wanted.negate());
        if (cohort.grouping().attributes().size() > 1) {
            return periods;
        }
        now.cells().respondents().keySet().stream()
                .filter(key -> key.source().equals(source.id()))
                .map(RespondentsKey::period)
                .filter(wanted)
                .forEach(periods::add);
        return periods;
    }

    private GroupData whole(Source source, Period period, PlannedCohort cohort) {
        boolean identified = source.respondents() instanceof Respondents.Identified;
        OptionalLong headcount =
                identified && period.week().isEmpty() ? headcount(cohort.cohort(), now) : OptionalLong.empty();
        OptionalLong population = study.coverage() == Coverage.CENSUS ? headcount : OptionalLong.empty();
        long respondents =
                now.cells().respondents(source.id(), period, now.profiles().members(cohort.cohort()));
        return new GroupData(source.id(), period, cohort, respondents, headcount, population, Optional.empty());
    }

    private OptionalLong headcount(Cohort cohort, TermCells term) {
        boolean stated = cohort.conditions().values().stream().noneMatch(values -> values.contains(Profile.NOT_STATED));
        return stated ? study.headcounts().students(term.term().id(), cohort.asked()) : OptionalLong.empty();
    }

    private GroupData measured(GroupData whole, Source source, Scale scale) {
        Measure measure = new Measure(source.id(), scale.id());
        Set<Integer> members = now.profiles().members(whole.cohort().cohort());
        Lattice lattice = switch (source.rhythm()) {
            case SURVEY -> scale.lattice();
            case CHECK_IN -> scale.lattice().ofMeans();
        };
        boolean term = whole.period().week().isEmpty();
        boolean school = term && whole.cohort().cohort().equals(Cohort.SCHOOL);
        GroupData.Measured measured = new GroupData.Measured(
                measure,
                scale,
                lattice,
                now.cells().moments(measure, whole.period(), members),
                items(whole, source, scale, members),
                term ? earlier(whole, source, measure, members) : GroupData.Earlier.none(Absence.NOT_APPLICABLE),
                school ? parts(source, scale, measure, members) : GroupData.SchoolParts.NONE,
                school ? Optional.of(wholeSchool(source, measure, members)) : Optional.empty());
        return new GroupData(
                whole.source(),
                whole.period(),
                whole.cohort(),
                whole.respondents(),
                whole.headcount(),
                whole.population(),
                Optional.of(measured));
    }

    private GroupData.SchoolParts parts(Source source, Scale scale, Measure measure, Set<Integer> members) {
        Period term = Period.of(now.term().id());
        return switch (source.rhythm()) {
            case CHECK_IN -> GroupData.SchoolParts.NONE;
            case SURVEY ->
                new GroupData.SchoolParts(
                        Fit.of(now.cells().early(measure, term, members)),
                        scale.asksInBothDirections() && asked.scoredWhileReading(scale)
                                ? Fit.absent(Absence.ITEMS_NOT_KEPT)
                                : Fit.of(now.cells().marked(measure, term, members)),
                        source.respondents() instanceof Respondents.Unlinked
                                ? Fit.absent(Absence.NOT_LINKABLE)
                                : Optional.ofNullable(now.cells().panels().get(measure))
                                        .map(Fit::of)
                                        .orElseGet(() -> Fit.absent(Absence.NOBODY_TWICE)),
                        before.map(earlier -> splits(earlier.cells(), measure)).orElse(List.of()));
        };
    }

    private static List<Long> splits(TermCells earlier, Measure measure) {
        Period term = Period.of(earlier.term().id());
        Set<Integer> everyone = earlier.profiles().members(Cohort.SCHOOL);
        return List.of(
                earlier.cells().early(measure, term, everyone).count(),
                earlier.cells().marked(measure, term, everyone).count());
    }

    private GroupData.WholeSchool wholeSchool(Source source, Measure measure, Set<Integer> members) {
        return new GroupData.WholeSchool(
                now.cells().histogram(measure, Period.of(now.term().id()), members),
                before.filter(earlier -> source.respondents() instanceof Respondents.Identified)
                        .map(earlier -> turnover(measure, earlier.cells(), members)),
                before.map(earlier -> earlier.shareOfSchool(measure)).orElse(GroupData.Earlier.Start.HIDDEN));
    }

    /** Who of each profile answered in the other term too. */
    private Turnover turnover(Measure measure, TermCells earlier, Set<Integer> members) {
        Set<Integer> earlierMembers = earlier.profiles().members(Cohort.SCHOOL);
        Map<Integer, Long> stayed = new HashMap<>();
        Map<Integer, Long> returned = new HashMap<>();
        now.cells()
                .links(measure, earlier.term().id(), now.term().id(), earlierMembers, members)
                .forEach((key, links) -> {
                    stayed.merge(key.earlierProfile(), links.count(), Long::sum);
                    returned.merge(key.laterProfile(), links.count(), Long::sum);
                });
        return new Turnover(splits(measure, earlier, earlierMembers, stayed), splits(measure, now, members, returned));
    }

    private static List<Turnover.Split> splits(
            Measure measure, TermCells term, Set<Integer> profiles, Map<Integer, Long> linked) {
        return profiles.stream()
                .sorted()
                .map(profile -> {
                    long all = term.cells()
                            .moments(measure, Period.of(term.term().id()), Set.of(profile))
                            .count();
                    long both = Math.min(all, linked.getOrDefault(profile, 0L));
                    return new Turnover.Split(both, all - both);
                })
                .toList();
    }

    private ItemMoments items(GroupData whole, Source source, Scale scale, Set<Integer> members) {
        int count = scale.items().size();
        if (count == 1) {
            return ItemMoments.empty(1);
        }
        boolean kept =
                source.rhythm() == Rhythm.SURVEY && whole.period().week().isEmpty() && !asked.scoredWhileReading(scale);
        return kept
                ? now.cells().items(new Measure(source.id(), scale.id()), whole.period(), members, count)
                : ItemMoments.empty(0);
    }

    private GroupData.Earlier earlier(GroupData whole, Source source, Measure measure, Set<Integer> members) {
        if (before.isEmpty()) {
            return GroupData.Earlier.none(Absence.NO_EARLIER_TERM);
        }
        TermCells earlier = before.get().cells();
        boolean asked = earlier.cells().moments().keySet().stream()
                .map(CellKey::measure)
                .anyMatch(measure::equals);
        if (!asked) {
            return GroupData.Earlier.none(Absence.NOT_ASKED_EARLIER);
        }
        Predecessor predecessor = predecessors.orElseThrow().of(whole.cohort().cohort());
        return switch (predecessor.kind()) {
            case NEW_CLASS -> GroupData.Earlier.none(Absence.NEW_CLASS);
            case UNKNOWN -> GroupData.Earlier.none(Absence.YEAR_LABEL_MOVED);
            case SAME_GROUP -> compared(whole, source, measure, members, predecessor, Optional.empty());
            case SAME_CLASS ->
                compared(whole, source, measure, members, predecessor, Optional.of(Remark.FOLLOWS_CLASS));
            case SAME_LABEL ->
                compared(whole, source, measure, members, predecessor, Optional.of(Remark.CLASSES_MOVED));
        };
    }

    private GroupData.Earlier compared(
            GroupData whole,
            Source source,
            Measure measure,
            Set<Integer> members,
            Predecessor predecessor,
            Optional<Remark> note) {
        TermCells earlier = before.orElseThrow().cells();
        Set<Integer> earlierMembers = earlier.profiles().members(predecessor.cohort());
        Period earlierPeriod = Period.of(earlier.term().id());
        Moments moments = earlier.cells().moments(measure, earlierPeriod, earlierMembers);
        Map<LinkKey, Links> pairs =
                now.cells().links(measure, earlier.term().id(), now.term().id(), earlierMembers, members);
        Optional<Changes.SamePeople> people = predecessor.kind() == Predecessor.Kind.SAME_LABEL
                ? Optional.empty()
                : samePeople(whole, source, predecessor.cohort(), earlier);
        return new GroupData.Earlier(
                Optional.empty(), before.orElseThrow().start(measure, earlierMembers), moments, pairs, people, note);
    }

    private Optional<Changes.SamePeople> samePeople(
            GroupData whole, Source source, Cohort earlierCohort, TermCells earlier) {
        OptionalLong later = whole.population();
        OptionalLong sooner = headcount(earlierCohort, earlier);
        if (later.isEmpty() || sooner.isEmpty() || later.getAsLong() == 0 || sooner.getAsLong() == 0) {
            return Optional.empty();
        }
        double turnover = Math.abs(later.getAsLong() - sooner.getAsLong())
                / (double) Math.max(later.getAsLong(), sooner.getAsLong());
        return turnover > MOST_TURNOVER || source.respondents() instanceof Respondents.Unlinked
                ? Optional.empty()
                : Optional.of(new Changes.SamePeople(sooner.getAsLong(), later.getAsLong()));
    }
}
