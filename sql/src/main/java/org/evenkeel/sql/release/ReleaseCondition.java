package org.evenkeel.sql.release;

/**
 * A value that members of a cohort may have; a cohort without any is the whole school.
 *
 * @param cohort the cohort's key
 * @param attribute the attribute, such as {@code year}
 * @param value one of the values
 */
public record ReleaseCondition(String cohort, String attribute, String value) {}
