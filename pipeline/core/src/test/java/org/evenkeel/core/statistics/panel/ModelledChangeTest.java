package org.evenkeel.core.statistics.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.study.TermId;
import org.junit.jupiter.api.Test;

class ModelledChangeTest {
    private static final Lattice POINTS = new Lattice(1, 0, 100, 1);

    @Test
    void of_singleTerm_hasNoEarlierTerm() {
        assertThat(ModelledChange.of(panels(1, Map.of(1L, 60)), POINTS))
                .isEqualTo(Estimate.absent(Absence.NO_EARLIER_TERM));
        assertThat(ModelledChange.parts(panels(1, Map.of(1L, 60)))).isEmpty();
        assertThat(ModelledChange.linked(panels(1, Map.of(1L, 60)))).isZero();
    }

    @Test
    void of_nobodyTwice_isAbsentWithItsReason() {
        assertThat(ModelledChange.of(panels(2, Map.of(1L, 30, 2L, 30)), POINTS))
                .isEqualTo(Estimate.absent(Absence.NOBODY_TWICE));
    }

    @Test
    void of_termBeforeWithoutScores_isAbsentWithItsReason() {
        assertThat(ModelledChange.of(panels(3, Map.of(1L, 30, 5L, 30, 4L, 5)), POINTS))
                .isEqualTo(Estimate.absent(Absence.NOBODY_LINKED));
    }

    @Test
    void of_oneRespondentLinked_hasAnEstimateOrAReasonAndCountsOne() {
        TermPanels panels = panels(2, Map.of(1L, 30, 2L, 30, 3L, 1));
        assertThat(ModelledChange.linked(panels)).isEqualTo(1);
        Estimate change = ModelledChange.of(panels, POINTS);
        assertThat(change.present())
                .hasValueSatisfying(present -> assertThat(present.interval()).isPresent());
    }

    /** Where everybody answers in both terms the model says what the pairs say. */
    @Test
    void of_samePeopleTwice_isTheMeanOfTheirChanges() {
        Estimate.Present change =
                ModelledChange.of(panels(2, Map.of(3L, 60)), POINTS).present().orElseThrow();
        assertThat(change.value()).isCloseTo(4, within(1e-9));
        assertThat(change.target()).isEqualTo(Target.ANALYTIC);
    }

    @Test
    void parts_twoTerms_areThoseWhoCameWentAndStayed() {
        assertThat(ModelledChange.parts(panels(2, Map.of(1L, 7, 2L, 12, 3L, 60))))
                .containsExactlyInAnyOrder(7L, 12L, 60L);
    }

    /** Three terms: of those who stayed some were there from the start; what cannot be struck out is their smaller crowd. */
    @Test
    void parts_threeTerms_areWhatCannotBeStruckOut() {
        assertThat(ModelledChange.parts(panels(3, Map.of(7L, 60, 6L, 5)))).containsExactly(5L);
        assertThat(ModelledChange.parts(panels(3, Map.of(7L, 60, 6L, 20, 1L, 3))))
                .containsExactly(20L);
        assertThat(ModelledChange.parts(panels(3, Map.of(7L, 60, 1L, 3)))).containsExactlyInAnyOrder(60L, 3L);
    }

    /** So many people by attendance, each 4 points higher from term to term, give or take. */
    private static TermPanels panels(int terms, Map<Long, Integer> people) {
        List<TermId> names = new ArrayList<>();
        for (int term = 0; term < terms; term++) {
            names.add(new TermId("term-" + term));
        }
        TermPanels sum = TermPanels.empty(names);
        for (var attendance : new TreeMap<>(people).entrySet()) {
            for (int person = 0; person < attendance.getValue(); person++) {
                List<BigInteger> values = new ArrayList<>();
                BigInteger squares = BigInteger.ZERO;
                for (int term = 0; term < terms; term++) {
                    boolean here = TermPanels.attended(attendance.getKey(), term);
                    int noise = term == 1 ? person % 3 - 1 : 0;
                    BigInteger value = BigInteger.valueOf(here ? 20 + person % 10 + 4L * term + noise : 0);
                    values.add(value);
                    squares = squares.add(value.multiply(value));
                }
                BigInteger total = values.stream().reduce(BigInteger.ZERO, BigInteger::add);
                TreeMap<Long, TermPanels.Attendance> one = new TreeMap<>();
                one.put(attendance.getKey(), new TermPanels.Attendance(1, values, squares, total.multiply(total)));
                sum = sum.plus(new TermPanels(names, one));
            }
        }
        return sum;
    }
}
