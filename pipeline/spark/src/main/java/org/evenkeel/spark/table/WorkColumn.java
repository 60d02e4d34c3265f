package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns that live only between two steps and are never stored. */
public enum WorkColumn implements TableColumn {
    /** A row's place among those of which one counts. */
    PLACE("place", DataTypes.IntegerType, Role.DIMENSION),
    /** How many rows there are of something. */
    ROWS("rows", DataTypes.LongType, Role.MEASURE),
    /** The newest submission of something. */
    NEWEST("newest", DataTypes.TimestampType, Role.MEASURE),
    /** The fewest and most of a respondent's second pseudonym, which differ when two people share the first. */
    LEAST_CHECK("least_check", DataTypes.LongType, Role.IDENTIFIER),
    MOST_CHECK("most_check", DataTypes.LongType, Role.IDENTIFIER),
    /** A row as it is to be written. */
    WRITTEN("written", new StructType(), Role.MEASURE),
    /** The file a row was read from. */
    FILE("file", DataTypes.StringType, Role.DIMENSION),
    /** A week's number or nothing: a row of a week counts in the week and in the term. */
    PERIOD("period", DataTypes.IntegerType, Role.DIMENSION);

    private final String columnName;
    // Spark does not say so, but its types never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DataType type;

    private final Role role;

    WorkColumn(String columnName, DataType type, Role role) {
        this.columnName = columnName;
        this.type = type;
        this.role = role;
    }

    @Override
    public String columnName() {
        return columnName;
    }

    @Override
    public DataType type() {
        return type;
    }

    @Override
    public Presence presence() {
        return Presence.OPTIONAL;
    }

    @Override
    public Role role() {
        return role;
    }
}
