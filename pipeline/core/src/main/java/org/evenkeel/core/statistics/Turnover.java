package org.evenkeel.core.statistics;

import java.util.List;
import java.util.function.ToLongFunction;
import org.evenkeel.core.problem.Require;

/**
 * Who of the school answered a measure in two terms: by profile, because published groups are made of whole profiles.
 *
 * @param before respondents of the earlier term, by the profile they had then
 * @param now respondents of the later term, by the profile they have now
 */
public record Turnover(List<Split> before, List<Split> now) {
    /**
     * Respondents of one profile.
     *
     * @param linked who answered in the other term too
     * @param alone who answered in this term alone, or cannot be linked
     */
    public record Split(long linked, long alone) {
        public Split {
            Require.that(
                    linked >= 0 && alone >= 0, "respondents must be 0 or more. Value given: %s, %s", linked, alone);
        }
    }

    public Turnover {
        before = List.copyOf(before);
        now = List.copyOf(now);
    }

    /** Who answered in the earlier term and not again. */
    public long left() {
        return sum(before, Split::alone);
    }

    /** Who answered in the later term and not before. */
    public long came() {
        return sum(now, Split::alone);
    }

    /**
     * The fewest respondents of the earlier term on whom anything rests that can be computed from those who left and from groups
     * of that term, whatever the coefficients. A group weighs everyone of a profile alike, so beside those who left it can cancel
     * of each profile those who stayed or those who left, never both.
     */
    public long inseparableBefore() {
        return inseparable(before);
    }

    /** The same of those who came and of groups of the later term. */
    public long inseparableNow() {
        return inseparable(now);
    }

    private static long inseparable(List<Split> splits) {
        return sum(splits, split -> Math.min(split.linked(), split.alone()));
    }

    private static long sum(List<Split> splits, ToLongFunction<Split> of) {
        return splits.stream().mapToLong(of).sum();
    }
}
