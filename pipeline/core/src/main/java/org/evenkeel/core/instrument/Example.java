package org.evenkeel.core.instrument;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A worked example that an instrument carries: these answers give these scores. Run by {@code check} and by the tests.
 *
 * @param coding the coding it is worked under, where the instrument has several
 * @param answers item values
 * @param scores the expected score of each scale named, in points; empty means no score
 * @param atRisk whether the score is at risk, for the scales named
 */
public record Example(
        Optional<String> coding,
        Map<ItemKey, Integer> answers,
        Map<ScaleId, Optional<BigDecimal>> scores,
        Map<ScaleId, Boolean> atRisk) {
    public Example {
        answers = Map.copyOf(answers);
        scores = Map.copyOf(scores);
        atRisk = Map.copyOf(atRisk);
    }
}
