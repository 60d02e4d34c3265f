package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.study.AttributeId;

/** Everything a respondent stated of an attribute and when; lives only until one value is chosen. */
public record StatementsColumn(AttributeId attribute) implements TableColumn {
    @Override
    public String columnName() {
        return "statements_" + attribute;
    }

    @Override
    public DataType type() {
        return DataTypes.createArrayType(
                TableColumn.schemaOf(ResponseColumn.SUBMITTED, new AttributeColumn(attribute)));
    }

    @Override
    public Presence presence() {
        return Presence.REQUIRED;
    }

    @Override
    public Role role() {
        return Role.IDENTIFIER;
    }
}
