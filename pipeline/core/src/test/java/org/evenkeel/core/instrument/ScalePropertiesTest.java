package org.evenkeel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ScalePropertiesTest {
    /** A scale and a sheet of answers to it; -1 stands for a missing one. */
    record Sheet(Scale scale, List<Integer> values) {
        Map<ItemKey, Integer> answers() {
            Map<ItemKey, Integer> answers = new TreeMap<>();
            for (int position = 0; position < values.size(); position++) {
                if (values.get(position) >= 0) {
                    answers.put(scale.items().get(position), values.get(position));
                }
            }
            return answers;
        }
    }

    @Provide
    Arbitrary<Scale> scales() {
        Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 12);
        return sizes.flatMap(size -> Combinators.combine(
                        Arbitraries.of(ScaleTest.items(size)).set(),
                        Arbitraries.integers().between(-1, 1),
                        Arbitraries.of(Aggregate.class),
                        Arbitraries.of(1, 4, 25),
                        Arbitraries.integers().between((size + 1) / 2, size))
                .as((reversed, offset, aggregate, multiplier, minimum) ->
                        ScaleTest.scale(size, reversed, offset, aggregate, multiplier, minimum)));
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return scales().flatMap(scale -> Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.integers().between(1, 5)), Tuple.of(1, Arbitraries.just(-1)))
                .list()
                .ofSize(scale.items().size())
                .map(values -> new Sheet(scale, values)));
    }

    /** The score by the book: (sum of points / answered) x items or 1 x multiplier, compared without dividing. */
    @Property
    void score_isTheRationalNumberOfTheDefinition(@ForAll("sheets") Sheet sheet) {
        Scale scale = sheet.scale();
        BigDecimal sum = BigDecimal.ZERO;
        int answered = 0;
        for (Map.Entry<ItemKey, Integer> answer : sheet.answers().entrySet()) {
            int turned = scale.reversed().contains(answer.getKey()) ? 6 - answer.getValue() : answer.getValue();
            sum = sum.add(BigDecimal.valueOf(turned + scale.offset()));
            answered++;
        }
        if (answered < scale.minimumAnswered()) {
            assertThat(scale.score(sheet.answers())).isEmpty();
            return;
        }
        int times = scale.aggregate() == Aggregate.SUM ? scale.items().size() : 1;
        BigDecimal numerator = sum.multiply(BigDecimal.valueOf((long) times * scale.multiplier()));
        BigDecimal units =
                BigDecimal.valueOf(scale.score(sheet.answers()).orElseThrow().units());
        assertThat(units.multiply(BigDecimal.valueOf(answered)))
                .isEqualByComparingTo(numerator.multiply(BigDecimal.valueOf(scale.denominator())));
    }

    @Property
    void score_staysWithinTheLattice(@ForAll("sheets") Sheet sheet) {
        Lattice lattice = sheet.scale().lattice();
        sheet.scale()
                .score(sheet.answers())
                .ifPresent(score -> assertThat(score.units()).isBetween(lattice.lowest(), lattice.highest()));
    }

    @Property
    void score_ofCompleteAnswers_liesOnTheLatticeSteps(@ForAll("scales") Scale scale, @ForAll int seed) {
        Map<ItemKey, Integer> answers = new TreeMap<>();
        scale.items().forEach(item -> answers.put(item, 1 + Math.floorMod(seed + item.hashCode(), 5)));
        Lattice lattice = scale.lattice();
        assertThat((scale.score(answers).orElseThrow().units() - lattice.lowest()) % lattice.step())
                .isZero();
    }

    @Property
    void reversing_twice_changesNothing(@ForAll("sheets") Sheet sheet) {
        Scale scale = sheet.scale();
        Set<ItemKey> others = new HashSet<>(scale.items());
        others.removeAll(scale.reversed());
        Map<ItemKey, Integer> mirrored = new TreeMap<>();
        sheet.answers().forEach((item, value) -> mirrored.put(item, 6 - value));
        assertThat(scale.reversing(others).score(mirrored)).isEqualTo(scale.score(sheet.answers()));
        assertThat(scale.reversing(others).reversing(scale.reversed())).isEqualTo(scale);
    }

    @Property
    void prorating_equalPoints_equalsTheCompleteScore(@ForAll("sheets") Sheet sheet) {
        Scale scale = sheet.scale();
        Map<ItemKey, Integer> complete = new TreeMap<>();
        scale.items().forEach(item -> complete.put(item, scale.reversed().contains(item) ? 2 : 4));
        Map<ItemKey, Integer> partly = new TreeMap<>(complete);
        partly.keySet().retainAll(sheet.answers().keySet());
        scale.score(partly)
                .ifPresent(score -> assertThat(score.units())
                        .isEqualTo(scale.score(complete).orElseThrow().units()));
    }

    @Property
    void readerScore_agreesWithTheScale(@ForAll("sheets") Sheet sheet) {
        ReaderScore reader = ReaderScore.of(sheet.scale());
        List<Long> byReader = reader.units(sheet.answers()).stream()
                .mapToObj(units -> (long) units)
                .toList();
        List<Long> byScale = sheet.scale()
                .score(sheet.answers())
                .map(Score::units)
                .map(List::of)
                .orElse(Collections.emptyList());
        assertThat(byReader).isEqualTo(byScale);
    }
}
