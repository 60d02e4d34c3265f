package org.evenkeel.reports.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of files for the keys of cohorts: readable, of letters that every file system takes, bounded, and each one's own. */
final class CohortSlugs {
    private static final int LONGEST = 60;
    private static final int DIGEST = 4;

    private CohortSlugs() {}

    /** A name for each key. A name that leaves something out of its key, or that two keys would share, ends in digits of a digest. */
    static Map<String, String> of(List<String> keys) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        keys.forEach(key ->
                byName.computeIfAbsent(plain(key), name -> new ArrayList<>()).add(key));
        Map<String, String> slugs = new LinkedHashMap<>();
        byName.forEach((name, sharing) -> sharing.forEach(key -> slugs.put(
                key,
                sharing.size() == 1 && name.length() <= LONGEST && isWhole(key) ? name : cut(name) + digest(key))));
        return slugs;
    }

    private static String plain(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** Whether every letter of the key has one in the name. */
    private static boolean isWhole(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .allMatch(letter -> letter < 128);
    }

    private static String cut(String name) {
        String cut = name.substring(0, Math.min(LONGEST, name.length())).replaceAll("-$", "");
        return cut.isEmpty() ? "" : cut + "-";
    }

    private static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
