package org.evenkeel.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.instrument.Instrument;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.Codes;
import org.evenkeel.intake.SourcePlan.Questionnaire;

/**
 * Reads the cells of one questionnaire. In this order: a declared answer, a code for a missing answer, a whole number, an
 * answer text of the instrument, a number before its text ({@code 3 - often}), a LimeSurvey code ({@code A3}). What a study
 * declares wins over all of them, be it a number, a text or a code. What is none of these is unreadable; what is out of the
 * item's range counts as missing. Nothing is clamped.
 */
final class AnswerReader {
    /** No answer. */
    static final int BLANK = Integer.MIN_VALUE;

    /** A number out of the item's range. */
    static final int OUT_OF_RANGE = Integer.MIN_VALUE + 1;

    /** Neither a number nor a known text or code. */
    static final int UNREADABLE = Integer.MIN_VALUE + 2;

    /** A code that means that there is no answer. */
    static final int CODED = Integer.MIN_VALUE + 3;

    /** The platform says that the question was not shown. */
    static final int NOT_SHOWN = Integer.MIN_VALUE + 4;

    /** The platform says that the question was seen and left out. */
    static final int SEEN = Integer.MIN_VALUE + 5;

    /** How the codes {@code A0, A1, A2…} of a LimeSurvey list are numbered. */
    enum ListCodes {
        /** The file's platform has none. */
        NONE,
        /** {@code A3} is the value 3. */
        VALUES,
        /** {@code A1} is the lowest value. */
        POSITIONS
    }

    /** A LimeSurvey list code; its number is the first group. */
    static final Pattern LIST_CODE = Pattern.compile("[Aa][Oo]?(\\d{1,3})");

    private static final int REMEMBERED = 4_096;
    private static final int LONGEST_NUMBER = 24;
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,9})(?:[.,]0*)?");
    private static final Pattern LONG_WHOLE = Pattern.compile("[+-]?\\d{10,}(?:[.,]0*)?");
    private static final Pattern LABELLED = Pattern.compile("\\(?(\\d{1,3})\\)?\\s*[-=:.)]\\s*(\\D+)");
    private static final Pattern LABELLED_BEHIND = Pattern.compile("(\\D+?)\\s*[(=:-]\\s*(\\d{1,3})\\)?");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    private final Questionnaire questionnaire;
    private final ListCodes listCodes;
    private final Map<String, Integer> anchors = new HashMap<>();
    private final Map<String, Integer> declared = new HashMap<>();
    private final MissingCodes missing;
    private final Map<String, Integer> straight = new HashMap<>();
    private final Map<String, Integer> mirrored = new HashMap<>();
    private Codes codes;

    AnswerReader(Questionnaire questionnaire, ListCodes listCodes, MissingCodes missing) {
        this.questionnaire = questionnaire;
        this.listCodes = listCodes;
        this.missing = missing;
        this.codes = questionnaire.codes();
        questionnaire.anchors().forEach((text, value) -> anchors.put(fold(text), value));
        questionnaire.answers().forEach((text, value) -> declared.put(fold(text), value));
    }

    /** The item's value, or one of the constants above. */
    int read(ItemKey item, String cell) {
        if (cell.isEmpty()) {
            return BLANK;
        }
        Map<String, Integer> known = questionnaire.flipped().contains(item) ? mirrored : straight;
        Integer value = known.get(cell);
        if (value == null) {
            value = decode(item, cell);
            if (known.size() < REMEMBERED) {
                known.put(cell, value);
            }
        }
        return value;
    }

    /** From now on the survey's codes are these. */
    void number(Codes proved) {
        codes = proved;
        straight.clear();
        mirrored.clear();
    }

    /** The number in a cell of which nothing is declared; absent where the cell holds anything else. */
    OptionalInt plainNumber(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_NUMBER) {
            return OptionalInt.empty();
        }
        if (cell.length() == 1) {
            char digit = cell.charAt(0);
            boolean free = declared.isEmpty() && missing.areUsual();
            if (digit < '0' || digit > '9') {
                return OptionalInt.empty();
            }
            if (free) {
                return OptionalInt.of(digit - '0');
            }
        }
        String text = fold(cell);
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches() || declared.containsKey(text) || missing.kind(text).isPresent()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(whole.group(1));
        return declared.containsKey(canonical(number)) ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** An answer text without what people and programs vary: what {@link Instrument#anchorForm} folds, and rarer characters. */
    static String fold(String text) {
        String unified = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2014', '-')
                .replace('\u2212', '-');
        return Instrument.anchorForm(BLANKS.matcher(unified).replaceAll(" "));
    }

    private int decode(ItemKey item, String cell) {
        String text = fold(cell);
        if (text.isEmpty()) {
            return BLANK;
        }
        Integer said = declared.get(text);
        if (said != null) {
            return inRange(said);
        }
        Optional<Missing> none = missing.kind(text);
        if (none.isPresent()) {
            return switch (none.get()) {
                case NOT_ASKED -> NOT_SHOWN;
                case SKIPPED -> SEEN;
                case CODED -> CODED;
                case NOT_SEEN, BLANK -> BLANK;
            };
        }
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return number(Integer.parseInt(whole.group(1)));
        }
        if (LONG_WHOLE.matcher(text).matches()) {
            return OUT_OF_RANGE;
        }
        Integer anchor = anchors.get(text);
        if (anchor != null) {
            return inRange(meant(item, anchor));
        }
        Matcher before = LABELLED.matcher(text);
        if (before.matches()) {
            return labelled(item, before.group(1), before.group(2));
        }
        Matcher behind = LABELLED_BEHIND.matcher(text);
        if (behind.matches() && (anchors.containsKey(behind.group(1)) || declared.containsKey(behind.group(1)))) {
            return labelled(item, behind.group(2), behind.group(1));
        }
        Matcher code = LIST_CODE.matcher(text);
        return listCodes != ListCodes.NONE && code.matches() ? listed(Integer.parseInt(code.group(1))) : UNREADABLE;
    }

    private int labelled(ItemKey item, String number, String text) {
        Integer anchor = anchors.get(text.strip());
        Integer said = declared.get(text.strip());
        if (said == null) {
            said = declared.get(canonical(Integer.parseInt(number)));
        }
        if (said != null) {
            return inRange(said);
        }
        return anchor == null ? coded(Integer.parseInt(number)) : inRange(meant(item, anchor));
    }

    /** A plain number means what is declared of it however it is written, {@code 01} and {@code 1.0} too; else itself. */
    private int number(int value) {
        Integer said = declared.get(canonical(value));
        if (said != null) {
            return inRange(said);
        }
        return coded(value);
    }

    private int coded(int code) {
        return codes.areDeclared() ? codes.value(code, questionnaire.range()).orElse(OUT_OF_RANGE) : inRange(code);
    }

    private static String canonical(int value) {
        return Integer.toString(value);
    }

    private int listed(int number) {
        return switch (listCodes) {
            case NONE -> UNREADABLE;
            case VALUES -> inRange(number);
            case POSITIONS ->
                number == 0 ? OUT_OF_RANGE : inRange(questionnaire.range().lowest() + number - 1);
        };
    }

    private int meant(ItemKey item, int anchor) {
        AnswerRange range = questionnaire.range();
        return questionnaire.flipped().contains(item) ? range.lowest() + range.highest() - anchor : anchor;
    }

    private int inRange(int value) {
        return questionnaire.range().contains(value) ? value : OUT_OF_RANGE;
    }
}
