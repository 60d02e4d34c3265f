package org.evenkeel.spark.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.instrument.ScaleId;

/** The fixed columns of scores: one row per respondent and period. Each scale follows as {@link UnitsColumn} and {@link AnsweredColumn}, and for surveys each item as {@link ItemColumn}. */
public enum ScoreColumn implements TableColumn {
    RESPONDENT("respondent", DataTypes.LongType, Presence.REQUIRED, Role.IDENTIFIER),
    /** The number of the respondent's profile in the term. */
    PROFILE("profile", DataTypes.IntegerType, Presence.REQUIRED, Role.DIMENSION),
    /** The ISO week as {@link WeekNumber} writes it; empty for the term as a whole. */
    WEEK("week", DataTypes.IntegerType, Presence.OPTIONAL, Role.DIMENSION),
    /** When the response that counts was submitted; empty for check-ins, which may be many. */
    SUBMITTED("submitted", DataTypes.TimestampType, Presence.OPTIONAL, Role.IDENTIFIER),
    /** Whether the response that counts holds an answer that is out of its item's range or cannot be read; never of check-ins. */
    IMPOSSIBLE("impossible", DataTypes.BooleanType, Presence.REQUIRED, Role.MEASURE);

    private final String columnName;
    // Spark does not say so, but its types never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DataType type;

    private final Presence presence;
    private final Role role;

    ScoreColumn(String columnName, DataType type, Presence presence, Role role) {
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

    /** The columns of a file of scores, in order. */
    public static List<TableColumn> stored(Collection<ScaleId> scales, Collection<ItemKey> items) {
        List<TableColumn> columns = new ArrayList<>(Arrays.asList(values()));
        scales.stream().sorted().forEach(scale -> {
            columns.add(new UnitsColumn(scale));
            columns.add(new AnsweredColumn(scale));
        });
        items.stream().sorted().map(ItemColumn::new).forEach(columns::add);
        return columns;
    }

    /** The schema of {@link #stored}. */
    public static StructType schema(Collection<ScaleId> scales, Collection<ItemKey> items) {
        return TableColumn.schemaOf(stored(scales, items));
    }
}
