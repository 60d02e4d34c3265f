package org.evenkeel.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    static List<ItemKey> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ItemKey("item_" + number))
                .toList();
    }

    static Map<ItemKey, Integer> answers(Integer... values) {
        Map<ItemKey, Integer> answers = new TreeMap<>();
        for (int position = 0; position < values.length; position++) {
            if (values[position] >= 0) {
                answers.put(new ItemKey("item_" + (position + 1)), values[position]);
            }
        }
        return answers;
    }

    static Scale scale(
            int items, Set<ItemKey> reversed, int offset, Aggregate aggregate, int multiplier, int minimumAnswered) {
        return scale(
                items,
                reversed,
                offset,
                aggregate,
                multiplier,
                minimumAnswered,
                Direction.HIGHER_IS_WORSE,
                Optional.empty());
    }

    private static Scale scale(
            int items,
            Set<ItemKey> reversed,
            int offset,
            Aggregate aggregate,
            int multiplier,
            int minimumAnswered,
            Direction direction,
            Optional<AtRiskRule> atRisk) {
        return new Scale(
                new ScaleId("scale"),
                new Title("Scale"),
                Theme.STRESS,
                items(items),
                reversed,
                new AnswerRange(1, 5),
                offset,
                aggregate,
                multiplier,
                minimumAnswered,
                direction,
                "points",
                atRisk,
                Optional.empty());
    }

    private static Scale atRisk(Direction direction, AtRiskRule.Comparison comparison, String cut) {
        AtRiskRule rule =
                new AtRiskRule(comparison, new BigDecimal(cut), AtRiskRule.Basis.CONVENTION, "made up for a test");
        return scale(2, Set.of(), 0, Aggregate.SUM, 1, 2, direction, Optional.of(rule));
    }

    @Test
    void score_oneItemMissing_prorates() {
        Scale scale = scale(4, Set.of(), 0, Aggregate.SUM, 1, 3);
        Score score = scale.score(answers(1, 2, -1, 5)).orElseThrow();
        assertThat(scale.denominator()).isEqualTo(3);
        assertThat(score).isEqualTo(new Score(32, 3));
    }

    @Test
    void score_tooFewAnswered_isAbsent() {
        assertThat(scale(4, Set.of(), 0, Aggregate.SUM, 1, 3).score(answers(1, -1, -1, 5)))
                .isEmpty();
    }

    @Test
    void score_valueOutsideTheRange_countsAsMissing() {
        Scale scale = scale(3, Set.of(), 0, Aggregate.MEAN, 1, 2);
        assertThat(scale.score(answers(6, 2, 4))).isEqualTo(scale.score(answers(-1, 2, 4)));
        assertThat(scale.score(answers(6, 0, 4))).isEmpty();
    }

    @Test
    void lattice_withOffsetAndMultiplier_spansTheScores() {
        Scale scale = scale(3, Set.of(), -1, Aggregate.MEAN, 25, 2);
        assertThat(scale.lattice()).isEqualTo(new Lattice(6, 0, 600, 50));
        assertThat(scale.score(answers(1, 1, 1)).orElseThrow().units()).isZero();
        assertThat(scale.score(answers(5, 5, 5)).orElseThrow().units()).isEqualTo(600);
    }

    @Test
    void strict_asksForEveryItem() {
        Scale strict = scale(4, Set.of(), 0, Aggregate.SUM, 1, 3).strict();
        assertThat(strict.denominator()).isOne();
        assertThat(strict.score(answers(1, 2, -1, 5))).isEmpty();
        assertThat(strict.score(answers(1, 2, 3, 5))).contains(new Score(11, 4));
    }

    @Test
    void unitsPerPoint_ofTooFewAnswers_isRefused() {
        assertThatThrownBy(() -> scale(4, Set.of(), 0, Aggregate.SUM, 1, 3).unitsPerPoint(2))
                .hasMessage("scale scale scores 3..4 answered items. Value given: 2");
    }

    @Test
    void units_finerThanTheLimit_areRefused() {
        assertThatThrownBy(() -> scale(40, Set.of(), 0, Aggregate.MEAN, 1, 1))
                .hasMessageContaining("finer than 1/1000000")
                .hasMessageContaining("Value given: 1 of 40");
    }

    @Test
    void atRiskSide_mustBeTheWorseSide() {
        assertThat(atRisk(Direction.HIGHER_IS_WORSE, AtRiskRule.Comparison.AT_LEAST, "6")
                        .atRisk())
                .isPresent();
        assertThat(atRisk(Direction.HIGHER_IS_BETTER, AtRiskRule.Comparison.AT_MOST, "6")
                        .atRisk())
                .isPresent();
        assertThatThrownBy(() -> atRisk(Direction.HIGHER_IS_BETTER, AtRiskRule.Comparison.AT_LEAST, "6"))
                .hasMessageContaining("must be its worse side");
        assertThatThrownBy(() -> atRisk(Direction.NEUTRAL, AtRiskRule.Comparison.AT_LEAST, "6"))
                .hasMessageContaining("must be its worse side");
    }

    @Test
    void atRiskCut_outsideTheScores_isRefused() {
        assertThatThrownBy(() -> atRisk(Direction.HIGHER_IS_WORSE, AtRiskRule.Comparison.AT_LEAST, "10.5"))
                .hasMessage("the at-risk cut of scale scale must be within its scores, 2..10. Value given: 10.5");
    }

    @Test
    void atRisk_holdsAtTheCutAndNotJustBeside() {
        AtRiskRule atLeast = atRisk(Direction.HIGHER_IS_WORSE, AtRiskRule.Comparison.AT_LEAST, "6")
                .atRisk()
                .orElseThrow();
        assertThat(atLeast.holds(18, 3)).isTrue();
        assertThat(atLeast.holds(17, 3)).isFalse();
        AtRiskRule atMost = atRisk(Direction.HIGHER_IS_BETTER, AtRiskRule.Comparison.AT_MOST, "2.99")
                .atRisk()
                .orElseThrow();
        assertThat(atMost.holds(299, 100)).isTrue();
        assertThat(atMost.holds(3, 1)).isFalse();
    }
}
