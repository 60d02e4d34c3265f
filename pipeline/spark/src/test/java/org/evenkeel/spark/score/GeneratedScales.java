package org.evenkeel.spark.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.evenkeel.core.instrument.Aggregate;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;
import org.evenkeel.core.instrument.Title;

/** Scales of every shape that the rules allow. */
public final class GeneratedScales {
    private GeneratedScales() {}

    /** A scale over some of these items, in an order of its own. */
    public static Scale scale(String id, List<ItemKey> items, AnswerRange range, Random random) {
        List<ItemKey> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        List<ItemKey> chosen = shuffled.subList(0, 1 + random.nextInt(shuffled.size()));
        Set<ItemKey> reversed = new HashSet<>();
        for (ItemKey item : chosen) {
            if (random.nextInt(3) == 0) {
                reversed.add(item);
            }
        }
        int offset = random.nextInt(4) - 2;
        Aggregate aggregate = List.of(Aggregate.values()).get(random.nextInt(2));
        int multiplier = 1 + random.nextInt(5);
        int minimum = 1 + random.nextInt(chosen.size());
        Direction direction = random.nextInt(2) == 0 ? Direction.HIGHER_IS_WORSE : Direction.HIGHER_IS_BETTER;
        Shape shape = risk -> new Scale(
                new ScaleId(id),
                new Title(id),
                Theme.STRESS,
                chosen,
                reversed,
                range,
                offset,
                aggregate,
                multiplier,
                minimum,
                direction,
                "points",
                risk,
                Optional.empty());
        Scale without = shape.with(Optional.empty());
        return random.nextInt(4) == 0 ? without : shape.with(Optional.of(atRisk(without, random)));
    }

    /** A scale but for its risk. */
    private interface Shape {
        Scale with(Optional<AtRiskRule> risk);
    }

    /** A cut somewhere within the scores, as every cut must be. */
    private static AtRiskRule atRisk(Scale scale, Random random) {
        Lattice lattice = scale.lattice();
        long lowest = -Math.floorDiv(-10 * lattice.lowest(), lattice.denominator());
        long highest = Math.floorDiv(10 * lattice.highest(), lattice.denominator());
        return new AtRiskRule(
                scale.direction() == Direction.HIGHER_IS_WORSE
                        ? AtRiskRule.Comparison.AT_LEAST
                        : AtRiskRule.Comparison.AT_MOST,
                BigDecimal.valueOf(lowest + random.nextLong(highest - lowest + 1), 1),
                AtRiskRule.Basis.CONVENTION,
                "made for a test");
    }
}
