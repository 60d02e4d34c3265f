package org.evenkeel.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.evenkeel.core.instrument.ScaleId;

/** A scale's value in units of its lattice (of its means, for check-ins); empty where there is none. */
public record UnitsColumn(ScaleId scale) implements TableColumn {
    @Override
    public String columnName() {
        return "units_" + scale;
    }

    @Override
    public DataType type() {
        return DataTypes.LongType;
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
