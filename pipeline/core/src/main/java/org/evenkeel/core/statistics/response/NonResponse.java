package org.evenkeel.core.statistics.response;

import java.util.List;
import java.util.OptionalLong;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Spread;

/**
 * What a mean would be if those who did not answer scored differently: ȳ + (1−n/N)·gap, in points. It assumes nothing about
 * why they did not answer. Source: Lynn, in Survey Nonresponse (eds. Groves et al., 2002), with the gap turned into a question.
 *
 * @param mean mean of those who answered
 * @param standardDeviation their standard deviation
 * @param respondents who answered
 * @param headcount all students
 * @param lattice the scores there are
 */
public record NonResponse(double mean, double standardDeviation, long respondents, long headcount, Lattice lattice) {
    /** The gaps a table shows, in standard deviations. */
    public static final List<Double> GAPS = List.of(-0.5, -0.25, 0.0, 0.25, 0.5);

    public NonResponse {
        Require.that(
                respondents >= 1 && respondents <= headcount,
                "respondents must be 1..%s. Value given: %s",
                headcount,
                respondents);
        Require.that(
                standardDeviation >= 0, "a standard deviation must be 0 or more. Value given: %s", standardDeviation);
    }

    /**
     * One line of the table.
     *
     * @param gap how much higher those who did not answer would score, in standard deviations
     * @param mean what everybody's mean would then be
     */
    public record Row(double gap, double mean) {}

    /** Of a group's sums and headcount. */
    public static Fit<NonResponse> of(Moments moments, Lattice lattice, OptionalLong headcount) {
        if (headcount.isEmpty()) {
            return Fit.absent(Absence.NO_HEADCOUNT);
        }
        if (moments.count() < 2) {
            return Fit.absent(moments.count() == 0 ? Absence.NO_RESPONDENTS : Absence.ONE_RESPONDENT);
        }
        if (headcount.getAsLong() < moments.count()) {
            return Fit.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        return Fit.of(new NonResponse(
                Spread.mean(moments, lattice).orElseThrow(),
                Math.sqrt(Spread.variance(moments, lattice).orElseThrow()),
                moments.count(),
                headcount.getAsLong(),
                lattice));
    }

    /** The share of students who did not answer. */
    public double unanswered() {
        return (headcount - respondents) / (double) headcount;
    }

    /** Everybody's mean by gap; the others' mean is kept within the scores there are. */
    public List<Row> table() {
        return GAPS.stream().map(gap -> new Row(gap, meanAt(gap))).toList();
    }

    /** The gap, in standard deviations, at which everybody's mean would reach a value on which a conclusion turns. */
    public Estimate tippingGap(double value) {
        if (respondents == headcount) {
            return Estimate.absent(Absence.EVERYBODY_ANSWERED);
        }
        double others = mean + (value - mean) / unanswered();
        if (others < lattice.lowestPoints() || others > lattice.highestPoints()) {
            return Estimate.absent(Absence.NOTHING_TIPS);
        }
        return standardDeviation <= 0
                ? Estimate.absent(Absence.NO_SPREAD)
                : Estimate.exactly((others - mean) / standardDeviation);
    }

    /**
     * The gap, in standard deviations of this term, by which those who did not answer this term must differ more than those
     * who did not answer before, for this change to vanish.
     */
    public Estimate tippingGapOfChange(double change) {
        return tippingGap(mean - change);
    }

    /** The share at risk among those who did not answer at which the share of all students would reach a limit. */
    public static Estimate tippingShare(Moments moments, long headcount, double limit) {
        Require.that(limit >= 0 && limit <= 1, "a share must be 0..1. Value given: %s", limit);
        if (headcount < moments.count()) {
            return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        if (headcount == moments.count()) {
            return Estimate.absent(Absence.EVERYBODY_ANSWERED);
        }
        double share = (limit * headcount - moments.atRisk()) / (headcount - moments.count());
        return share < 0 || share > 1 ? Estimate.absent(Absence.NOTHING_TIPS) : Estimate.exactly(share);
    }

    private double meanAt(double gap) {
        double others =
                Math.max(lattice.lowestPoints(), Math.min(lattice.highestPoints(), mean + gap * standardDeviation));
        return mean + unanswered() * (others - mean);
    }
}
