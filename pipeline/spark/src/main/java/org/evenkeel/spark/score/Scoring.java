package org.evenkeel.spark.score;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.Lattice;
import org.evenkeel.core.instrument.Scale;
import org.evenkeel.spark.table.ItemColumn;

/** The rules of {@link Scale#score} as column expressions over item columns. */
public final class Scoring {
    private Scoring() {}

    /** An item's contribution to the scale, reversed where the scale says so; empty where missing or out of range. */
    public static Column points(Scale scale, ItemKey item) {
        Column value = new ItemColumn(item).column();
        Column turned = scale.reversed().contains(item)
                ? lit((long) scale.range().lowest() + scale.range().highest()).minus(value)
                : value.cast("long");
        return when(inRange(scale, item), turned.plus(lit((long) scale.offset())));
    }

    /** Whether all items were answered, and alike, as {@link Scale#marks} has it. */
    public static Column marked(Scale scale) {
        Column first = new ItemColumn(scale.items().get(0)).column();
        return !scale.asksInBothDirections()
                ? lit(false)
                : coalesce(
                        scale.items().stream()
                                .map(item -> new ItemColumn(item).column().equalTo(first))
                                .reduce(inRange(scale, scale.items().get(0)), Column::and),
                        lit(false));
    }

    /** How many of the scale's items were answered. */
    public static Column answered(Scale scale) {
        return scale.items().stream()
                .map(item -> when(inRange(scale, item), lit(1)).otherwise(lit(0)))
                .reduce(lit(0), Column::plus);
    }

    /** The score in units of the scale's lattice; empty when too few items were answered. */
    public static Column units(Scale scale) {
        Column sum = scale.items().stream()
                .map(item -> coalesce(points(scale, item), lit(0L)))
                .reduce(lit(0L), Column::plus);
        Column answered = answered(scale);
        // Units per point depend on how many were answered; a chain of the few permitted numbers needs no division.
        Column unitsPerPoint = lit(null).cast("long");
        for (int items = scale.minimumAnswered(); items <= scale.items().size(); items++) {
            unitsPerPoint = when(answered.equalTo(lit(items)), lit(scale.unitsPerPoint(items)))
                    .otherwise(unitsPerPoint);
        }
        return sum.multiply(unitsPerPoint);
    }

    /** The units of a scale that was scored while its file was read, as they stand. */
    public static Column read(Scale scale) {
        return new ItemColumn(scale.scoreKey()).column().cast("long");
    }

    /** The mean of several scores, as {@link Lattice#meanUnits} has it; empty where there is none. */
    public static Column meanUnits(Column sumOfUnits, Column scores) {
        Column doubled = sumOfUnits.multiply(lit(2 * Lattice.CHECK_IN_PARTS)).plus(scores);
        Column divisor = scores.multiply(lit(2L));
        // Spark's division cuts towards zero; taking the remainder off first makes it the floor for negative sums too.
        return when(scores.gt(lit(0L)), call_function("div", doubled.minus(pmod(doubled, divisor)), divisor));
    }

    private static Column inRange(Scale scale, ItemKey item) {
        return new ItemColumn(item)
                .column()
                .between(lit(scale.range().lowest()), lit(scale.range().highest()));
    }
}
