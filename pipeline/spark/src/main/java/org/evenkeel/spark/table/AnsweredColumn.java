package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.instrument.ScaleId;

/**
 * How many items of the scale were answered; for check-ins, how many scores the mean is made of. Empty for a survey's scale
 * that was scored while its file was read.
 */
public record AnsweredColumn(ScaleId scale) implements TableColumn {
    @Override
    public String columnName() {
        return "answered_" + scale;
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
