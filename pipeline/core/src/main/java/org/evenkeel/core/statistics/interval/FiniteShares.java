package org.evenkeel.core.statistics.interval;

import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Target;
import org.evenkeel.core.statistics.pooling.GroupShare;
import org.evenkeel.core.statistics.pooling.SharePosterior;
import org.evenkeel.core.statistics.pooling.SharePrior;

/**
 * The share at risk among all students of a group, with an interval that knows how many of them answered.
 *
 * <p>Estimate: r/n. Interval: the middle 95% of (r+U)/N with U ~ beta-binomial(N−n; a+r, b+n−r); without a headcount, of
 * Beta(a+r, b+n−r). It ends at 0 where nobody is at risk, at 1 where everybody is, holds r/n, and cannot leave
 * {@link #bounds}. Assumes that those who did not answer are like those who did. As a fraction. Sources: Brown, Cai and
 * DasGupta, Statistical Science 16 (2001) 101–133; Ericson, JRSS B 31 (1969) 195–233.
 */
public final class FiniteShares {
    private FiniteShares() {}

    /** The share at risk; the population is given only where it may be used. */
    public static Estimate atRisk(Moments moments, OptionalLong population, SharePrior prior) {
        if (moments.count() == 0) {
            return Estimate.absent(Absence.NO_RESPONDENTS);
        }
        if (population.isPresent() && population.getAsLong() < moments.count()) {
            return Estimate.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        double share = (double) moments.atRisk() / moments.count();
        Interval middle =
                new SharePosterior(new GroupShare(moments.atRisk(), moments.count(), population), prior).interval();
        double lower = moments.atRisk() == 0 ? 0 : Math.min(share, middle.lower());
        double upper = moments.atRisk() == moments.count() ? 1 : Math.max(share, middle.upper());
        return new Estimate.Present(
                share,
                Optional.of(new Interval(lower, upper)),
                population.isPresent() ? Target.DESCRIPTIVE : Target.ANALYTIC,
                Optional.empty());
    }

    /** What the share of all students can be, whoever did not answer: r/N to (r+N−n)/N. */
    public static Interval bounds(Moments moments, long population) {
        Require.that(
                population >= 1 && population >= moments.count(),
                "a population must hold its %s respondents. Value given: %s",
                moments.count(),
                population);
        return new Interval(
                (double) moments.atRisk() / population,
                (double) (moments.atRisk() + population - moments.count()) / population);
    }
}
