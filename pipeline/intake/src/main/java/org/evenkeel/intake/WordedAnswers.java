package org.evenkeel.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.intake.Binding.ItemColumn;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.table.Table;

/**
 * Decides where a file that keeps both values and their texts is read by its texts: attributes and consent always; answers
 * where each value of the questionnaire has a text that it knows, for the text says what was meant and the number only how
 * it was stored.
 */
final class WordedAnswers {
    private WordedAnswers() {}

    /** The table as it is to be read. */
    static Table of(Table table, SourcePlan plan, Binding binding, List<String> notes) {
        Map<Integer, Map<String, String>> texts = table.valueTexts();
        if (texts.isEmpty()) {
            return table;
        }
        BitSet worded = new BitSet();
        binding.attributes().values().forEach(worded::set);
        if (binding.consent() != Binding.NONE) {
            worded.set(binding.consent());
        }
        Map<String, List<String>> changed = new TreeMap<>();
        for (ItemColumn item : binding.items()) {
            Map<String, String> called = texts.getOrDefault(item.column(), Map.of());
            Meaning meaning = Meaning.of(item, called);
            if (meaning.isWhole()) {
                worded.set(item.column());
                if (!meaning.isAsStored()) {
                    changed.computeIfAbsent(item.questionnaire().name(), name -> new ArrayList<>())
                            .add(item.item().value());
                }
            }
        }
        changed.forEach((name, items) -> notes.add(String.format(
                "%s: %d items are stored as other numbers than the questionnaire has, and are read by the texts of their"
                        + " values",
                name, items.size())));
        return table.worded(worded);
    }

    /** What the texts of an item's values mean, by stored value. */
    private record Meaning(Questionnaire questionnaire, Map<String, Integer> known) {
        static Meaning of(ItemColumn item, Map<String, String> called) {
            Questionnaire questionnaire = item.questionnaire();
            Map<String, Integer> known = new TreeMap<>();
            Set<String> declared = new TreeSet<>();
            questionnaire.answers().keySet().forEach(answer -> declared.add(AnswerReader.fold(answer)));
            boolean byCode = called.keySet().stream().anyMatch(code -> declared.contains(AnswerReader.fold(code)));
            Map<String, Integer> meanings = new TreeMap<>();
            questionnaire.anchors().forEach((text, value) -> meanings.put(AnswerReader.fold(text), value));
            questionnaire.answers().forEach((text, value) -> meanings.put(AnswerReader.fold(text), value));
            called.forEach((code, text) -> {
                Integer value = byCode ? null : meanings.get(AnswerReader.fold(text));
                if (value != null) {
                    known.put(code, value);
                }
            });
            return new Meaning(questionnaire, known);
        }

        /** Whether there is a text for each value. */
        boolean isWhole() {
            int values = questionnaire.range().highest() - questionnaire.range().lowest() + 1;
            return new TreeSet<>(known.values()).size() == values;
        }

        boolean isAsStored() {
            return known.entrySet().stream().allMatch(code -> code.getKey().equals(String.valueOf(code.getValue())));
        }
    }
}
