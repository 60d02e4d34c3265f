package org.evenkeel.spark.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.evenkeel.core.instrument.ItemKey;
import org.evenkeel.core.study.AttributeId;

/** The fixed columns of responses; attributes and items follow as {@link AttributeColumn} and {@link ItemColumn}. */
public enum ResponseColumn implements TableColumn {
    RESPONDENT("respondent", LongType, Role.IDENTIFIER),
    RESPONDENT_CHECK("respondent_check", LongType, Role.IDENTIFIER),
    RESPONSE("response", LongType, Role.IDENTIFIER),
    /** The instant, in UTC, to the microsecond. */
    SUBMITTED("submitted", TimestampType, Role.IDENTIFIER),
    /** The ISO week as {@link WeekNumber} writes it. */
    WEEK("week", IntegerType, Role.DIMENSION),
    /** The export's place in its batch, from 0. */
    EXPORT("export", IntegerType, Role.DIMENSION),
    /** The newest submission of its export: a row of a later export supersedes one of an earlier. */
    EXPORTED("exported", TimestampType, Role.DIMENSION),
    /** Whether an answer of it is out of its item's range, or cannot be read. */
    IMPOSSIBLE("impossible", BooleanType, Role.MEASURE),
    /** Whether the response is not here any more: a later export has it in another term. */
    GONE("gone", BooleanType, Role.DIMENSION),
    /** The term, which is part of a folder's name and not of its files. */
    TERM("term", StringType, Role.DIMENSION),
    /** The batch's place among the current ones, known when they are read together. */
    BATCH("batch", IntegerType, Role.DIMENSION);

    private final String columnName;
    // Spark does not say so, but its types never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final DataType type;

    private final Role role;

    ResponseColumn(String columnName, DataType type, Role role) {
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
        return Presence.REQUIRED;
    }

    @Override
    public Role role() {
        return role;
    }

    /** The columns of a file of responses with these attributes and items, in order. */
    public static List<TableColumn> stored(Collection<AttributeId> attributes, Collection<ItemKey> items) {
        List<TableColumn> columns = new ArrayList<>(
                Arrays.asList(RESPONDENT, RESPONDENT_CHECK, RESPONSE, SUBMITTED, WEEK, EXPORT, EXPORTED, IMPOSSIBLE));
        attributes.stream().sorted().map(AttributeColumn::new).forEach(columns::add);
        items.stream().sorted().map(ItemColumn::new).forEach(columns::add);
        return columns;
    }

    /** The columns of {@link #stored} as they lie in a folder: with the mark of a response that is somewhere else. */
    public static List<TableColumn> laid(Collection<AttributeId> attributes, Collection<ItemKey> items) {
        List<TableColumn> columns = stored(attributes, items);
        columns.add(GONE);
        return columns;
    }

    /** The schema of {@link #stored}. */
    public static StructType schema(Collection<AttributeId> attributes, Collection<ItemKey> items) {
        return TableColumn.schemaOf(stored(attributes, items));
    }
}
