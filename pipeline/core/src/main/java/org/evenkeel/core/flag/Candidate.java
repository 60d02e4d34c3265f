package org.evenkeel.core.flag;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.cohort.CohortPlan.PlannedCohort;
import org.evenkeel.core.disclosure.Figure;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.statistics.pooling.GroupMean;
import org.evenkeel.core.study.Measure;

/**
 * A shown group beside those it is compared with. All numbers are turned so that higher is worse.
 *
 * @param cohort the group
 * @param shown its mean as shown
 * @param mean its mean with its sampling variance
 * @param change its change since the term before, where that is shown
 * @param respondents how many of it answered
 * @param weeks the weekly series of the measure's theme: how far the group was from the school
 * @param wasRed whether it was flagged red on the measure when it was last spoken of
 * @param response the share of those asked who answered, where it is shown
 */
record Candidate(
        PlannedCohort cohort,
        Figure.Shown shown,
        GroupMean mean,
        long respondents,
        Optional<Change> change,
        List<Series> weeks,
        boolean wasRed,
        Optional<Double> response) {
    /**
     * A change and how uncertain it is.
     *
     * @param shown as shown
     * @param value in points, up being worse
     * @param error its standard error
     */
    record Change(Figure.Shown shown, double value, double error) {}

    /**
     * The weeks of one measure.
     *
     * @param measure the measure
     * @param shown as shown
     * @param weeks turned so that higher is worse
     */
    record Series(Measure measure, List<ShownSoFar.ShownWeek> shown, List<ShownSoFar.Week> weeks) {
        Series {
            shown = List.copyOf(shown);
            weeks = List.copyOf(weeks);
        }

        /** Whether the group's weeks have lately been worse than usual for it. */
        boolean worseLately() {
            return WeeklyChart.of(weeks, Direction.HIGHER_IS_WORSE).worseLately();
        }
    }

    Candidate {
        weeks = List.copyOf(weeks);
    }

    /** Whether so few answered that nothing is said of the group. */
    boolean tooFewAnswered() {
        return response.filter(share -> share < Flags.FEWEST_ANSWERED).isPresent();
    }
}
