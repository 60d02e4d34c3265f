package org.evenkeel.core.statistics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Difference;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.Spread;
import org.evenkeel.core.statistics.Target;

/**
 * A mean in which every stratum counts with its students, not its respondents.
 *
 * <p>Estimate: Σ(N_h/N)·ȳ_h. Variance: Σ(N_h/N)²·(1−n_h/N_h)·s_h²/n_h, without the correction for an analytic target;
 * degrees of freedom are respondents less strata. Strata of fewer than {@link #FEWEST_IN_STRATUM} respondents are merged,
 * smallest first, with the neighbour in the declared order that has fewer respondents. Assumes that within a stratum those who
 * answered are like those who did not. In points. Source: Holt and Smith, JRSS A 142 (1979) 33–46; Cochran, Sampling
 * Techniques, 3rd ed., 5A.9.
 *
 * @param strata the strata after merging, in the declared order
 */
public record PostStratification(List<Stratum> strata) {
    /** Strata of fewer respondents are merged with a neighbour. */
    public static final long FEWEST_IN_STRATUM = 5;

    public PostStratification {
        strata = List.copyOf(strata);
        Require.that(!strata.isEmpty(), "post-stratification needs at least %s stratum", 1);
    }

    /** Merges what is too small; the order given is the order of neighbourhood. */
    public static Fit<PostStratification> of(List<Stratum> declared) {
        List<Stratum> strata = new ArrayList<>(declared);
        strata.removeIf(stratum -> stratum.students() == 0 && stratum.count() == 0);
        if (strata.stream().allMatch(stratum -> stratum.count() == 0)) {
            return Fit.absent(Absence.NO_RESPONDENTS);
        }
        if (strata.stream().anyMatch(stratum -> stratum.count() > stratum.students())) {
            return Fit.absent(Absence.HEADCOUNT_BELOW_RESPONDENTS);
        }
        for (int small = smallest(strata);
                strata.size() > 1 && strata.get(small).count() < FEWEST_IN_STRATUM; ) {
            int first = Math.min(small, partner(strata, small));
            strata.set(first, strata.get(first).plus(strata.remove(first + 1)));
            small = smallest(strata);
        }
        return Fit.of(new PostStratification(strata));
    }

    /** The post-stratified mean with its interval, cut to the range of the score. */
    public Estimate mean(Lattice lattice, Target target) {
        return difference(lattice, target)
                .match(
                        mean -> new Estimate.Present(
                                mean.value(),
                                Optional.of(mean.interval(Interval.LEVEL)
                                        .within(lattice.lowestPoints(), lattice.highestPoints())),
                                target,
                                Optional.empty()),
                        Estimate::absent);
    }

    /** The post-stratified mean with its standard error. */
    public Fit<Difference> difference(Lattice lattice, Target target) {
        return estimate(
                stratum -> Spread.mean(stratum.moments(), lattice).orElseThrow(),
                stratum -> Spread.variance(stratum.moments(), lattice).orElseThrow(),
                target);
    }

    /** The post-stratified share at risk with its standard error, from 0 to 1. */
    public Fit<Difference> share(Target target) {
        return estimate(
                stratum -> atRisk(stratum),
                stratum -> atRisk(stratum) * (1 - atRisk(stratum)) * stratum.count() / (stratum.count() - 1.0),
                target);
    }

    /** The weights behind it: students per respondent. */
    public Weights weights() {
        List<WeightingCell> cells = new ArrayList<>();
        List<Double> each = new ArrayList<>();
        for (Stratum stratum : strata) {
            cells.add(new WeightingCell(stratum.names(), stratum.moments()));
            each.add((double) stratum.students() / stratum.count());
        }
        return new Weights(cells, each, List.of());
    }

    private static double atRisk(Stratum stratum) {
        return (double) stratum.moments().atRisk() / stratum.count();
    }

    private Fit<Difference> estimate(
            ToDoubleFunction<Stratum> mean, ToDoubleFunction<Stratum> variance, Target target) {
        if (strata.stream().anyMatch(stratum -> stratum.count() < 2)) {
            return Fit.absent(Absence.ONE_RESPONDENT);
        }
        double students = strata.stream().mapToLong(Stratum::students).sum();
        double estimate = 0;
        double square = 0;
        long respondents = 0;
        for (Stratum stratum : strata) {
            double share = stratum.students() / students;
            double uncertain = switch (target) {
                case ANALYTIC -> 1;
                case DESCRIPTIVE -> 1 - (double) stratum.count() / stratum.students();
            };
            estimate += share * mean.applyAsDouble(stratum);
            square += share * share * uncertain * variance.applyAsDouble(stratum) / stratum.count();
            respondents += stratum.count();
        }
        return Fit.of(new Difference(estimate, Math.sqrt(square), respondents - (double) strata.size()));
    }

    private static int smallest(List<Stratum> strata) {
        int smallest = 0;
        for (int place = 1; place < strata.size(); place++) {
            smallest = strata.get(place).count() < strata.get(smallest).count() ? place : smallest;
        }
        return smallest;
    }

    private static int partner(List<Stratum> strata, int small) {
        if (small == 0) {
            return 1;
        }
        if (small == strata.size() - 1) {
            return small - 1;
        }
        return strata.get(small + 1).count() < strata.get(small - 1).count() ? small + 1 : small - 1;
    }
}
