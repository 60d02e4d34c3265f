package org.evenkeel.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest of the known words to one that is not known. */
public final class Suggestion {
    private record Candidate(String word, int distance) {}

    private Suggestion() {}

    /** The known word within a third of the letters of the word given, the nearest one, the first where several are. */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int limit = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(word -> new Candidate(word, distance(wanted, word.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= limit)
                .min(Comparator.comparing(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** The end of a message: {@code , did you mean 'threshold'?} or nothing. */
    public static String phrase(String given, Collection<String> known) {
        return nearest(given, known)
                .map(word -> ", did you mean '" + word + "'?")
                .orElse("");
    }

    /** Edit distance with swapped neighbours as one edit. */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int inserted = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        boolean swap =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        int swapped = swap ? edits[i - 2][j - 2] + 1 : Integer.MAX_VALUE;
        return Math.min(Math.min(replaced, inserted), swapped);
    }
}
