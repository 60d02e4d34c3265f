package org.evenkeel.core.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.evenkeel.core.Proof;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.ItemMoments;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.CohortPlan.Origin;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.cohort.Grouping;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Turnover;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

/** The figures that only the school has tell crowds of its respondents apart: none smaller than the threshold, alone or together. */
class SchoolPartsTest {
    private static final int THRESHOLD = 10;
    private static final TermId SPRING = new TermId("2026-spring");
    private static final TermId AUTUMN = new TermId("2026-autumn");
    private static final Scale SCALE = new Scale(
            new ScaleId("tension"),
            new Title("Tension"),
            Theme.STRESS,
            List.of(new ItemKey("t1"), new ItemKey("t2")),
            Set.of(new ItemKey("t2")),
            new AnswerRange(0, 20),
            0,
            Aggregate.SUM,
            1,
            2,
            Direction.HIGHER_IS_WORSE,
            "points",
            Optional.empty(),
            Optional.empty());
    private static final Measure MEASURE = new Measure(new SourceId("survey"), SCALE.id());

    /** One respondent of a term: with what sets them apart. */
    private record Person(boolean before, boolean now, boolean early, boolean marked) {
        long then() {
            return 15;
        }
    }

    @Test
    void lateResponders_areShownWhereBothHalvesAreLargeEnough() {
        assertThat(late(120, 60)).as("halves").isPresent();
        assertThat(late(120, 110)).as("ten late").isPresent();
        assertThat(late(120, 111)).as("nine late").isEmpty();
        assertThat(late(120, 119)).as("one late").isEmpty();
        assertThat(late(120, 120)).as("everyone at one instant").isEmpty();
        assertThat(late(99, 50)).as("too few for halves").isEmpty();
    }

    @Test
    void meanWithoutMarked_isShownWhereNobodyOrEnoughAreMarked() {
        Release nobody = release(people(80, 0, 0), Fit.of(Moments.EMPTY));
        Figure.Shown mean =
                nobody.shown(FigureKind.MEAN, MEASURE, Cohort.SCHOOL).orElseThrow();
        assertThat(shown(nobody, FigureKind.MEAN_WITHOUT_MARKED)).contains(mean);
        assertThat(without(80, 1)).isEmpty();
        assertThat(without(80, 9)).isEmpty();
        assertThat(without(80, 10)).isPresent();
        assertThat(without(80, 71)).as("nine unmarked").isEmpty();
    }

    @Test
    void meanWithoutMarked_whereItemsAreNotKept_saysSo() {
        Release release = release(people(80, 0, 0), Fit.absent(Absence.ITEMS_NOT_KEPT));
        assertThat(release.figures().stream()
                        .filter(figure -> figure.key().kind().equals(FigureKind.MEAN_WITHOUT_MARKED.code()))
                        .map(ReleasedFigure::figure))
                .containsExactly(new Figure.Structural(Absence.ITEMS_NOT_KEPT));
    }

    @Test
    void modelledChange_isShownWhereNobodyOrEnoughCameAndWent() {
        assertThat(modelled(100, 0, 0)).as("the same people").isPresent();
        assertThat(modelled(100, 12, 15)).isPresent();
        assertThat(modelled(100, 9, 15)).as("nine came").isEmpty();
        assertThat(modelled(100, 15, 1)).as("one went").isEmpty();
        assertThat(modelled(49, 15, 15)).as("too few answered both times").isEmpty();
    }

    /** Everyone's, early, unmarked and linked respondents' totals together: no combination of them is of fewer than ten people. */
    @Test
    void figuresOfTheSchool_together_giveAwayNoSmallPart() {
        int schools = Proof.count(300, 20_000);
        int shownTogether = 0;
        for (int seed = 0; seed < schools; seed++) {
            List<Person> people = school(new Random(seed));
            Release release = release(people, Fit.of(moments(people, Person::marked)));
            List<BitSet> rows = new ArrayList<>();
            Map<Person, Long> atoms = new LinkedHashMap<>();
            people.stream().filter(Person::now).forEach(person -> atoms.merge(person, 1L, Long::sum));
            List<Person> kinds = List.copyOf(atoms.keySet());
            rows.add(row(kinds, person -> true));
            if (shown(release, FigureKind.CHANGE_OF_SAME_PEOPLE).isPresent()
                    || shown(release, FigureKind.MODELLED_CHANGE).isPresent()) {
                rows.add(row(kinds, Person::before));
            }
            if (shown(release, FigureKind.LATE_RESPONDERS).isPresent()) {
                rows.add(row(kinds, Person::early));
            }
            if (shown(release, FigureKind.MEAN_WITHOUT_MARKED).isPresent()) {
                rows.add(row(kinds, person -> !person.marked()));
            }
            shownTogether += rows.size() == 4 ? 1 : 0;
            long[] respondents = kinds.stream().mapToLong(atoms::get).toArray();
            assertThat(fewestToldOf(respondents, rows))
                    .as("school %s: %s", seed, atoms)
                    .isGreaterThanOrEqualTo(THRESHOLD);
        }
        assertThat(shownTogether).isGreaterThan(schools / 50);
        Proof.print("schools whose overlapping crowds give away no part", schools);
    }

