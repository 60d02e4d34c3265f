package org.evenkeel.spark.score;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.instrument.ScaleId;
import org.evenkeel.core.instrument.Theme;

/** Scales of every shape that the rules allow. */
public final class GeneratedScales {
    private GeneratedScales() {}

    /** A scale over some of these items, in an order of its own. */
    public static Scale scale(String id, List<ItemKey> items, AnswerRange range, Random random) {
        List<ItemKey> chosen = new ArrayList<>(items);
        java.util.Collections.shuffle(chosen, random);
        chosen = chosen.subList(0, 1 + random.nextInt(chosen.size()));
        Set<ItemKey> reversed = new HashSet<>();
        for (ItemKey item : chosen) {
            if (random.nextInt(3) == 0) {
                reversed.add(item);
            }
        }
        Direction direction =
                random.nextInt(2) == 0 ? Direction.HIGHER_IS_WORSE : Direction.HIGHER_IS_BETTER;
        return new Scale(
                new ScaleId(id),
                id,
                Theme.STRESS,
                chosen,
                reversed,
                range,
                random.nextInt(4) - 2,
                List.of(Aggregate.values()).get(random.nextInt(2)),
                1 + random.nextInt(5),
                1 + random.nextInt(chosen.size()),
                direction,
                "points",
                atRisk(direction, random));
    }

    private static Optional<AtRiskRule> atRisk(Direction direction, Random random) {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        return Optional.of(new AtRiskRule(
                direction == Direction.HIGHER_IS_WORSE
                        ? AtRiskRule.Comparison.AT_LEAST
                        : AtRiskRule.Comparison.AT_MOST,
                BigDecimal.valueOf(random.nextInt(300), 1),
                AtRiskRule.Basis.CONVENTION,
                "made for a test"));
    }
}
