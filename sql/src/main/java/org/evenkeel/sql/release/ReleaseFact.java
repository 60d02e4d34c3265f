package org.evenkeel.sql.release;

/**
 * A line of the audit, of the provenance, or of what bears on how far figures can be trusted.
 *
 * @param section {@code audit}, {@code provenance}, {@code export}, {@code instrument}, {@code privacy},
 *     {@code calibration}, {@code threshold}, {@code weighting} or {@code response-sensitivity}
 * @param order where it stands in its section
 * @param name what it is
 * @param content its value
 */
public record ReleaseFact(String section, int order, String name, String content) {
    /** The section of cut-offs of flags: names are codes of levels, contents percents as numbers, in every language. */
    public static final String THRESHOLD = "threshold";

    /** The cut-off of amber flags. */
    public static final String AMBER = "amber";

    /** The cut-off of red flags that are red by it alone. */
    public static final String RED = "red";

    /** The content of a cut-off that nothing reaches. */
    public static final String NEVER = "never";
}
