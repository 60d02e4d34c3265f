package org.evenkeel.core.study;

import java.io.Serializable;
import java.util.OptionalInt;
import org.evenkeel.core.instrument.AnswerRange;
import org.evenkeel.core.problem.Require;

/**
 * How a survey numbers the answers of an instrument: {@code 1..5} for a scale from 0 to 4, or {@code 5..1} where it counts
 * the other way round.
 *
 * @param first the code of the lowest value
 * @param last the code of the highest value
 */
public record Codes(int first, int last) implements Serializable {
    /** Nothing is declared: codes are the values, unless the file proves otherwise. */
    public static final Codes UNDECLARED = new Codes(0, 0);

    /** Reads the form {@code 1..5}. */
    public static Codes parse(String text) {
        Require.that(
                text.strip().matches("-?\\d{1,9}\\s*\\.\\.\\s*-?\\d{1,9}"),
                "codes are given as the code of the lowest value .. that of the highest, such as 1..5. Value given: '%s'",
                text);
        int dots = text.indexOf("..");
        return new Codes(
                Integer.parseInt(text.substring(0, dots).strip()),
                Integer.parseInt(text.substring(dots + 2).strip()));
    }

    /** Whether they say anything. */
    public boolean areDeclared() {
        return first != last;
    }

    /** Whether there is a code for each value of the range. */
    public boolean fit(AnswerRange range) {
        return Math.abs((long) last - first) == range.highest() - range.lowest();
    }

    /** The value that a code means; absent where it is none of these codes. */
    public OptionalInt value(int code, AnswerRange range) {
        long steps = last > first ? (long) code - first : (long) first - code;
        return steps < 0 || steps > range.highest() - range.lowest()
                ? OptionalInt.empty()
                : OptionalInt.of(Math.toIntExact(range.lowest() + steps));
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
