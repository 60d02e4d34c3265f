package org.evenkeel.core.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Changes;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Fit;

class ChangePropertiesTest {
    private static final Lattice POINTS = new Lattice(10, 0, 1000, 10);

    @Property
    void everyStatistic_anyOrderOfPeople_isTheSame(
            @ForAll @Size(min = 6, max = 40) List<@IntRange(max = 500) Integer> scores, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(statistics(shuffled, 0)).isEqualTo(statistics(scores, 0));
    }

    @Property
    void everyDifference_constantAdded_staysWhatItWas(
            @ForAll @Size(min = 6, max = 40) List<@IntRange(max = 500) Integer> scores,
            @ForAll @IntRange(max = 400) int constant) {
        List<Double> moved = statistics(scores, constant);
        List<Double> still = statistics(scores, 0);
        assertThat(moved).hasSameSizeAs(still);
        for (int i = 0; i < still.size(); i++) {
            assertThat(moved.get(i)).isCloseTo(still.get(i), within(1e-9));
        }
    }

    private static List<Double> statistics(List<Integer> scores, int constant) {
        Difference overall = difference(scores, constant);
        Difference paired = PairedChanges.difference(links(scores, constant), POINTS)
                .present()
                .orElseThrow();
        List<Double> statistics = new ArrayList<>(List.of(
                overall.value(),
                overall.standardError(),
                overall.degreesOfFreedom(),
                paired.value(),
                paired.standardError()));
        Fit<EffectSizes.Standardised> g =
                EffectSizes.hedges(earlier(scores, constant), later(scores, constant), POINTS);
        g.present().ifPresent(effect -> statistics.add(effect.value()));
        return statistics;
    }

    private static Difference difference(List<Integer> scores, int constant) {
        return Changes.difference(
                        earlier(scores, constant),
                        later(scores, constant),
                        links(scores, constant),
                        POINTS,
                        Optional.empty())
                .present()
                .orElseThrow();
    }

    /** The earlier score of a person is the number given, the later one follows from it. */
    private static Moments earlier(List<Integer> scores, int constant) {
        return scores.stream()
                .map(score -> Moments.ofOne(score + (long) constant, 0))
                .reduce(Moments.EMPTY, Moments::plus);
    }

    private static Moments later(List<Integer> scores, int constant) {
        return scores.stream()
                .map(score -> Moments.ofOne(after(score) + constant, 0))
                .reduce(Moments.EMPTY, Moments::plus);
    }

    private static Links links(List<Integer> scores, int constant) {
        return scores.stream()
                .map(score -> Links.ofOne(score + (long) constant, after(score) + constant))
                .reduce(Links.EMPTY, Links::plus);
    }

    private static long after(int score) {
        return score * 7L % 500;
    }
}
