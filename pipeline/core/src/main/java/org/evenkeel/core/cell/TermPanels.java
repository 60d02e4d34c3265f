package org.evenkeel.core.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.TermId;

/**
 * The answers of people over several terms, at most one a person and term, as sums over those who answered in the same terms: all
 * that a model with one regressor for each term needs, and how many people answered in which terms. Exact whole numbers; addition
 * is commutative and associative.
 *
 * @param terms the terms, in the order of the calendar
 * @param attendances by the terms in which they answered, a bit for each from the lowest: sums over the people who did
 */
public record TermPanels(List<TermId> terms, SortedMap<Long, Attendance> attendances) {
    private static final int MOST_TERMS = 60;

    /**
     * Those who answered in the same terms.
     *
     * @param people how many they are
     * @param sums of their values, for each term of the panels; 0 where they did not answer
     * @param squares Σy² over their answers
     * @param squaredTotals Σt² over people, t the sum of a person's values
     */
    public record Attendance(long people, List<BigInteger> sums, BigInteger squares, BigInteger squaredTotals) {
        public Attendance {
            sums = List.copyOf(sums);
            Require.that(people >= 1, "an attendance needs 1 person or more. Value given: %s", people);
        }

        private Attendance plus(Attendance other) {
            return new Attendance(
                    people + other.people,
                    IntStream.range(0, sums.size())
                            .mapToObj(term -> sums.get(term).add(other.sums.get(term)))
                            .toList(),
                    squares.add(other.squares),
                    squaredTotals.add(other.squaredTotals));
        }
    }

    public TermPanels {
        terms = List.copyOf(terms);
        attendances = Collections.unmodifiableSortedMap(new TreeMap<>(attendances));
        Require.that(
                !terms.isEmpty() && terms.size() <= MOST_TERMS,
                "panels are of 1..%s terms. Value given: %s",
                MOST_TERMS,
                terms.size());
        for (var attendance : attendances.entrySet()) {
            Require.that(
                    attendance.getKey() > 0 && attendance.getKey() < (1L << terms.size()),
                    "an attendance must be of one or more of %s terms. Value given: %s",
                    terms.size(),
                    attendance.getKey());
            Require.that(
                    attendance.getValue().sums().size() == terms.size(),
                    "an attendance needs %s sums. Value given: %s",
                    terms.size(),
                    attendance.getValue().sums().size());
        }
    }

    /** Nobody, in these terms. */
    public static TermPanels empty(List<TermId> terms) {
        return new TermPanels(terms, new TreeMap<>());
    }

    /** These people and those, who must be different people. */
    public TermPanels plus(TermPanels other) {
        Require.that(terms.equals(other.terms), "panels of other terms cannot be added. Value given: %s", other.terms);
        SortedMap<Long, Attendance> sum = new TreeMap<>(attendances);
        other.attendances.forEach((attended, people) -> sum.merge(attended, people, Attendance::plus));
        return new TermPanels(terms, sum);
    }

    /** How many people answered in exactly these terms, by the bits of the terms. */
    public SortedMap<Long, Long> people() {
        SortedMap<Long, Long> people = new TreeMap<>();
        attendances.forEach((attended, sums) -> people.put(attended, sums.people()));
        return people;
    }

    /** The terms in which anybody answered: each but the first has a regressor in {@link #panels}. */
    public List<TermId> answered() {
        return places().stream().map(terms::get).toList();
    }

    /** The sums with the constant and one 0/1 regressor for each answered term after the first. */
    public Panels panels() {
        List<Integer> places = places();
        Panels sum = Panels.empty(Math.max(1, places.size()));
        for (var attendance : attendances.entrySet()) {
            sum = sum.plus(panels(attendance.getKey(), attendance.getValue(), places));
        }
        return sum;
    }

    private List<Integer> places() {
        long anybody = attendances.keySet().stream().reduce(0L, (left, right) -> left | right);
        return IntStream.range(0, terms.size())
                .filter(place -> attended(anybody, place))
                .boxed()
                .toList();
    }

    private static Panels panels(long attended, Attendance sums, List<Integer> places) {
        BigInteger people = BigInteger.valueOf(sums.people());
        int size = places.size();
        BigInteger[] times = new BigInteger[size];
        BigInteger[] products = new BigInteger[size];
        times[0] = BigInteger.valueOf(Long.bitCount(attended));
        products[0] = sums.sums().stream().reduce(BigInteger.ZERO, BigInteger::add);
        for (int i = 1; i < size; i++) {
            times[i] = attended(attended, places.get(i)) ? BigInteger.ONE : BigInteger.ZERO;
            products[i] = sums.sums().get(places.get(i));
        }
        List<BigInteger> crossProducts = new ArrayList<>();
        List<BigInteger> ofTotals = new ArrayList<>();
        List<BigInteger> totalProducts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            totalProducts.add(times[i].multiply(products[0]));
            for (int j = i; j < size; j++) {
                ofTotals.add(people.multiply(times[i]).multiply(times[j]));
                // An answer is in one term: two terms' regressors are never both 1.
                crossProducts.add(i == 0 || i == j ? people.multiply(times[j]) : BigInteger.ZERO);
            }
        }
        return new Panels(
                size,
                crossProducts,
                List.of(products),
                sums.squares(),
                List.of(new Panels.Length(
                        Long.bitCount(attended), sums.people(), ofTotals, totalProducts, sums.squaredTotals())));
    }

    /** Whether these bits hold the term in this place. */
    public static boolean attended(long terms, int place) {
        return ((terms >> place) & 1) == 1;
    }
}
