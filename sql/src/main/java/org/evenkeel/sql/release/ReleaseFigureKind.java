package org.evenkeel.sql.release;

/**
 * A kind of figure, as disclosure declares it.
 *
 * @param code such as {@code mean}, {@code share-at-risk}, {@code change}
 * @param order where it stands in tables
 * @param title in words
 * @param unit {@code points}, {@code percent}, {@code respondents} or {@code coefficient}
 */
public record ReleaseFigureKind(String code, int order, String title, String unit) {}
