package org.evenkeel.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.statistics.panel.PeriodTrend;
import org.evenkeel.core.study.TermId;

class TermPanelsTest {
    /** Sums by attendance make the very panels that the people make one by one, in any order and grouping. */
    @Property
    void panels_ofPeopleInAnyOrder_areThoseOfThePeopleOneByOne(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int terms) {
        Random random = new Random(seed);
        List<List<PeriodTrend.Value>> people = new ArrayList<>();
        for (int person = 0; person < 25; person++) {
            List<PeriodTrend.Value> values = new ArrayList<>();
            for (int term = 0; term < terms; term++) {
                // The last person answers in every term: a term without answers would have no regressor.
                if (person == 24 || random.nextBoolean()) {
                    values.add(new PeriodTrend.Value(term, random.nextInt(100) - 20));
                }
            }
            if (!values.isEmpty()) {
                people.add(values);
            }
        }
        Panels expected = people.stream()
                .map(values -> PeriodTrend.ofOne(values, terms))
                .reduce(Panels.empty(terms), Panels::plus);
        TermPanels once = together(people, terms);
        Collections.shuffle(people, random);
        int half = people.size() / 2;
        TermPanels parts =
                together(people.subList(half, people.size()), terms).plus(together(people.subList(0, half), terms));

        assertThat(parts).isEqualTo(once);
        assertThat(once.panels()).isEqualTo(expected);
    }

    private static TermPanels together(List<List<PeriodTrend.Value>> people, int terms) {
        List<TermId> names = new ArrayList<>();
        for (int term = 0; term < terms; term++) {
            names.add(new TermId("term-" + term));
        }
        TermPanels sum = TermPanels.empty(names);
        for (List<PeriodTrend.Value> values : people) {
            sum = sum.plus(ofOne(names, values));
        }
        return sum;
    }

    private static TermPanels ofOne(List<TermId> terms, List<PeriodTrend.Value> values) {
        long attended = 0;
        BigInteger squares = BigInteger.ZERO;
        BigInteger total = BigInteger.ZERO;
        List<BigInteger> sums = new ArrayList<>(Collections.nCopies(terms.size(), BigInteger.ZERO));
        for (PeriodTrend.Value value : values) {
            BigInteger units = BigInteger.valueOf(value.units());
            attended |= 1L << value.period();
            sums.set(value.period(), units);
            squares = squares.add(units.multiply(units));
            total = total.add(units);
        }
        TreeMap<Long, TermPanels.Attendance> one = new TreeMap<>();
        one.put(attended, new TermPanels.Attendance(1, sums, squares, total.multiply(total)));
        return new TermPanels(terms, one);
    }
}
