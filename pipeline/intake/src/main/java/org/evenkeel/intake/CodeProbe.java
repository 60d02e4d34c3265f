package org.evenkeel.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Codes;
import org.evenkeel.intake.Binding.ItemColumn;
import org.evenkeel.intake.SourcePlan.Questionnaire;
import org.evenkeel.intake.table.Row;
import org.evenkeel.intake.table.Rows;

/**
 * Finds out how a file numbers the answers of questionnaires of which nothing is declared. Codes are the values unless the
 * file proves that they are moved: numbers out of the range, both ends of the moved range met, nothing out of it, over
 * {@value #ENOUGH} answers or more. What is neither one nor the other is refused, never guessed.
 */
final class CodeProbe {
    /** Fewest answers that prove anything. */
    static final int ENOUGH = 20;

    /** So many answers without the lowest value are worth a word. */
    private static final int WORTH_A_WORD = 50;

    /** One in so many answers may be out of the range by a slip. */
    private static final int SLIPS = 20;

    /** From so many answers just beside the range on, one in so many of all, the scale has more answers than it should. */
    private static final int FEWEST_BESIDE = 10;

    private static final int BESIDE = 10;
    private static final int ROWS_OF_A_GLANCE = 1_000;
    private static final int NUMBERS = 64;

    private final Path file;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Codes> found = new TreeMap<>();

    /** The plain numbers of one questionnaire, and how often each occurs. */
    private static final class Tally {
        private final TreeMap<Integer, Long> numbers = new TreeMap<>();
        private long answers;

        void count(int number) {
            answers++;
            if (numbers.size() < NUMBERS || numbers.containsKey(number)) {
                numbers.merge(number, 1L, Long::sum);
            }
        }

        long outside(AnswerRange range) {
            return answers
                    - numbers.subMap(range.lowest(), true, range.highest(), true).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        }

        boolean settles(AnswerRange range) {
            return !numbers.isEmpty() && numbers.firstKey() == range.lowest() && numbers.lastKey() == range.highest();
        }
    }

    private record Probed(Questionnaire questionnaire, AnswerReader reader, List<Integer> columns, Tally tally) {
        boolean isSettled() {
            return tally.numbers.isEmpty() || tally.settles(questionnaire.range());
        }
    }

    private CodeProbe(Path file) {
        this.file = file;
    }

    /**
     * Looks through the answers: a glance at the first rows settles most files, any other is read to its end.
     *
     * @param rows opens the file's responses with these columns
     * @throws DataProblem where codes cannot be the values and nothing proves what they are
     */
    static CodeProbe of(
            Path file, List<ItemColumn> items, Map<Questionnaire, AnswerReader> readers, Function<BitSet, Rows> rows) {
        CodeProbe probe = new CodeProbe(file);
        List<Probed> open = new ArrayList<>();
        readers.forEach((questionnaire, reader) -> {
            if (!questionnaire.codes().areDeclared()) {
                List<Integer> columns = items.stream()
                        .filter(item -> item.questionnaire().equals(questionnaire))
                        .map(ItemColumn::column)
                        .toList();
                open.add(new Probed(questionnaire, reader, columns, new Tally()));
            }
        });
        BitSet wanted = new BitSet();
        open.forEach(probed -> probed.columns().forEach(wanted::set));
        if (!wanted.isEmpty()) {
            try (Rows all = rows.apply(wanted)) {
                long seen = 0;
                while (all.hasNext()
                        && (seen < ROWS_OF_A_GLANCE || !open.stream().allMatch(Probed::isSettled))) {
                    Row row = all.next();
                    seen++;
                    open.forEach(probed -> take(probed, row));
                }
            }
        }
        open.forEach(probe::decide);
        return probe;
    }

    /** What the file proves: by questionnaire, the codes it uses where they are not the values. */
    Map<String, Codes> found() {
        return found;
    }

    /** What a person should know of it, in sentences. */
    List<String> notes() {
        return notes;
    }

    private static void take(Probed probed, Row row) {
        for (int column : probed.columns()) {
            OptionalInt number = probed.reader().plainNumber(row.cell(column));
            if (number.isPresent()) {
                probed.tally().count(number.getAsInt());
            }
        }
    }

    private void decide(Probed probed) {
        Tally tally = probed.tally();
        Questionnaire questionnaire = probed.questionnaire();
        AnswerRange range = questionnaire.range();
        if (tally.answers == 0) {
            return;
        }
        long outside = tally.outside(range);
        int lowest = tally.numbers.firstKey();
        int highest = tally.numbers.lastKey();
        if (outside == 0) {
            if (range.lowest() == 0
                    && lowest > 0
                    && tally.answers >= WORTH_A_WORD
                    && questionnaire.items().size() > 1) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s: none of its %d numbers is 0, the lowest of the scale %s, and each is read as it stands; if the"
                                + " survey counts from 1, declare codes: %d..%d",
                        questionnaire.name(),
                        tally.answers,
                        text(range),
                        range.lowest() + 1,
                        range.highest() + 1));
            }
            return;
        }
        int width = range.highest() - range.lowest();
        boolean moved = highest - lowest == width;
        if (moved && tally.answers >= ENOUGH && tally.numbers.size() > 1) {
            found.put(questionnaire.name(), new Codes(lowest, highest));
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: codes %d..%d are read as the values %s: %d of %d numbers lie out of the scale's range as they stand,"
                            + " none once they are moved by %+d",
                    questionnaire.name(),
                    lowest,
                    highest,
                    text(range),
                    outside,
                    tally.answers,
                    range.lowest() - lowest));
            return;
        }
        boolean mayBeMoved = outside < tally.answers && highest - lowest <= width;
        long beside = tally.numbers.getOrDefault(range.highest() + 1, 0L)
                + tally.numbers.getOrDefault(range.lowest() - 1, 0L);
        boolean contradictory = !mayBeMoved && beside >= FEWEST_BESIDE && beside * BESIDE > tally.answers;
        if (tally.answers >= ENOUGH && ((mayBeMoved && outside * SLIPS > tally.answers) || contradictory)) {
            throw new DataProblem(String.format(
                    Locale.ROOT,
                    "%s: the numbers of %s run from %d to %d and its values from %d to %d: %d of %d lie out of range, and %s."
                            + " Declare the survey's codes under the instrument (codes: %d..%d, or codes: %d..%d where they are"
                            + " the values), or the numbers that mean no answer under the source's 'missing'.",
                    file,
                    questionnaire.name(),
                    lowest,
                    highest,
                    range.lowest(),
                    range.highest(),
                    outside,
                    tally.answers,
                    mayBeMoved
                            ? "they may be moved, which the file does not prove"
                            : "no way to move them brings all into it",
                    range.lowest() + (highest > range.highest() ? 1 : -1),
                    range.highest() + (highest > range.highest() ? 1 : -1),
                    range.lowest(),
                    range.highest()));
        }
        String advice = mayBeMoved
                ? String.format(
                        Locale.ROOT,
                        "; if the survey numbers its answers otherwise, declare codes: %d..%d",
                        range.lowest() + (highest > range.highest() ? 1 : -1),
                        range.highest() + (highest > range.highest() ? 1 : -1))
                : "";
        notes.add(String.format(
                Locale.ROOT,
                "%s: %d of its %d numbers lie out of the scale %s and count as missing; each is read as it stands%s",
                questionnaire.name(),
                outside,
                tally.answers,
                text(range),
                advice));
    }

    private static String text(AnswerRange range) {
        return range.lowest() + ".." + range.highest();
    }
}
