package org.evenkeel.core.disclosure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.core.cell.Moments;
import org.evenkeel.core.statistics.Estimate;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Interval;
import org.evenkeel.core.statistics.change.ShareChanges;

/** How a kind of figure is shown: on which grid, or as a band. */
@FunctionalInterface
public interface DisplayGrid {
    /**
     * The estimate as it is shown.
     *
     * @param estimate what statistics made
     * @param group the group it is about
     * @param scoreGrid the grid of the group's measure, one for the whole release
     */
    Figure display(Estimate.Present estimate, GroupData group, Grid scoreGrid);

    /** Whole numbers of people. */
    DisplayGrid COUNT =
            (estimate, group, scoreGrid) -> new Grid(BigDecimal.ONE).show(estimate.value(), estimate.interval());

    /** Points of a score, on the measure's grid. */
    DisplayGrid SCORE = (estimate, group, scoreGrid) -> scoreGrid.show(estimate.value(), estimate.interval());

    /** Whole percents of a fraction. */
    DisplayGrid WHOLE_PERCENT = (estimate, group, scoreGrid) -> percent(estimate, new Grid(BigDecimal.ONE));

    /** Steps of 0.05. */
    DisplayGrid COEFFICIENT = (estimate, group, scoreGrid) ->
            new Grid(new BigDecimal("0.05")).show(estimate.value(), estimate.interval());

    /** Shares at risk: bands for small groups and near none or all, five points below a hundred respondents, else one. */
    DisplayGrid SHARE = new ShareGrid();

    /** Shares of a distribution: at least five numbers of people fit every shown value, so that no shown share gives the number away. */
    DisplayGrid PART = (estimate, group, scoreGrid) -> {
        BigDecimal whole = BigDecimal.valueOf(100);
        Grid grid = Grid.ofMean(whole, group.support()).coarser(new Grid(BigDecimal.ONE));
        BigDecimal shown = grid.nearest(100 * estimate.value());
        if (shown.signum() == 0) {
            return new Figure.Banded(Optional.empty(), Optional.of(grid.step()));
        }
        return shown.compareTo(whole) == 0
                ? new Figure.Banded(Optional.of(whole.subtract(grid.step())), Optional.empty())
                : grid.show(
                        shown.doubleValue(),
                        Optional.of(ShareGrid.range(shown, grid.step(), group.support(), group.population())));
    };

    /** The difference of two shares at risk as they are shown: it tells nothing that the two do not. */
    DisplayGrid CHANGE_OF_SHARE = (estimate, group, scoreGrid) -> group.measured()
            .flatMap(measured -> ShareGrid.shown(measured.moments())
                    .flatMap(later -> ShareGrid.shown(measured.earlier().moments())
                            .map(earlier -> ShareChanges.change(earlier, later))))
            .<Figure>map(change -> new Grid(BigDecimal.ONE)
                    .show(
                            100 * change.value(),
                            change.interval().map(ends -> new Interval(100 * ends.lower(), 100 * ends.upper()))))
            .orElse(Figure.withheld());

    /** Shares of those who left items blank: on the grid of shares at risk, in bands near none and all, without a range. */
    DisplayGrid BLANK = (estimate, group, scoreGrid) -> group.measured()
            .flatMap(measured -> SchoolKinds.blank(group, measured))
            .map(blank -> ShareGrid.tailBand(blank.incomplete(), blank.respondents())
                    .<Figure>map(band -> band)
                    .orElseGet(() -> new Grid(ShareGrid.step(blank.respondents()))
                            .show(100 * estimate.value(), Optional.empty())))
            .orElse(Figure.withheld());

    /** So many of so many respondents, as those at risk are counted. */
    static Moments among(long respondents, long some) {
        return new Moments(respondents, BigInteger.ZERO, BigInteger.ZERO, some);
    }

    /** A fraction as percents on the grid, its interval kept between 0 and 100. */
    static Figure.Shown percent(Estimate.Present estimate, Grid grid) {
        return grid.show(
                100 * estimate.value(),
                estimate.interval().map(ends -> new Interval(100 * ends.lower(), 100 * ends.upper()).within(0, 100)));
    }

