package org.evenkeel.core.statistics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.core.cell.RespondentsKey;
import org.evenkeel.core.cohort.Cohort;
import org.evenkeel.core.cohort.Predecessor;
import org.evenkeel.core.cohort.Profile;
import org.evenkeel.core.study.AttributeId;

/**
 * Which year label the people of each year carried in the term before. A label is followed by its class: the one that most of its
 * respondents entered with, and the label that most of that class carried then. One who repeats a year therefore changes nothing, and
 * nothing is learnt of one. A label whose class was not there yet has none, nor have two that would have been the same.
 *
 * @param before the label in the term before by the label now
 */
public record YearLabels(SortedMap<String, String> before) {
    /** Nothing is known of the term before. */
    public static final YearLabels UNKNOWN = new YearLabels(new TreeMap<>());

    public YearLabels {
        before = new TreeMap<>(before);
    }

    /** The labels of a term as they were in the one before; none where no class is declared. */
    public static YearLabels of(TermCells earlier, TermCells now) {
        SortedMap<String, String> classes = mostOf(now, Predecessor.YEAR, Predecessor.CLASS);
        SortedMap<String, String> labels = mostOf(earlier, Predecessor.CLASS, Predecessor.YEAR);
        SortedMap<String, String> before = new TreeMap<>();
        classes.forEach((label, entered) ->
                Optional.ofNullable(labels.get(entered)).ifPresent(earlierLabel -> before.put(label, earlierLabel)));
        Map<String, Long> carriers =
                before.values().stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        before.values().removeIf(label -> carriers.getOrDefault(label, 0L) > 1);
        return new YearLabels(before);
    }

    /** What the people of a group were called in the term before; without a year a label stays. */
    public Optional<Cohort> of(Cohort cohort) {
        Set<String> years = cohort.asked().getOrDefault(Predecessor.YEAR, Set.of());
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
        conditions.put(Predecessor.YEAR, labels);
        return Optional.of(Cohort.of(conditions));
    }

    /** The value of another attribute that more than half of those with each value of one have. */
    private static SortedMap<String, String> mostOf(TermCells term, AttributeId by, AttributeId other) {
        Map<Integer, Long> respondents = new HashMap<>();
        for (Map.Entry<RespondentsKey, Long> cell : term.cells().respondents().entrySet()) {
            respondents.merge(cell.getKey().profile(), cell.getValue(), Long::sum);
        }
        SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
        for (int number = 0; number < term.profiles().profiles().size(); number++) {
            Profile profile = term.profiles().profiles().get(number);
            long people = respondents.getOrDefault(number, 0L);
            boolean stated = !profile.value(by).equals(Profile.NOT_STATED)
                    && !profile.value(other).equals(Profile.NOT_STATED);
            if (stated && people > 0) {
                counts.computeIfAbsent(profile.value(by), any -> new TreeMap<>())
                        .merge(profile.value(other), people, Long::sum);
            }
        }
        SortedMap<String, String> most = new TreeMap<>();
        counts.forEach((value, others) -> {
            long all = others.values().stream().mapToLong(Long::longValue).sum();
            others.entrySet().stream()
                    .max(Comparator.comparingLong(Map.Entry::getValue))
                    .filter(largest -> 2 * largest.getValue() > all)
                    .ifPresent(largest -> most.put(value, largest.getKey()));
        });
        return most;
    }
}
