package org.evenkeel.core.instrument;

/**
 * What a rule makes of a response: an exact number of units of the scale's lattice.
 *
 * @param units the score in units of 1/denominator
 * @param answered how many of the scale's items were answered
 */
public record Score(long units, int answered) {}
