package org.evenkeel.core.statistics.response;

import java.util.List;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;

/**
 * What a mean would be if those who did not answer scored differently: ȳ + (1−n/N)·gap, in points. It assumes nothing about
 * why they did not answer. Source: Lynn, in Survey Nonresponse (eds. Groves et al., 2002), with the gap turned into a question.
 *
 * @param mean mean of those who answered
 * @param standardDeviation their standard deviation
 * @param unanswered the share of students who did not answer
 * @param lowest the lowest possible score
 * @param highest the highest possible score
 */
public record NonResponse(double mean, double standardDeviation, double unanswered, double lowest, double highest) {
    /** The gaps a table shows, in standard deviations. */
    public static final List<Double> GAPS = List.of(-0.5, -0.25, 0.0, 0.25, 0.5);

    public NonResponse {
        Require.that(
                unanswered >= 0 && unanswered < 1,
                "the share that did not answer must be 0 or more and below 1. Value given: %s",
                unanswered);
        Require.that(
                standardDeviation >= 0, "a standard deviation must be 0 or more. Value given: %s", standardDeviation);
        Require.that(lowest < highest, "the lowest score must be below %s. Value given: %s", highest, lowest);
    }

    /**
     * One line of the table.
     *
     * @param gap how much higher those who did not answer would score, in standard deviations
     * @param mean what everybody's mean would then be
     */
    public record Row(double gap, double mean) {}

    /** Everybody's mean by gap; the others' mean is kept within the scores there are. */
    public List<Row> table() {
        return GAPS.stream().map(gap -> new Row(gap, meanAt(gap))).toList();
    }

    /** The gap, in points, at which everybody's mean would reach a value on which a conclusion turns. */
    public Estimate tippingGap(double value) {
        if (unanswered <= 0) {
            return Estimate.absent(Absence.EVERYBODY_ANSWERED);
        }
        double gap = (value - mean) / unanswered;
        return mean + gap < lowest || mean + gap > highest
                ? Estimate.absent(Absence.NOTHING_TIPS)
                : Estimate.exactly(gap);
    }

    private double meanAt(double gap) {
        double others = Math.max(lowest, Math.min(highest, mean + gap * standardDeviation));
        return mean + unanswered * (others - mean);
    }
}
