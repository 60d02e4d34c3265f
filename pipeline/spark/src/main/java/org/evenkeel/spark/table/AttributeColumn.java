package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.study.AttributeId;

/** An attribute of a respondent; empty where a row does not state it. */
public record AttributeColumn(AttributeId attribute) implements TableColumn {
    @Override
    public String columnName() {
        return "attribute_" + attribute;
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
