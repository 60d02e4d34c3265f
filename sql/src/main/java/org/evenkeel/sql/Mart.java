package org.evenkeel.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/**
 * The mart, open and up to date, held by this process alone until it is closed. Work is done in whole transactions; what
 * throws leaves no trace.
 */
public final class Mart implements AutoCloseable {
    private final Database database;
    private final Connection connection;
    private final DSLContext sql;

    private Mart(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
        this.sql = database.sql(connection);
    }

    /** Opens the mart in a file of the study, such as {@code my-study/mart}; an absent one is made. */
    public static Mart embedded(Path file) {
        return open(new EmbeddedDatabase(file));
    }

    /** Opens the mart on a PostgreSQL server, such as {@code jdbc:postgresql://host/database}; an empty one is filled. */
    public static Mart server(String url, String user, String password) {
        return open(new ServerDatabase(url, user, password));
    }

    private static Mart open(Database database) {
        Migrations migrations = new Migrations(database);
        try {
            OptionalInt complete = migrations.look();
            Connection connection = database.seize();
            boolean current = false;
            try {
                // A newer program may have held it between the look and now.
                if (complete.isEmpty() || migrations.taken(connection) != complete.getAsInt()) {
                    migrations.apply();
                }
                current = true;
            } finally {
                if (!current) {
                    database.abandon(connection);
                }
            }
            return new Mart(database, connection);
        } catch (SQLException | RuntimeException fault) {
            throw known(database, fault);
        }
    }

    /** Lets a process that is turned away say which run holds the mart. */
    public void announce(long runNo, Instant started) {
        database.announce(runNo, started);
    }

    /**
     * Does all of the work or nothing of it, and returns when it has reached the disk. The work is handed the transaction
     * and may give it to several keepers of the mart's schemas.
     */
    public <T> T inTransaction(Function<DSLContext, T> work) {
        return during(work, Access.WRITING);
    }

    /** Answers questions from one unchanging picture of the mart. */
    public <T> T reading(Function<DSLContext, T> question) {
        return during(question, Access.READING);
    }

    private <T> T during(Function<DSLContext, T> work, Access access) {
        try {
            begin(access);
            boolean committed = false;
            try {
                T outcome = work.apply(sql);
                connection.commit();
                committed = true;
                return outcome;
            } finally {
                end(access, committed ? Outcome.KEPT : Outcome.UNDONE);
            }
        } catch (SQLException | RuntimeException fault) {
            throw known(database, fault);
        }
    }

    private void begin(Access access) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("A transaction of the mart was begun inside another");
        }
        // A writer is alone; under repeatable read, H2 answers max(key) from before the transaction's own inserts.
        connection.setTransactionIsolation(
                access == Access.READING
                        ? Connection.TRANSACTION_REPEATABLE_READ
                        : Connection.TRANSACTION_READ_COMMITTED);
        connection.setReadOnly(access == Access.READING);
        connection.setAutoCommit(false);
    }

    private void end(Access access, Outcome outcome) throws SQLException {
        if (outcome == Outcome.UNDONE) {
            undo();
            return;
        }
        connection.setAutoCommit(true);
        if (access == Access.WRITING) {
            database.settle(connection);
        }
    }

    /** A connection that broke has undone everything itself, and the fault that broke it is the one to report. */
    private void undo() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException broken) {
            System.getLogger(Mart.class.getName()).log(System.Logger.Level.DEBUG, "rollback after a fault", broken);
        }
    }

    /** Gives the mart up for other processes; an embedded one shrinks to what it holds. */
    @Override
    public void close() {
        try {
            if (!connection.isClosed()) {
                database.release(connection);
            }
        } catch (SQLException fault) {
            throw known(database, fault);
        }
    }

    private static RuntimeException known(Database database, Exception fault) {
        return database.problemBehind(fault)
                .<RuntimeException>map(problem -> problem)
                .orElseGet(() -> fault instanceof RuntimeException unexpected
                        ? unexpected
                        : new DataAccessException("The mart failed", fault));
    }

    private enum Access {
        READING,
        WRITING
    }

    private enum Outcome {
        KEPT,
        UNDONE
    }
}
