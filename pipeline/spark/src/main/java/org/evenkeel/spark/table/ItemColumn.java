package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.instrument.ItemKey;

/**
 * An item's answer within its range, or under a scale's own key the units of a scale that was scored while its file was
 * read; empty where it is missing.
 */
public record ItemColumn(ItemKey item) implements TableColumn {
    @Override
    public String columnName() {
        return "item_" + item;
    }

    @Override
    public DataType type() {
        return DataTypes.IntegerType;
    }

    @Override
    public Presence presence() {
        return Presence.OPTIONAL;
    }

    @Override
    public Role role() {
        return Role.MEASURE;
    }
}
