package org.evenkeel.core.statistics;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.study.AttributeId;

/**
 * Which year label the people of each year carried in the term before. Two labels are the same people's where the classes of their
 * respondents are the same for more than half of them, and for no other label. One who repeats a year therefore changes nothing, and
 * nothing is learnt of one. A label whose class was not there yet has none, nor have two that would have been the same.
 *
 * @param before the label in the term before by the label now
 */
public record YearLabels(SortedMap<String, String> before) {
    /** The attribute whose value moves on every year. */
    public static final AttributeId YEAR = new AttributeId("year");
    /** The attribute of those who entered together. */
    public static final AttributeId CLASS = new AttributeId("class");
    /** Nothing is known of the term before. */
    public static final YearLabels UNKNOWN = new YearLabels(new TreeMap<>());

    public YearLabels {
        before = new TreeMap<>(before);
    }

    /** The labels of a term as they were in the one before; none where no class is declared. */
    public static YearLabels of(TermCells earlier, TermCells now) {
        return of(LabelClasses.of(earlier), LabelClasses.of(now));
    }

    static YearLabels of(LabelClasses then, LabelClasses now) {
        SortedMap<String, String> before = new TreeMap<>();
        now.labels().forEach(label -> now.same(label, then).ifPresent(was -> before.put(label, was)));
        return new YearLabels(before);
    }

    /** What the people of a group were called in the term before; without a year a label stays. */
    public Optional<Cohort> of(Cohort cohort) {
        Set<String> years = cohort.asked().getOrDefault(YEAR, Set.of());
        if (years.isEmpty()) {
            return Optional.of(cohort);
        }
        Set<String> labels = new TreeSet<>();
        for (String year : years) {
            Optional.ofNullable(before.get(year)).ifPresent(labels::add);
        }
        if (labels.size() < years.size()) {
            return Optional.empty();
        }
        Map<AttributeId, Set<String>> conditions = new TreeMap<>(cohort.asked());
        conditions.put(YEAR, labels);
        return Optional.of(Cohort.of(conditions));
    }

    /** Whether some label went on to other people. */
    boolean moved() {
        return before.entrySet().stream().anyMatch(label -> !label.getKey().equals(label.getValue()));
    }
}
