package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a term's profiles: one row per profile and attribute. */
public enum ProfileColumn implements TableColumn {
    NUMBER("profile", DataTypes.IntegerType, Presence.REQUIRED, Role.DIMENSION),
    /** Empty in the one row of a profile without attributes. */
    ATTRIBUTE("attribute", DataTypes.StringType, Presence.OPTIONAL, Role.DIMENSION),
    VALUE("value", DataTypes.StringType, Presence.OPTIONAL, Role.DIMENSION);

    private final String columnName;
    // Spark does not say so, but its types never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DataType type;

    private final Presence presence;
    private final Role role;

    ProfileColumn(String columnName, DataType type, Presence presence, Role role) {
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
