package org.evenkeel.core.statistics.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenkeel.core.cell.Panels;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.problem.Require;
import org.evenkeel.core.statistics.Absence;
import org.evenkeel.core.statistics.Fit;

/**
 * How the level moves from period to period (terms, or weeks) with who answered held fixed: every period is a coefficient of a
 * {@link RandomIntercept} over everyone who answered at least once, so that a change of those who answer is not read as a change of
 * people. In points.
 *
 * @param levels the level of each period
 * @param fromFirst the change from the first period to each later one
 * @param fromPrevious the change from the period before to each later one
 * @param model the model they come from
 */
public record PeriodTrend(
        List<Contrast> levels, List<Contrast> fromFirst, List<Contrast> fromPrevious, RandomIntercept model) {

    /**
     * One person's value in one period.
     *
     * @param period from 0
     * @param units in units of the measure's lattice
     */
    public record Value(int period, long units) {}

    public PeriodTrend {
        levels = List.copyOf(levels);
        fromFirst = List.copyOf(fromFirst);
        fromPrevious = List.copyOf(fromPrevious);
        Require.that(
                fromFirst.size() == levels.size() - 1 && fromPrevious.size() == levels.size() - 1,
                "%s periods have one change fewer. Value given: %s, %s",
                levels.size(),
                fromFirst.size(),
                fromPrevious.size());
    }

    /** The panels of one person: at most one value a period. */
    public static Panels ofOne(List<Value> values, int periods) {
        Require.that(
                values.stream().mapToInt(Value::period).distinct().count() == values.size(),
                "a person has one value a period. Value given: %s values",
                values.size());
        return Panels.ofOne(values.stream()
                .map(value -> new Panels.Answer(regressors(value.period(), periods), value.units()))
                .toList());
    }

    /** The regressors of an answer in a period: the constant, then one place for each later period. */
    public static List<Long> regressors(int period, int periods) {
        Require.that(period >= 0 && period < periods, "a period must be 0..%s. Value given: %s", periods - 1, period);
        return IntStream.range(0, periods)
                .mapToObj(place -> place == 0 || place == period ? 1L : 0L)
                .toList();
    }

    /** The trend of these panels; a period without answers, or fewer than two periods, has none. */
    public static Fit<PeriodTrend> of(Panels panels, Lattice lattice) {
        int periods = panels.regressors();
        if (periods < 2) {
            return Fit.absent(Absence.NO_EARLIER_TERM);
        }
        return RandomIntercept.of(panels, lattice).then(model -> {
            List<Contrast> levels = new ArrayList<>();
            List<Contrast> fromFirst = new ArrayList<>();
            List<Contrast> fromPrevious = new ArrayList<>();
            for (int period = 0; period < periods; period++) {
                levels.add(model.contrast(weights(periods, period, -1, 1)));
                if (period > 0) {
                    fromFirst.add(model.contrast(weights(periods, period, -1, 0)));
                    fromPrevious.add(model.contrast(weights(periods, period, period - 1, 0)));
                }
            }
            return Fit.of(new PeriodTrend(levels, fromFirst, fromPrevious, model));
        });
    }

    private static List<Double> weights(int periods, int plus, int minus, double constant) {
        return IntStream.range(0, periods)
                .mapToObj(place -> place == 0 ? constant : place == plus ? 1.0 : place == minus ? -1.0 : 0.0)
                .toList();
    }
}
