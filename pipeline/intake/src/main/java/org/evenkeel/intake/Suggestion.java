package org.evenkeel.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that somebody who wrote a wrong one may have meant. */
public final class Suggestion {
    private static final int SHOWN = 3;
    private static final int COMPARED = 200;

    private Suggestion() {}

    /** {@code ; did you mean 'x'?}, or nothing where no name is close. */
    public static String among(Collection<String> names, String wanted) {
        String folded = fold(wanted);
        int limit = Math.max(1, folded.length() / 3);
        List<String> close = names.stream()
                .filter(name -> !name.isBlank() && name.length() <= COMPARED)
                .distinct()
                .filter(name -> near(fold(name), folded, limit))
                .sorted(Comparator.<String>comparingInt(name -> distance(fold(name), folded))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
        return close.isEmpty() ? "" : close.stream().collect(Collectors.joining("' or '", "; did you mean '", "'?"));
    }

    private static boolean near(String name, String wanted, int limit) {
        return Math.abs(name.length() - wanted.length()) <= limit && distance(name, wanted) <= limit;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
