package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.study.AttributeId;

/** How a respondent's attribute came to its value, as a {@code Standing}. */
public record StandingColumn(AttributeId attribute) implements TableColumn {
    @Override
    public String columnName() {
        return "standing_" + attribute;
    }

    @Override
    public DataType type() {
        return DataTypes.StringType;
    }

    @Override
    public Presence presence() {
        return Presence.OPTIONAL;
    }

    @Override
    public Role role() {
        return Role.DIMENSION;
    }
}
