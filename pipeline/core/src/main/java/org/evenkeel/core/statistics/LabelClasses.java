package org.evenkeel.core.statistics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Profile;

/**
 * With which classes those who carry each year label in a term entered: how many respondents of each source, over the term. Who
 * stated no class or no year is not counted.
 */
record LabelClasses(SortedMap<String, SortedMap<String, Long>> respondents) {
    /** More than this share is most. */
    private static final double HALF = 0.5;

    static LabelClasses of(TermCells term) {
        SortedMap<String, SortedMap<String, Long>> respondents = new TreeMap<>();
        for (Map.Entry<RespondentsKey, Long> cell : term.cells().respondents().entrySet()) {
            Profile profile = term.profiles().profiles().get(cell.getKey().profile());
            String label = profile.value(YearLabels.YEAR);
            String entered = profile.value(YearLabels.CLASS);
            boolean stated = !label.equals(Profile.NOT_STATED) && !entered.equals(Profile.NOT_STATED);
            if (stated && cell.getKey().period().week().isEmpty() && cell.getValue() > 0) {
                respondents.computeIfAbsent(label, any -> new TreeMap<>()).merge(entered, cell.getValue(), Long::sum);
            }
        }
        return new LabelClasses(respondents);
    }

    /** The labels whose respondents have a class. */
    Set<String> labels() {
        return Collections.unmodifiableSet(respondents.keySet());
    }

    /** The label of the other term that most of those with this one carried there, if it is one and no other label here is like it. */
    Optional<String> same(String label, LabelClasses there) {
        List<String> alike = there.like(classes(label));
        return alike.size() == 1 && like(there.classes(alike.get(0))).size() == 1
                ? Optional.of(alike.get(0))
                : Optional.empty();
    }

    /** Whether most of those with this label are of classes that were under no label of the other term. */
    boolean isNew(String label, LabelClasses there) {
        SortedMap<String, Long> classes = classes(label);
        double found = there.respondents.values().stream()
                .mapToDouble(others -> shared(classes, others))
                .sum();
        return !classes.isEmpty() && !there.respondents.isEmpty() && found < HALF;
    }

    private SortedMap<String, Long> classes(String label) {
        return respondents.getOrDefault(label, Collections.emptySortedMap());
    }

    private List<String> like(SortedMap<String, Long> classes) {
        return respondents.entrySet().stream()
                .filter(label -> shared(classes, label.getValue()) > HALF)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The share of both groups that is of the same classes. */
    private static double shared(SortedMap<String, Long> left, SortedMap<String, Long> right) {
        long ofLeft = sum(left);
        long ofRight = sum(right);
        long shared = left.entrySet().stream()
                .mapToLong(
                        entry -> Math.min(entry.getValue() * ofRight, right.getOrDefault(entry.getKey(), 0L) * ofLeft))
                .sum();
        return shared == 0 ? 0 : (double) shared / (double) (ofLeft * ofRight);
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