    /** All who came are late and all others are early but five: late less new is five people. */
    @Test
    void lateResponders_whereTheyAreNearlyThoseWhoCame_areWithheld() {
        List<Person> people = new ArrayList<>();
        add(people, 60, new Person(true, true, true, false));
        add(people, 55, new Person(false, true, false, false));
        add(people, 5, new Person(true, true, false, false));
        Release release = release(people, Fit.of(Moments.EMPTY));
        assertThat(shown(release, FigureKind.CHANGE_OF_SAME_PEOPLE)).isPresent();
        assertThat(shown(release, FigureKind.LATE_RESPONDERS)).isEmpty();
    }

    /** The fewest respondents that any combination of the totals rests on: it vanishes for the others, so their rank is less. */
    private static long fewestToldOf(long[] respondents, List<BitSet> rows) {
        BitSet all = new BitSet();
        all.set(0, respondents.length);
        int rank = rank(rows, all);
        long fewest = Long.MAX_VALUE;
        for (long some = 1; some < 1L << respondents.length; some++) {
            BitSet told = BitSet.valueOf(new long[] {some});
            BitSet others = (BitSet) all.clone();
            others.andNot(told);
            long people = told.stream().mapToLong(atom -> respondents[atom]).sum();
            if (people < fewest && rank(rows, others) < rank) {
                fewest = people;
            }
        }
        return fewest;
    }

    private static int rank(List<BitSet> rows, BitSet atoms) {
        List<long[]> left = new ArrayList<>();
        rows.forEach(row ->
                left.add(atoms.stream().mapToLong(atom -> row.get(atom) ? 1 : 0).toArray()));
        int rank = 0;
        for (int column = 0; column < atoms.cardinality(); column++) {
            int at = column;
            Optional<long[]> pivot = left.stream().filter(row -> row[at] != 0).findFirst();
            if (pivot.isPresent()) {
                rank++;
                left.remove(pivot.get());
                left.replaceAll(row -> less(row, pivot.get(), at));
            }
        }
        return rank;
    }

    private static long[] less(long[] row, long[] pivot, int column) {
        long[] difference = new long[row.length];
        for (int place = 0; place < row.length; place++) {
            difference[place] = row[place] * pivot[column] - pivot[place] * row[column];
        }
        return difference;
    }

    private static List<Person> school(Random random) {
        List<Person> people = new ArrayList<>();
        int[] sizes = {0, 0, 3, 8, 12, 25, 60, 90};
        for (int kind = 0; kind < 8; kind++) {
            Person person = new Person((kind & 1) > 0, true, (kind & 2) > 0, (kind & 4) > 0);
            add(people, sizes[random.nextInt(sizes.length)], person);
        }
        add(people, 60, new Person(true, true, random.nextBoolean(), false));
        add(people, sizes[random.nextInt(sizes.length)], new Person(true, false, false, false));
        return people;
    }

    private static BitSet row(List<Person> kinds, java.util.function.Predicate<Person> some) {
        BitSet row = new BitSet();
        for (int kind = 0; kind < kinds.size(); kind++) {
            row.set(kind, some.test(kinds.get(kind)));
        }
        return row;
    }

    private static Optional<Figure.Shown> late(int all, int early) {
        List<Person> people = new ArrayList<>();
        add(people, early, new Person(false, true, true, false));
        add(people, all - early, new Person(false, true, false, false));
        return shown(release(people, Fit.of(Moments.EMPTY)), FigureKind.LATE_RESPONDERS);
    }

