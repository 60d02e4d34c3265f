package org.evenkeel.app.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Numbers to be searched for, in every way they might be written: cut off or rounded to any number of decimals. A way of
 * writing that has fewer than five digits could occur by chance and is not searched for; nor is one that says no more than a
 * number which may be seen.
 */
final class OddNumbers {
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DECIMALS = 6;
    private static final int WINDOW = 4;
    private static final int BITS = 1 << 20;
    private static final List<String> BETWEEN_THOUSANDS = List.of("", ",", ".", " ", "\u00A0", "\u202F", "'", "\u2019");

    /** Who writes the number. */
    enum Hand {
        /** For people: with a point or a comma, with thousands apart or not, with decimals or without. */
        PEOPLE,
        /** For a program that draws: nothing but digits and a point. Without decimals it could be any length or width. */
        DRAWING
    }

    private final Map<String, BigDecimal> written = new TreeMap<>();
    private final Map<String, List<String>> byStart = new HashMap<>();
    private final BitSet starts = new BitSet(BITS);

    private OddNumbers() {}

    /** The numbers, but for what is also a number that may be seen. */
    static OddNumbers of(Hand hand, Collection<BigDecimal> numbers, Collection<BigDecimal> seen) {
        Set<BigDecimal> plain = new TreeSet<>(seen);
        OddNumbers odd = new OddNumbers();
        numbers.forEach(number -> odd.add(hand, number.abs(), plain));
        return odd;
    }

    /** Whole numbers as they may be seen, whatever stands between their thousands. */
    static OddNumbers whole(Collection<BigDecimal> numbers) {
        OddNumbers whole = new OddNumbers();
        numbers.forEach(number -> forms(Hand.PEOPLE, number.setScale(0, RoundingMode.UNNECESSARY))
                .forEach(form -> whole.put(form, number)));
        return whole;
    }

    private void add(Hand hand, BigDecimal number, Set<BigDecimal> seen) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.HALF_UP)) {
                BigDecimal rounded = number.setScale(decimals, mode);
                if (rounded.precision() >= FEWEST_DIGITS && !seen.contains(rounded)) {
                    forms(hand, rounded).forEach(form -> put(form, number));
                }
            }
        }
    }

    private void put(String form, BigDecimal number) {
        // What begins with a way of writing that is searched for already will be found by it.
        for (int length = WINDOW; length < form.length(); length++) {
            if (written.containsKey(form.substring(0, length))) {
                return;
            }
        }
        if (written.putIfAbsent(form, number) == null) {
            String start = form.substring(0, Math.min(WINDOW, form.length()));
            byStart.computeIfAbsent(start, any -> new ArrayList<>()).add(form);
            starts.set(place(start, 0));
        }
    }

    private static List<String> forms(Hand hand, BigDecimal number) {
        return switch (hand) {
            case PEOPLE -> forPeople(number);
            case DRAWING -> number.scale() > 0 ? List.of(number.toPlainString()) : List.of();
        };
    }

    private static List<String> forPeople(BigDecimal number) {
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String decimals = point < 0 ? "" : plain.substring(point + 1);
        List<String> forms = new ArrayList<>();
        for (String between : BETWEEN_THOUSANDS) {
            if (between.isEmpty() || whole.length() > 3) {
                String apart = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", between);
                if (decimals.isEmpty()) {
                    forms.add(apart);
                } else {
                    forms.add(apart + "." + decimals);
                    forms.add(apart + "," + decimals);
                }
            }
        }
        return forms;
    }

    private static int place(CharSequence text, int from) {
        int hash = 7;
        for (int i = from; i < Math.min(from + WINDOW, text.length()); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return (hash ^ (hash >>> 12)) & (BITS - 1);
    }

    /** How many numbers are searched for. */
    long count() {
        return written.values().stream().distinct().count();
    }

    /** The numbers that stand in the text, as they stand there. */
    SortedSet<String> in(String text) {
        SortedSet<String> found = new TreeSet<>();
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))
                    || (i > 0 && Character.isDigit(text.charAt(i - 1)))
                    || !starts.get(place(text, i))) {
                continue;
            }
            for (String form : byStart.getOrDefault(text.substring(i, i + WINDOW), List.of())) {
                if (text.startsWith(form, i)) {
                    found.add(form);
                }
            }
        }
        return found;
    }

    /** The numbers that stand in the text, by their value. */
    SortedSet<BigDecimal> valuesIn(String text) {
        SortedSet<BigDecimal> values = new TreeSet<>();
        in(text).forEach(form -> values.add(written.getOrDefault(form, BigDecimal.ZERO)));
        return values;
    }
}
