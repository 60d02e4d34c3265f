package org.evenkeel.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.study.Study;
import org.evenkeel.intake.SourcePlan.Labels;
import org.evenkeel.intake.platform.Column;

/**
 * Reads the labels of one attribute: a declared alias means its value, a value that the study knows is known whatever its
 * case, anything else is a value of its own.
 */
final class LabelReader {
    private static final int REMEMBERED = 4_096;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private final MissingCodes missing;
    private final boolean knows;
    private long unnamed;

    LabelReader(Labels labels, MissingCodes missing) {
        this.missing = missing;
        knows = !labels.known().isEmpty();
        new TreeSet<>(labels.known()).forEach(value -> values.putIfAbsent(AnswerReader.fold(value), value));
        new TreeMap<>(labels.aliases()).forEach((alias, value) -> values.put(AnswerReader.fold(alias), value));
    }

    /** The value a cell means; blank where it states none. */
    String read(String cell) {
        String known = remembered.get(cell);
        if (known == null) {
            String label = Column.tidy(cell);
            known = label.isEmpty() || missing.isLabel(AnswerReader.fold(label))
                    ? ""
                    : values.getOrDefault(AnswerReader.fold(label), label);
            if (remembered.size() < REMEMBERED) {
                remembered.put(cell, known);
            }
        }
        return known;
    }

    /** Notes that a kept row has this value. */
    void count(String value) {
        if (knows && !values.containsKey(AnswerReader.fold(value))) {
            if (unknown.size() < REMEMBERED || unknown.containsKey(value)) {
                unknown.merge(value, 1L, Long::sum);
            } else {
                unnamed++;
            }
        }
    }

    /** How many kept rows have a value the study does not know. */
    long unknownRows() {
        return unnamed + unknown.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The unknown values that enough rows share to be named, and how many rows they are on. */
    Map<String, Long> unknownValues() {
        Map<String, Long> shared = new TreeMap<>(unknown);
        shared.values().removeIf(rows -> rows < Study.LEAST_THRESHOLD);
        return shared;
    }
}
