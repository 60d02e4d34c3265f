package org.evenkeel.spark.cell;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenkeel.spark.table.CellColumn;
import org.jspecify.annotations.Nullable;

/** One row of {@link CellColumn}: a cell of any kind, or a part of one that must still be added up. */
record CellRow(
        Kind kind,
        String source,
        @Nullable String scale,
        String period,
        int profile,
        @Nullable String earlier,
        @Nullable Integer earlierProfile,
        List<BigInteger> numbers)
        implements Serializable {
    /** What a cell's numbers are. */
    enum Kind {
        /** Respondents. */
        RESPONDENTS,
        /** Count, sum, sum of squares, at risk. */
        MOMENTS,
        /** Step, count, step, count, … */
        HISTOGRAM,
        /** Count, the sum of each item, the products row by row of the upper triangle. */
        ITEMS,
        /** Count, sums of earlier and later, their squares, their products. */
        LINKS,
        /** As moments, of those who answered early. */
        EARLY,
        /** As moments, of those whose answers are marked. */
        MARKED,
        /** The terms they answered in, people, the sum of each term, squares, squares of totals; and so on. */
        PANELS
    }

    /** Stands for the profile where a cell is about people of all of them. */
    static final int OF_ALL_PROFILES = -1;

    Row toRow() {
        return RowFactory.create(
                kind.name(),
                source,
                scale,
                period,
                profile,
                earlier,
                earlierProfile,
                numbers.stream().map(BigDecimal::new).toArray(BigDecimal[]::new));
    }

    static CellRow of(Row row) {
        List<BigInteger> numbers = new ArrayList<>();
        for (BigDecimal number : row.<BigDecimal>getList(CellColumn.NUMBERS.place(row))) {
            numbers.add(number.toBigIntegerExact());
        }
        int earlierProfile = CellColumn.EARLIER_PROFILE.place(row);
        return new CellRow(
                Kind.valueOf(row.getString(CellColumn.KIND.place(row))),
                row.getString(CellColumn.SOURCE.place(row)),
                row.getString(CellColumn.SCALE.place(row)),
                row.getString(CellColumn.PERIOD.place(row)),
                row.getInt(CellColumn.PROFILE.place(row)),
                row.getString(CellColumn.EARLIER.place(row)),
                row.isNullAt(earlierProfile) ? null : row.getInt(earlierProfile),
                numbers);
    }
}
