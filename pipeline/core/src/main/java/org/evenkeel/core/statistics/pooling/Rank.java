package org.evenkeel.core.statistics.pooling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenkeel.core.instrument.Direction;
import org.evenkeel.core.problem.Require;

/**
 * The place of one group among all, 1 being the worst, with its uncertainty.
 *
 * <p>Given a group's own true mean, how many of the others are worse is a sum of independent yes-or-nos, whose distribution is
 * computed exactly and averaged over the group's posterior by the trapezoid rule: no random numbers. The shared uncertainty of
 * the centre is left out, which widens the interval a little. Interval: the middle 95%.
 *
 * @param expected the expected place
 * @param lower the best-supported places begin here
 * @param upper and end here
 */
public record Rank(double expected, int lower, int upper) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int STEPS = 160;
    private static final double REACH = 6;
    private static final double TAIL = 0.025;

    public Rank {
        Require.that(
                lower >= 1 && lower <= upper,
                "a rank's interval must begin at 1 or more and be in order. Value given: %s..%s",
                lower,
                upper);
    }

    /** The place of each group, in the order given. */
    public static List<Rank> of(List<Posterior> groups, Direction direction) {
        return IntStream.range(0, groups.size())
                .mapToObj(group -> of(groups, group, direction))
                .toList();
    }

    private static Rank of(List<Posterior> groups, int own, Direction direction) {
        Posterior group = groups.get(own);
        List<Posterior> others = new ArrayList<>(groups);
        others.remove(own);
        double deviation = Math.sqrt(group.variance());
        double[] places = new double[groups.size()];
        double total = 0;
        for (int step = 0; step <= STEPS; step++) {
            double z = deviation == 0 ? 0 : -REACH + 2 * REACH * step / STEPS;
            double weight = NORMAL.density(z);
            total += weight;
            double[] given = worse(others, group.mean() + z * deviation, direction);
            for (int place = 0; place < places.length; place++) {
                places[place] += weight * given[place];
            }
        }
        double expected = 0;
        double sum = 0;
        int lower = places.length;
        int upper = 1;
        for (int place = 0; place < places.length; place++) {
            double probability = places[place] / total;
            expected += (place + 1) * probability;
            double before = sum;
            sum += probability;
            if (sum >= TAIL) {
                lower = Math.min(lower, place + 1);
            }
            if (before < 1 - TAIL) {
                upper = place + 1;
            }
        }
        return new Rank(expected, lower, upper);
    }

    /** The probabilities that 0, 1, … of the others are worse than a value. */
    private static double[] worse(List<Posterior> others, double value, Direction direction) {
        double[] counts = new double[others.size() + 1];
        counts[0] = 1;
        for (int i = 0; i < others.size(); i++) {
            double probability = others.get(i).probabilityWorse(value, direction);
            for (int count = i + 1; count > 0; count--) {
                counts[count] = counts[count] * (1 - probability) + counts[count - 1] * probability;
            }
            counts[0] *= 1 - probability;
        }
        return counts;
    }
}
