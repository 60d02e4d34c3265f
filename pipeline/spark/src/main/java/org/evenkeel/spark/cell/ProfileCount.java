package org.evenkeel.spark.cell;

import org.evenkeel.core.problem.Require;
import org.evenkeel.core.study.AttributeId;
import org.evenkeel.core.study.SourceId;

/**
 * How an attribute came to its values among a source's respondents of a term.
 *
 * @param respondents all respondents of the source in the term
 * @param changed those whose value changed within the term, who have the latest
 * @param conflicting those with two values at once, who have none
 * @param missing those who never stated it
 */
public record ProfileCount(
        SourceId source, AttributeId attribute, long respondents, long changed, long conflicting, long missing) {
    public ProfileCount {
        Require.that(
                changed + conflicting + missing <= respondents,
                "no more than %s respondents can be counted. Value given: %s",
                respondents,
                changed + conflicting + missing);
    }
}
