package org.evenkeel.sql.ledger;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the exports of a source have asked one item so far: counts and digests, and no row of anybody.
 *
 * @param source the source
 * @param platform the platform whose exports ask it so
 * @param item the item
 * @param column the name of its column
 * @param wording a digest of its question text; empty where exports have none
 * @param lowest the lowest value of its scale
 * @param highest the highest value of its scale
 * @param codes the whole numbers that answer it, and how often each was met
 * @param texts how many answers were known texts
 * @param unreadable how many answers could not be read
 */
public record ItemFingerprint(
        String source,
        String platform,
        String item,
        String column,
        String wording,
        int lowest,
        int highest,
        SortedMap<Long, Long> codes,
        long texts,
        long unreadable) {
    public ItemFingerprint {
        codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
    }
}