    private static Optional<Figure.Shown> without(int all, int marked) {
        List<Person> people = new ArrayList<>();
        add(people, all - marked, new Person(false, true, true, false));
        add(people, marked, new Person(false, true, true, true));
        return shown(release(people, Fit.of(moments(people, Person::marked))), FigureKind.MEAN_WITHOUT_MARKED);
    }

    private static Optional<Figure.Shown> modelled(int linked, int came, int went) {
        return shown(release(people(linked, came, went), Fit.of(Moments.EMPTY)), FigureKind.MODELLED_CHANGE);
    }

    private static List<Person> people(int linked, int came, int went) {
        List<Person> people = new ArrayList<>();
        add(people, linked, new Person(true, true, true, false));
        add(people, came, new Person(false, true, true, false));
        add(people, went, new Person(true, false, false, false));
        return people;
    }

    private static void add(List<Person> people, int count, Person person) {
        for (int one = 0; one < count; one++) {
            people.add(person);
        }
    }

    private static Optional<Figure.Shown> shown(Release release, FigureKind kind) {
        return release.shown(kind, MEASURE, Cohort.SCHOOL);
    }

    private static long value(int one, long centre) {
        return centre + one % 7 + one % 3;
    }

    private static Moments moments(List<Person> people, java.util.function.Predicate<Person> some) {
        Moments moments = Moments.EMPTY;
        for (int one = 0; one < people.size(); one++) {
            if (people.get(one).now() && some.test(people.get(one))) {
                moments = moments.plus(Moments.ofOne(value(one, 17 + one % 2), 0));
            }
        }
        return moments;
    }

    private static Release release(List<Person> people, Fit<Moments> marked) {
        Moments earlier = Moments.EMPTY;
        Links links = Links.EMPTY;
        TermPanels panels = TermPanels.empty(List.of(SPRING, AUTUMN));
        for (int one = 0; one < people.size(); one++) {
            Person person = people.get(one);
            long then = value(one, person.then());
            long now = value(one, 17 + one % 2);
            earlier = person.before() ? earlier.plus(Moments.ofOne(then, 0)) : earlier;
            links = person.before() && person.now() ? links.plus(Links.ofOne(then, now)) : links;
            panels = panels.plus(panel(person, then, now));
        }
        Moments all = moments(people, person -> true);
        boolean first = earlier.count() == 0;
        GroupData group = new GroupData(
                MEASURE.source(),
                Period.of(AUTUMN),
                new PlannedCohort(new Grouping(List.of()), Cohort.SCHOOL, Origin.REPORTED),
                all.count(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.of(new GroupData.Measured(
                        MEASURE,
                        SCALE,
                        SCALE.lattice(),
                        all,
                        ItemMoments.empty(2),
                        first
                                ? GroupData.Earlier.none(Absence.NO_EARLIER_TERM)
                                : new GroupData.Earlier(
                                        Optional.empty(),
                                        GroupData.Earlier.Start.SHOWN,
                                        earlier,
                                        Map.of(new LinkKey(MEASURE, SPRING, AUTUMN, 0, 0), links),
                                        Optional.empty(),
                                        Optional.empty()),
                        new GroupData.SchoolParts(
                                Fit.of(moments(people, Person::early)), marked, Fit.of(panels), List.of()),
                        first
                                ? Optional.empty()
                                : Optional.of(new GroupData.WholeSchool(
                                        Histogram.EMPTY,
                                        Optional.of(new Turnover(
                                                List.of(new Turnover.Split(
                                                        links.count(), earlier.count() - links.count())),
                                                List.of(new Turnover.Split(
                                                        links.count(), all.count() - links.count())))),
                                        GroupData.Earlier.Start.SHOWN)))));
        return new Disclosure(THRESHOLD, FigureKind.STANDARD)
                .release(ReleaseSubject.of(AUTUMN), List.of(group.whole(), group), CrowdsOfTest.of(List.of(group)));
    }

    private static TermPanels panel(Person person, long then, long now) {
        BigInteger before = BigInteger.valueOf(person.before() ? then : 0);
        BigInteger after = BigInteger.valueOf(person.now() ? now : 0);
        TreeMap<Long, TermPanels.Attendance> one = new TreeMap<>();
        one.put(
                (person.before() ? 1L : 0L) + (person.now() ? 2L : 0L),
                new TermPanels.Attendance(
                        1,
                        List.of(before, after),
                        before.multiply(before).add(after.multiply(after)),
                        before.add(after).pow(2)));
        return new TermPanels(List.of(SPRING, AUTUMN), one);
    }
}
