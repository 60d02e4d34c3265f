package org.evenkeel.spark.table;

import java.util.Arrays;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A column of a table: its name, type, whether it may be empty, and what it says about people. */
public interface TableColumn {
    /** What a column says about people. */
    enum Role {
        /** A pseudonym, or another value that leads to one person. Never in a table that leaves the rows behind. */
        IDENTIFIER,
        /** Where a value belongs. */
        DIMENSION,
        /** A value. */
        MEASURE
    }

    /** Whether every row has a value. */
    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** The name under which it is stored. */
    String columnName();

    /** The type of its values. */
    DataType type();

    /** Whether every row has one. */
    Presence presence();

    /** What it says about people. */
    Role role();

    /** The column in an expression. */
    default Column column() {
        // Quoted, since keys of items and attributes may hold hyphens.
        return functions.col("`" + columnName() + "`");
    }

    /** The column of one side of a join, where both sides have it. */
    default Column of(Dataset<?> side) {
        return side.col("`" + columnName() + "`");
    }

    /** Where the column stands in a row. */
    default int place(Row row) {
        return row.fieldIndex(columnName());
    }

    /** The column in a schema. */
    default StructField field() {
        return new StructField(columnName(), type(), presence() == Presence.OPTIONAL, Metadata.empty());
    }

    /** The schema of a table of these columns, in this order. */
    static StructType schemaOf(Collection<? extends TableColumn> columns) {
        return DataTypes.createStructType(
                columns.stream().map(TableColumn::field).toList());
    }

    /** The schema of a table of these columns, in this order. */
    static StructType schemaOf(TableColumn... columns) {
        return schemaOf(Arrays.asList(columns));
    }

    /** The columns as expressions, in this order. */
    static Column[] columns(Collection<? extends TableColumn> columns) {
        return columns.stream().map(TableColumn::column).toArray(Column[]::new);
    }
}