    /** The band rules for shares. A shown range follows from the shown share, so that it tells nothing more of how many are at risk. */
    final class ShareGrid implements DisplayGrid {
        private static final long FEWEST_FOR_PERCENT = 20;
        private static final long FEWEST_FOR_ONE_POINT = 100;
        private static final long FEWEST_IN_TAIL = 3;
        private static final int COARSE = 5;
        private static final int QUARTER = 25;

        @Override
        public Figure display(Estimate.Present estimate, GroupData group, Grid scoreGrid) {
            long respondents = group.support();
            long atRisk = group.measured().map(m -> m.moments().atRisk()).orElse(0L);
            Optional<Figure.Banded> band = tailBand(atRisk, respondents);
            if (band.isPresent()) {
                return band.get();
            }
            if (respondents < FEWEST_FOR_PERCENT) {
                long quarter = Math.min(3, 4 * atRisk / respondents);
                return new Figure.Banded(
                        quarter == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(quarter * QUARTER)),
                        quarter == 3 ? Optional.empty() : Optional.of(BigDecimal.valueOf((quarter + 1) * QUARTER)));
            }
            BigDecimal step = step(respondents);
            BigDecimal shown = new Grid(step).nearest(100 * estimate.value());
            return new Grid(step)
                    .show(shown.doubleValue(), Optional.of(range(shown, step, respondents, group.population())));
        }

        /** The band of a share that is near none or all. */
        private static Optional<Figure.Banded> tailBand(long atRisk, long respondents) {
            if (atRisk < FEWEST_IN_TAIL) {
                return Optional.of(
                        new Figure.Banded(Optional.empty(), Optional.of(BigDecimal.valueOf(tail(respondents)))));
            }
            return respondents - atRisk < FEWEST_IN_TAIL
                    ? Optional.of(new Figure.Banded(
                            Optional.of(BigDecimal.valueOf(100 - tail(respondents))), Optional.empty()))
                    : Optional.empty();
        }

        /** The share of a large group as it is shown, with the range that follows from it; empty where it is a band. */
        private static Optional<ShareChanges.Share> shown(Moments moments) {
            if (moments.count() < FEWEST_FOR_ONE_POINT
                    || tailBand(moments.atRisk(), moments.count()).isPresent()) {
                return Optional.empty();
            }
            BigDecimal step = step(moments.count());
            BigDecimal shown = new Grid(step).nearest(100.0 * moments.atRisk() / moments.count());
            Interval range = range(shown, step, moments.count(), OptionalLong.empty());
            return Optional.of(new ShareChanges.Share(
                    shown.doubleValue() / 100, new Interval(range.lower() / 100, range.upper() / 100)));
        }

        /** The range of every number at risk that would be shown as this share, in percent. */
        private static Interval range(BigDecimal shown, BigDecimal step, long respondents, OptionalLong population) {
            double half = step.doubleValue() / 2;
            long fewest = Math.max(0, (long) Math.ceil((shown.doubleValue() - half) * respondents / 100));
            long most = Math.min(respondents, (long) Math.floor((shown.doubleValue() + half) * respondents / 100));
            return new Interval(
                    100 * interval(fewest, respondents, population).lower(),
                    100 * interval(most, respondents, population).upper());
        }

        private static Interval interval(long atRisk, long respondents, OptionalLong population) {
            return FigureKind.share(among(respondents, atRisk), population)
                    .present()
                    .flatMap(Estimate.Present::interval)
                    .orElseThrow();
        }

        /** The percent points between neighbouring shares of a group of this many. */
        static BigDecimal step(long respondents) {
            return respondents < FEWEST_FOR_ONE_POINT ? BigDecimal.valueOf(COARSE) : BigDecimal.ONE;
        }

        /** Three people as a percentage, up to the next multiple of five. */
        private static long tail(long respondents) {
            long percent = -Math.floorDiv(-FEWEST_IN_TAIL * 100, respondents);
            return -Math.floorDiv(-percent, COARSE) * COARSE;
        }
    }
}
