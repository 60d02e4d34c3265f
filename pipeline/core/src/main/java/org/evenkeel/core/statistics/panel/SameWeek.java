package org.evenkeel.core.statistics.panel;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.problem.Require;

/**
 * The same week of term in two years: different people in the same season. Welch's difference of two means, in points.
 *
 * @param weekOfTerm counted from 1
 * @param difference this year less last year
 */
public record SameWeek(int weekOfTerm, Contrast difference) {
    /**
     * One week's shown mean.
     *
     * @param weekOfTerm counted from 1
     * @param mean in points
     * @param deviation standard deviation in points
     * @param count respondents
     */
    public record Week(int weekOfTerm, double mean, double deviation, long count) {
        public Week {
            Require.that(weekOfTerm >= 1, "weeks of a term are counted from 1. Value given: %s", weekOfTerm);
            Require.that(Double.isFinite(mean), "a mean must be a finite number. Value given: %s", mean);
            Require.that(
                    Double.isFinite(deviation) && deviation >= 0,
                    "a standard deviation must be a finite number of 0 or more. Value given: %s",
                    deviation);
            Require.that(count >= 2, "a spread needs 2 respondents or more. Value given: %s", count);
        }
    }

    /** The weeks of term that both years show with any spread, in the order of this year's weeks. */
    public static List<SameWeek> of(List<Week> thisYear, List<Week> lastYear) {
        List<SameWeek> both = new ArrayList<>();
        for (Week now : thisYear) {
            for (Week then : lastYear) {
                if (now.weekOfTerm() == then.weekOfTerm() && now.deviation() + then.deviation() > 0) {
                    both.add(new SameWeek(now.weekOfTerm(), welch(now, then)));
                }
            }
        }
        return both;
    }

    private static Contrast welch(Week now, Week then) {
        double a = now.deviation() * now.deviation() / now.count();
        double b = then.deviation() * then.deviation() / then.count();
        return new Contrast(
                now.mean() - then.mean(),
                Math.sqrt(a + b),
                (a + b) * (a + b) / (a * a / (now.count() - 1) + b * b / (then.count() - 1)));
    }
}
