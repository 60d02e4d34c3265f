package org.evenkeel.core.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.cell.Histogram;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.statistics.Fifths;
import org.evenkeel.core.statistics.GroupData;

/**
 * Which parts of a measure's distribution may be told apart. Five shares add up to a hundred, so a part that is left out can be
 * subtracted, and a part that is joined to the one neighbour that is large tells that it is the small one. Therefore there are three fixed divisions,
 * each a coarsening of the one before: the five fifths; the lowest two, the middle, the highest two; the better two against the other
 * three. The first is taken of which every part holds at least three people; none, where none does. Nobody counts as fewer than three: that
 * no one has such a score is never said.
 *
 * <p>Where a share at risk is shown as a number, the cut is a border too: what lies between it and the borders that are shown could
 * be subtracted, and must hold three people as well.
 *
 * @param borders the fifths at which a shown part begins, without the lowest
 */
record Distribution(List<Integer> borders) {
    /** A part with fewer people is not told apart from others. */
    static final long FEWEST_IN_A_PART = 3;

    private static final List<Integer> FIVE = List.of(1, 2, 3, 4);
    private static final List<Integer> THREE = List.of(2, 3);

    Distribution {
        borders = List.copyOf(borders);
    }

    /** A part of the range, from one fifth up to and without another. */
    enum Part {
        LOWEST(0, 1),
        SECOND(1, 2),
        MIDDLE(2, 3),
        FOURTH(3, 4),
        HIGHEST(4, 5),
        LOWEST_TWO(0, 2),
        HIGHEST_TWO(3, 5);

        private final int from;
        private final int to;

        Part(int from, int to) {
            this.from = from;
            this.to = to;
        }

        /** Respondents in it. */
        long respondents(Fifths fifths, Histogram histogram) {
            return fifths.respondents(histogram, from, to);
        }
    }

    /** The finest division that may be shown of these respondents, if there is one. */
    static Optional<Distribution> of(Fifths fifths, GroupData.Measured measured, Histogram histogram) {
        int half = switch (measured.scale().direction()) {
            case HIGHER_IS_WORSE, NEUTRAL -> 2;
            case HIGHER_IS_BETTER -> 3;
        };
        Optional<Integer> cut = cut(measured);
        return List.of(FIVE, THREE, List.of(half)).stream()
                .filter(borders -> holdsEnough(borders, cut, fifths, histogram))
                .findFirst()
                .map(Distribution::new);
    }

    /** Whether both ends of the part are shown. */
    boolean tellsApart(Part part) {
        return (part.from == 0 || borders.contains(part.from))
                && (part.to == Fifths.PARTS || borders.contains(part.to));
    }

    private static boolean holdsEnough(
            List<Integer> borders, Optional<Integer> cut, Fifths fifths, Histogram histogram) {
        TreeSet<Integer> starts =
                new TreeSet<>(borders.stream().map(fifths::start).toList());
        cut.ifPresent(starts::add);
        starts.add(fifths.start(Fifths.PARTS));
        int from = 0;
        for (int to : starts) {
            if (Fifths.within(histogram, from, to) < FEWEST_IN_A_PART) {
                return false;
            }
            from = to;
        }
        return true;
    }

    /** The step at which the at-risk rule cuts the range, where the share at risk is no band. */
    private static Optional<Integer> cut(GroupData.Measured measured) {
        Moments moments = measured.moments();
        boolean banded = moments.atRisk() < FEWEST_IN_A_PART || moments.count() - moments.atRisk() < FEWEST_IN_A_PART;
        return measured.scale().atRisk().filter(rule -> !banded).flatMap(rule -> step(rule, measured.lattice()));
    }

    /** The first step that the rule judges otherwise than the lowest score; none, where it judges all scores alike. */
    private static Optional<Integer> step(AtRiskRule rule, Lattice lattice) {
        boolean lowest = rule.holds(lattice.lowest(), lattice.denominator());
        for (int step = 1; step < Fifths.values(lattice); step++) {
            if (rule.holds(lattice.lowest() + step * lattice.step(), lattice.denominator()) != lowest) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
