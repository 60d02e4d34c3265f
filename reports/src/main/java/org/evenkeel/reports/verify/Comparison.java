package org.evenkeel.reports.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.reports.verify.Difference.Kind;
import org.evenkeel.reports.verify.Passage.Role;

/** Compares a report place by place with the same report drawn afresh from the mart, both read by the same reader. */
final class Comparison {
    private final MartFigures figures;
    private final List<Difference> differences = new ArrayList<>();
    private int numbers;

    Comparison(MartFigures figures) {
        this.figures = figures;
    }

    /** How many numbers were compared. */
    int numbers() {
        return numbers;
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Compares everything; what only one of both has is a difference. */
    void compare(Iterator<Block> found, Iterator<Block> expected) {
        Optional<Block> one = next(found);
        Optional<Block> other = next(expected);
        while (one.isPresent() || other.isPresent()) {
            int order =
                    one.isEmpty() ? 1 : other.isEmpty() ? -1 : one.orElseThrow().compareTo(other.orElseThrow());
            compare(
                    order <= 0 ? one.orElseThrow().passages() : List.of(),
                    order >= 0 ? other.orElseThrow().passages() : List.of());
            one = order <= 0 ? next(found) : one;
            other = order >= 0 ? next(expected) : other;
        }
    }

    private static Optional<Block> next(Iterator<Block> blocks) {
        return blocks.hasNext() ? Optional.of(blocks.next()) : Optional.empty();
    }

    private void compare(List<Passage> found, List<Passage> expected) {
        Map<String, Passage> left = new LinkedHashMap<>();
        found.forEach(passage -> left.put(passage.key(), passage));
        for (Passage should : expected) {
            Passage is = left.remove(should.key());
            if (is == null) {
                missing(should);
            } else {
                compare(is, should);
            }
        }
        left.values().stream()
                .filter(passage -> !passage.text().isBlank())
                .forEach(passage -> add(passage, passage, "", kind(passage)));
    }

    private void missing(Passage should) {
        if (!should.text().isBlank()) {
            differences.add(difference(should, "", should.text(), kind(should)));
        }
    }

    private static Kind kind(Passage passage) {
        return passage.role() == Role.SETTING ? Kind.LOOK : Numbers.hasDigit(passage.text()) ? Kind.NUMBER : Kind.WORDS;
    }

    private void compare(Passage is, Passage should) {
        if (should.role() != Role.SETTING) {
            numbers += Numbers.wordsWithDigits(should.text()).size();
        }
        if (!is.text().equals(should.text())) {
            if (should.role() == Role.SETTING) {
                add(should, is, should.text(), Kind.LOOK);
            } else {
                texts(is, should);
            }
        } else if (!is.look().equals(should.look())) {
            Meaning meaning = figures.meant(should, should.text());
            differences.add(meaning.difference(should.where(), is.look(), should.look(), Kind.LOOK));
        }
    }

    private void texts(Passage is, Passage should) {
        List<String> found = Numbers.wordsWithDigits(is.text());
        List<String> expected = Numbers.wordsWithDigits(should.text());
        if (found.equals(expected)) {
            add(should, is, should.text(), Kind.WORDS);
            return;
        }
        int from = 0;
        while (from < found.size() && from < expected.size() && found.get(from).equals(expected.get(from))) {
            from++;
        }
        int to = 0;
        while (to < found.size() - from
                && to < expected.size() - from
                && found.get(found.size() - 1 - to).equals(expected.get(expected.size() - 1 - to))) {
            to++;
        }
        List<String> wrong = found.subList(from, found.size() - to);
        List<String> right = expected.subList(from, expected.size() - to);
        if (wrong.size() != right.size()) {
            differences.add(difference(should, String.join(" ", wrong), String.join(" ", right), Kind.NUMBER));
            return;
        }
        for (int i = 0; i < right.size(); i++) {
            if (!right.get(i).equals(wrong.get(i))) {
                differences.add(difference(should, wrong.get(i), right.get(i), Kind.NUMBER));
            }
        }
    }

    private void add(Passage place, Passage is, String expected, Kind kind) {
        differences.add(difference(place, is.text(), expected, kind));
    }

    private Difference difference(Passage place, String found, String expected, Kind kind) {
        return figures.meant(place, expected).difference(place.where(), found, expected, kind);
    }

    /** The ids that a place speaks of. */
    static List<String> named(Passage passage) {
        Collection<String> own = Numbers.ids(passage.text());
        Set<String> named = new LinkedHashSet<>(own);
        named.addAll(passage.ids());
        return List.copyOf(named);
    }
}
