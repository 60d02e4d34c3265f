package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of cells: one row per cell, whatever its kind, its exact numbers in the order of the kind. */
public enum CellColumn implements TableColumn {
    KIND("kind", DataTypes.StringType, Presence.REQUIRED, Role.DIMENSION),
    SOURCE("source", DataTypes.StringType, Presence.REQUIRED, Role.DIMENSION),
    /** Empty for counts of a source's respondents. */
    SCALE("scale", DataTypes.StringType, Presence.OPTIONAL, Role.DIMENSION),
    /** The period's key; of links, the later term. */
    PERIOD("period", DataTypes.StringType, Presence.REQUIRED, Role.DIMENSION),
    /** The profile in the period's term; of panels −1, since people have one in each term. */
    PROFILE("profile", DataTypes.IntegerType, Presence.REQUIRED, Role.DIMENSION),
    /** Of links, the earlier term; of panels, all terms with a space between. */
    EARLIER("earlier", DataTypes.StringType, Presence.OPTIONAL, Role.DIMENSION),
    /** Of links, the profile in the earlier term. */
    EARLIER_PROFILE("earlier_profile", DataTypes.IntegerType, Presence.OPTIONAL, Role.DIMENSION),
    NUMBERS(
            "numbers",
            DataTypes.createArrayType(DataTypes.createDecimalType(38, 0), false),
            Presence.REQUIRED,
            Role.MEASURE);

    private final String columnName;
    // Spark does not say so, but its types never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DataType type;

    private final Presence presence;
    private final Role role;

    CellColumn(String columnName, DataType type, Presence presence, Role role) {
        this.columnName = columnName;
        this.type = type;
        this.presence = presence;
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
        return presence;
    }

    @Override
    public Role role() {
        return role;
    }

    /** The schema of the whole table. */
    public static StructType schema() {
        return TableColumn.schemaOf(values());
    }
}
