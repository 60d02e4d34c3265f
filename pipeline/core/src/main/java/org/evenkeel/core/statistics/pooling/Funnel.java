package org.evenkeel.core.statistics.pooling;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;
import org.evenkeel.core.statistics.Interval;

/**
 * Groups around a target, with the range in which chance alone would leave them.
 *
 * <p>Limits: θ₀ ± 1.96 or 3.09·√(s²+τ²), τ² by {@link Overdispersion} for ten groups or more. Fewer groups cannot show how much
 * groups differ: their limits are not widened, and for shares they are exact binomial limits. Groups must not overlap; the order
 * of groups is no performance. Source: Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202.
 *
 * @param target θ₀, in the unit of the values
 * @param widening whether the limits were widened
 * @param overdispersion what the widening was computed from
 * @param points one point for each group, in the order given
 */
public record Funnel(double target, Widening widening, Overdispersion overdispersion, List<Point> points) {
    /** Fewer groups do not show how much groups differ. */
    public static final int FEWEST_FOR_WIDENING = 10;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double INNER_TAIL = 0.025;
    private static final double OUTER_TAIL = 0.001;

    /** Whether limits allow for groups that differ beyond chance. */
    public enum Widening {
        /** They differ beyond chance, and the limits allow for it. */
        WIDENED,
        /** They differ by no more than chance. */
        NOT_NEEDED,
        /** Too few groups to tell. */
        TOO_FEW_GROUPS
    }

    /** Where a group stands. */
    public enum Standing {
        /** Above the outer limit. */
        FAR_ABOVE,
        /** Between the inner and the outer limit, above. */
        ABOVE,
        /** Inside the inner limits. */
        INSIDE,
        /** Between the inner and the outer limit, below. */
        BELOW,
        /** Below the outer limit. */
        FAR_BELOW
    }

    /**
     * One group.
     *
     * @param value its value
     * @param inner where chance leaves 95 of 100 groups
     * @param outer where chance leaves 998 of 1000 groups
     */
    public record Point(double value, Interval inner, Interval outer) {
        /** Where the group stands. */
        public Standing standing() {
            if (outer.contains(value)) {
                return inner.contains(value)
                        ? Standing.INSIDE
                        : value > inner.upper() ? Standing.ABOVE : Standing.BELOW;
            }
            return value > outer.upper() ? Standing.FAR_ABOVE : Standing.FAR_BELOW;
        }
    }

    public Funnel {
        points = List.copyOf(points);
        Require.that(Double.isFinite(target), "a target must be a finite number. Value given: %s", target);
    }

    /** Means around a target; their sampling variances carry no finite-population correction. */
    public static Fit<Funnel> ofMeans(List<GroupMean> groups, double target) {
        if (groups.isEmpty()) {
            return Fit.absent(Absence.TOO_FEW_GROUPS);
        }
        if (groups.stream().anyMatch(group -> group.variance() == 0)) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        List<Double> errors =
                groups.stream().map(group -> Math.sqrt(group.variance())).toList();
        Overdispersion overdispersion =
                Overdispersion.of(groups.stream().map(GroupMean::value).toList(), errors, target);
        Widening widening = widening(groups.size(), overdispersion);
        double added = added(widening, overdispersion);
        return Fit.of(new Funnel(
                target,
                widening,
                overdispersion,
                IntStream.range(0, groups.size())
                        .mapToObj(i -> new Point(
                                groups.get(i).value(),
                                around(target, groups.get(i).variance() + added, INNER_TAIL),
                                around(target, groups.get(i).variance() + added, OUTER_TAIL)))
                        .toList()));
    }

    /** Shares around the share of all of them together; absent where nobody or everybody is at risk. */
    public static Fit<Funnel> ofShares(List<GroupShare> groups, ShareScale scale) {
        if (groups.isEmpty()) {
            return Fit.absent(Absence.TOO_FEW_GROUPS);
        }
        double atRisk = groups.stream().mapToLong(GroupShare::atRisk).sum();
        double count = groups.stream().mapToLong(GroupShare::count).sum();
        double target = atRisk / count;
        if (atRisk == 0 || atRisk == count) {
            return Fit.absent(Absence.NO_SPREAD);
        }
        List<Double> values = groups.stream()
                .map(group -> scale.of((double) group.atRisk(), (double) group.count()))
                .toList();
        List<Double> errors = groups.stream()
                .map(group -> scale.error(target, (double) group.count()))
                .toList();
        double onScale = scale.of(atRisk, count);
        Overdispersion overdispersion = Overdispersion.of(values, errors, onScale);
        Widening widening = widening(groups.size(), overdispersion);
        return Fit.of(new Funnel(
                target,
                widening,
                overdispersion,
                groups.stream()
                        .map(group -> switch (widening) {
                            case WIDENED -> {
                                double error = scale.error(target, (double) group.count());
                                double variance = error * error + overdispersion.variance();
                                yield new Point(
                                        group.share(),
                                        shares(scale, around(onScale, variance, INNER_TAIL)),
                                        shares(scale, around(onScale, variance, OUTER_TAIL)));
                            }
                            case NOT_NEEDED, TOO_FEW_GROUPS ->
                                new Point(
                                        group.share(),
                                        binomialLimits(target, group.count(), INNER_TAIL)
                                                .within(0, 1),
                                        binomialLimits(target, group.count(), OUTER_TAIL)
                                                .within(0, 1));
                        })
                        .toList()));
    }

    /**
     * The limits that chance leaves with this probability on either side of a target share among so many respondents,
     * interpolated between whole people; they may reach beyond 0 and 1.
     */
    public static Interval binomialLimits(double target, long count, double tail) {
        BinomialDistribution people = BinomialDistribution.of(Math.toIntExact(count), target);
        return new Interval(binomialLimit(people, count, tail), binomialLimit(people, count, 1 - tail));
    }

    private static double binomialLimit(BinomialDistribution people, long count, double probability) {
        int place = people.inverseCumulativeProbability(probability);
        double beyond = (people.cumulativeProbability(place) - probability) / people.probability(place);
        return (place - beyond) / count;
    }

    private static Widening widening(int groups, Overdispersion overdispersion) {
        if (groups < FEWEST_FOR_WIDENING) {
            return Widening.TOO_FEW_GROUPS;
        }
        return overdispersion.variance() > 0 ? Widening.WIDENED : Widening.NOT_NEEDED;
    }

    private static double added(Widening widening, Overdispersion overdispersion) {
        return switch (widening) {
            case WIDENED -> overdispersion.variance();
            case NOT_NEEDED, TOO_FEW_GROUPS -> 0;
        };
    }

    private static Interval around(double target, double variance, double tail) {
        double half = NORMAL.inverseSurvivalProbability(tail) * Math.sqrt(variance);
        return new Interval(target - half, target + half);
    }

    private static Interval shares(ShareScale scale, Interval onScale) {
        return new Interval(scale.share(onScale.lower()), scale.share(onScale.upper()));
    }
}
