package org.evenkeel.sql.release;

import java.util.Optional;

/**
 * A value that members of a cohort may have; a cohort without any is the whole school.
 *
 * @param cohort the cohort's key
 * @param attribute the attribute, such as {@code year}
 * @param value one of the values
 * @param formerly of a year, the label that its class had in the term before, where that is known
 */
public record ReleaseCondition(String cohort, String attribute, String value, Optional<String> formerly) {}
