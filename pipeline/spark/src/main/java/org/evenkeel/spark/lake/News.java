package org.evenkeel.spark.lake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenkeel.spark.table.ResponseColumn;
import org.evenkeel.spark.table.TableColumn;
import org.evenkeel.spark.table.WorkColumn;

/**
 * What an export says that the lake does not: platforms export everything each time, and most of it is there already. A
 * response that is there is superseded by a later export only, and where it stood in another term it is marked as gone.
 */
final class News {
    /** Columns that say where a row comes from and not what it says. */
    private static final List<TableColumn> ORIGIN =
            List.of(ResponseColumn.EXPORT, ResponseColumn.EXPORTED, ResponseColumn.GONE, ResponseColumn.TERM);

    private News() {}

    /**
     * The rows to be written.
     *
     * @param exported the responses of the new exports, one row each
     * @param known the responses that are there, one row each
     * @param columns the columns of both
     */
    static Dataset<Row> of(Dataset<Row> exported, Dataset<Row> known, List<TableColumn> columns) {
        Column isNew = ResponseColumn.RESPONSE.of(known).isNull();
        Column later = coalesce(ResponseColumn.EXPORTED.of(exported).geq(ResponseColumn.EXPORTED.of(known)), lit(true));
        Column moved = coalesce(ResponseColumn.TERM.of(exported).notEqual(ResponseColumn.TERM.of(known)), lit(false));
        Column changed = columns.stream()
                .filter(column -> !ORIGIN.contains(column))
                .map(column -> not(column.of(exported).eqNullSafe(column.of(known))))
                .reduce(lit(false), Column::or);
        Column here = struct(columns.stream()
                .map(column -> column.of(exported).as(column.columnName()))
                .toArray(Column[]::new));
        Column there = struct(columns.stream()
                .map(column -> marked(column, exported, known).as(column.columnName()))
                .toArray(Column[]::new));
        Column written = when(isNew, array(here))
                .when(later.and(moved), array(here, there))
                .when(later.and(changed), array(here));
        Dataset<Row> rows = exported.join(
                        known, ResponseColumn.RESPONSE.of(exported).equalTo(ResponseColumn.RESPONSE.of(known)), "left")
                .select(explode(written).as(WorkColumn.WRITTEN.columnName()));
        return rows.select(columns.stream()
                .map(column -> WorkColumn.WRITTEN
                        .column()
                        .getField(column.columnName())
                        .as(column.columnName()))
                .toArray(Column[]::new));
    }

    private static Column marked(TableColumn column, Dataset<Row> exported, Dataset<Row> known) {
        if (column.equals(ResponseColumn.GONE)) {
            return lit(true);
        }
        return column.equals(ResponseColumn.TERM) ? column.of(known) : column.of(exported);
    }
}
