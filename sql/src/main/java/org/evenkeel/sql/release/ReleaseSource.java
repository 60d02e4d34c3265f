package org.evenkeel.sql.release;

/**
 * A survey or check-in stream.
 *
 * @param id the source's name
 * @param order where it stands in reports
 * @param rhythm {@code survey} or {@code check-in}
 * @param respondents {@code identified}, or {@code unlinked} where every response is its own respondent
 */
public record ReleaseSource(String id, int order, String rhythm, String respondents) {}
