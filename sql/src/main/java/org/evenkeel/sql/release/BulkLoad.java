package org.evenkeel.sql.release;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes many rows into one table by the fastest road each database has: a copy stream, or batches of inserts. */
final class BulkLoad {
    private static final int ROWS_PER_BATCH = 1000;
    private static final int STREAM_BUFFER = 1 << 16;

    private final DSLContext sql;

    BulkLoad(DSLContext sql) {
        this.sql = sql;
    }

    <R extends TableRecord<R>> void into(Table<R> table, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.connection(connection -> {
            if (sql.family() == SQLDialect.POSTGRES) {
                copy(connection, table, rows);
            } else {
                insert(connection, table, rows);
            }
        });
    }

    private <R extends TableRecord<R>> void copy(Connection connection, Table<R> table, List<R> rows)
            throws SQLException, IOException {
        String columns = table.fieldStream()
                .map(Field::getUnqualifiedName)
                .map(sql::render)
                .collect(joining(", "));
        String command = "copy %s (%s) from stdin with (format csv)".formatted(sql.render(table), columns);
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try (Writer lines = new OutputStreamWriter(
                new PGCopyOutputStream(postgres, command, STREAM_BUFFER), StandardCharsets.UTF_8)) {
            for (R row : rows) {
                lines.write(line(row));
            }
        }
    }

    private static String line(TableRecord<?> row) {
        return Arrays.stream(row.intoArray()).map(BulkLoad::entry).collect(joining(",", "", "\n"));
    }

    /** An absent value is nothing at all; every other stands in quotes, so that an empty text stays a text. */
    private static String entry(@Nullable Object value) {
        return value == null ? "" : '"' + text(value).replace("\"", "\"\"") + '"';
    }

    /** A value as PostgreSQL reads it: bytes in its own hexadecimal form. */
    private static String text(Object value) {
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
    }

    private <R extends TableRecord<R>> void insert(Connection connection, Table<R> table, List<R> rows)
            throws SQLException {
        @Nullable Object[] places = new Object[table.fields().length];
        String command =
                sql.render(sql.insertInto(table).columns(table.fields()).values(places));
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            int waiting = 0;
            for (R row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    statement.setObject(column + 1, row.get(column));
                }
                statement.addBatch();
                waiting++;
                if (waiting == ROWS_PER_BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            statement.executeBatch();
        }
    }
}
