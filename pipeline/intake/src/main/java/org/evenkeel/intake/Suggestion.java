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

    /** How many letters must be changed, added, left out or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edit(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int edit(int[][] edits, String a, String b, int i, int j) {
        int changed = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(changed, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
