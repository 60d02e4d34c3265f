package org.evenkeel.spark.cell;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Source;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.table.ScoreColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * Which of a survey's responses came in the first half of the term's: up to the instant of the one in the middle, or of the lower of
 * the two in the middle. Responses of the same instant go early together. The instant is found exactly, by hours and then within
 * one, so that no more than an hour's instants are in one place.
 */
final class FirstHalf {
    private static final long MICROS_IN_AN_HOUR = 3_600_000_000L;

    private final Lake lake;

    FirstHalf(Lake lake) {
        this.lake = lake;
    }

    /** Whether a row of these scores is of an early response; of check-ins none is. */
    Column early(Source source, LakeFolder scores) {
        if (source.rhythm() != Rhythm.SURVEY || scores.rows() == 0) {
            return lit(false);
        }
        Column submitted = unix_micros(ScoreColumn.SUBMITTED.column());
        return coalesce(
                submitted.leq(
                        lit(middle(lake.readTogether(List.of(scores), List.of(ScoreColumn.SUBMITTED)), submitted))),
                lit(false));
    }

    private static long middle(Dataset<Row> scores, Column submitted) {
        Column hour = submitted.minus(submitted.mod(lit(MICROS_IN_AN_HOUR)));
        SortedMap<Long, Long> hours = counts(scores, hour);
        long all = hours.values().stream().mapToLong(Long::longValue).sum();
        long wanted = (all + 1) / 2;
        Place place = place(hours, wanted);
        SortedMap<Long, Long> instants = counts(scores.where(hour.equalTo(lit(place.value()))), submitted);
        return place(instants, wanted - place.before()).value();
    }

    /** A value, and how many come before it. */
    private record Place(long value, long before) {}

    private static Place place(SortedMap<Long, Long> counts, long wanted) {
        long before = 0;
        for (var value : counts.entrySet()) {
            if (before + value.getValue() >= wanted) {
                return new Place(value.getKey(), before);
            }
            before += value.getValue();
        }
        throw new IllegalStateException("responses without an instant of submission");
    }

    private static SortedMap<Long, Long> counts(Dataset<Row> rows, Column by) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        rows.where(ScoreColumn.SUBMITTED.column().isNotNull())
                .groupBy(by.as(WorkColumn.PLACE.columnName()))
                .agg(count(lit(1)).as(WorkColumn.ROWS.columnName()))
                .collectAsList()
                .forEach(row -> counts.put(row.getLong(0), row.getLong(1)));
        return counts;
    }
}
