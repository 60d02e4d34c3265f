package org.evenkeel.intake;

/**
 * What stands in for an identifier: two halves of one keyed digest.
 *
 * @param value the first 64 bits, by which it is known
 * @param check the next 64 bits, by which a collision of the first is found
 */
public record Pseudonym(long value, long check) {}
