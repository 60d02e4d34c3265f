package org.evenkeel.spark.cell;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.core.instrument.AtRiskRule;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.core.study.Rhythm;

/**
 * A scale as the adding up of scores needs it, ready to travel.
 *
 * @param scale the scale's name
 * @param lowest the lowest value in units
 * @param step units between neighbouring values
 * @param riskFrom the lowest value at risk
 * @param riskTo the highest value at risk; below the lowest where nothing is
 * @param items of how many items the products are summed; 0 where they are not
 */
record Measured(String scale, long lowest, long step, long riskFrom, long riskTo, int items) implements Serializable {
    /** The scale as a source of this rhythm asks it. */
    static Measured of(Scale scale, Rhythm rhythm) {
        int items = rhythm == Rhythm.SURVEY && scale.items().size() >= 2
                ? scale.items().size()
                : 0;
        return of(scale, rhythm, items);
    }

    /** The same of a scale whose items are not kept. */
    static Measured withoutItems(Scale scale, Rhythm rhythm) {
        return of(scale, rhythm, 0);
    }

    private static Measured of(Scale scale, Rhythm rhythm, int items) {
        Lattice lattice = switch (rhythm) {
            case SURVEY -> scale.lattice();
            case CHECK_IN -> scale.lattice().ofMeans();
        };
        return scale.atRisk()
                .map(rule -> {
                    BigDecimal cut = rule.cut().multiply(BigDecimal.valueOf(lattice.denominator()));
                    return rule.comparison() == AtRiskRule.Comparison.AT_LEAST
                            ? of(scale, lattice, whole(cut, RoundingMode.CEILING), Long.MAX_VALUE, items)
                            : of(scale, lattice, Long.MIN_VALUE, whole(cut, RoundingMode.FLOOR), items);
                })
                .orElseGet(() -> of(scale, lattice, Long.MAX_VALUE, Long.MIN_VALUE, items));
    }

    private static Measured of(Scale scale, Lattice lattice, long riskFrom, long riskTo, int items) {
        return new Measured(scale.id().value(), lattice.lowest(), lattice.step(), riskFrom, riskTo, items);
    }

    private static long whole(BigDecimal cut, RoundingMode rounding) {
        return cut.setScale(0, rounding).longValueExact();
    }

    boolean atRisk(long units) {
        return units >= riskFrom && units <= riskTo;
    }

    /** The nearest step, half up. */
    int stepOf(long units) {
        return Math.toIntExact(Math.floorDiv(2 * (units - lowest) + step, 2 * step));
    }
}
