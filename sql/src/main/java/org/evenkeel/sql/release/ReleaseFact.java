package org.evenkeel.sql.release;

/**
 * A line of the audit, of the provenance, or of what bears on how far figures can be trusted.
 *
 * @param section {@code audit}, {@code provenance}, {@code export}, {@code instrument}, {@code privacy},
 *     {@code calibration}, {@code weighting} or {@code response-sensitivity}
 * @param order where it stands in its section
 * @param name what it is
 * @param content its value
 */
public record ReleaseFact(String section, int order, String name, String content) {}
