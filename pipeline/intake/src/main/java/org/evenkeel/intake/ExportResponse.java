package org.evenkeel.intake;

import java.time.Instant;
import java.util.Map;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.TermId;

/**
 * One accepted row of an export: a submission by one respondent at one instant, without any identifier.
 *
 * @param respondent 64-bit pseudonym, unique in the study's id space
 * @param respondentCheck another 64 bits of the same keyed digest, by which a collision of pseudonyms is found
 * @param response 64-bit pseudonym of the submission, the same whenever the platform exports it again
 * @param submitted when it was submitted
 * @param term the term it is about
 * @param week the ISO week of its day in the school's zone
 * @param attributes the attributes its row states
 * @param answers item values within the item's range, and under its own key the units of each scale that is scored while
 *     reading; what is missing is not in the map
 * @param sheet whether every answer to its items can be one
 */
public record ExportResponse(
        long respondent,
        long respondentCheck,
        long response,
        Instant submitted,
        TermId term,
        IsoWeek week,
        Map<AttributeId, String> attributes,
        Map<ItemKey, Integer> answers,
        Sheet sheet) {
    /** What the answers of a row say about one another. */
    public enum Sheet {
        /** Each is one that can be given, or none. */
        POSSIBLE,
        /** One at least is out of its item's range or cannot be read; it counts as missing, and the row is marked. */
        IMPOSSIBLE
    }

    public ExportResponse {
        attributes = Map.copyOf(attributes);
        answers = Map.copyOf(answers);
    }
}
