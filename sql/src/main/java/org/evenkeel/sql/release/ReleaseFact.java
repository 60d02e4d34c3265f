package org.evenkeel.sql.release;

/**
 * A line of the audit or of the provenance.
 *
 * @param section {@code audit}, {@code provenance}, {@code export}, {@code instrument} or {@code privacy}
 * @param order where it stands in its section
 * @param name what it is
 * @param content its value
 */
public record ReleaseFact(String section, int order, String name, String content) {}
