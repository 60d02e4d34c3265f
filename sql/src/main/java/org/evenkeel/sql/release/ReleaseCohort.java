package org.evenkeel.sql.release;

/**
 * A group the release speaks of.
 *
 * @param key such as {@code school}, {@code year=1}, {@code campus=South,year=1}
 * @param order where it stands in reports, the school first
 * @param grouping such as {@code school}, {@code year}, {@code year x campus}
 * @param name in words: "Year 1, South"
 * @param origin {@code reported} or {@code roll-up}
 */
public record ReleaseCohort(String key, int order, String grouping, String name, String origin) {}
