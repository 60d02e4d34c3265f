package org.evenkeel.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.evenkeel.sql.ledger.Ledger;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** A mart on a PostgreSQL server. One session lock is held while it is open. */
final class ServerDatabase implements Database {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final int OLDEST_SERVER = 15;
    private static final int SECONDS_TO_ANSWER = 10;

    /** The key of the lock; a server keeps one such lock per database. */
    private static final long LOCK = 0x4556454E4B45454CL;

    private final String url;
    private final String user;
    private final String password;

    ServerDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "the mart " + address();
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Connection seize() throws SQLException {
        if (!url.startsWith(SCHEME)) {
            throw new MartProblem(
                    MartProblem.Kind.UNSUITABLE,
                    "A mart on a server has an address that starts with %s. Provided address: %s"
                            .formatted(SCHEME, address()),
                    null);
        }
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "evenkeel");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("loginTimeout", Integer.toString(SECONDS_TO_ANSWER));
        Connection connection = DriverManager.getConnection(url, properties);
        boolean held = false;
        try {
            refuseOldServer(connection);
            hold(connection);
            held = true;
        } finally {
            if (!held) {
                connection.close();
            }
        }
        return connection;
    }

    private void refuseOldServer(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_SERVER) {
            throw new MartProblem(
                    MartProblem.Kind.UNSUITABLE,
                    "The mart %s is on PostgreSQL %d; Evenkeel needs PostgreSQL %d or later. Nothing was changed."
                            .formatted(address(), version, OLDEST_SERVER),
                    null);
        }
    }

    private void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            answer.next();
            if (!answer.getBoolean(1)) {
                throw new MartProblem(
                        MartProblem.Kind.IN_USE,
                        "The mart %s is in use by another process%s. Wait until it has finished, then run the command again."
                                .formatted(address(), otherProcess(connection)),
                        null);
            }
        }
    }

    private String otherProcess(Connection connection) {
        try {
            return new Ledger(sql(connection))
                    .running()
                    .map(run -> " (run %d, started %s)".formatted(run.runNo(), run.started()))
                    .orElse("");
        } catch (DataAccessException notMigratedYet) {
            return "";
        }
    }

    @Override
    public FluentConfiguration pointTo(FluentConfiguration migrations) {
        return migrations.dataSource(url, user, password);
    }

    @Override
    public Optional<FluentConfiguration> pointWithoutTouching(FluentConfiguration migrations) {
        return Optional.empty();
    }

    @Override
    public void announce(long runNo, Instant started) {
        // The ledger itself can be read by the process that is turned away.
    }

    @Override
    public void settle(Connection connection) {
        // A commit has reached the server's disk when it returns.
    }

    @Override
    public void release(Connection connection) throws SQLException {
        letGo(connection);
    }

    @Override
    public void abandon(Connection connection) throws SQLException {
        letGo(connection);
    }

    /** Gives up the lock before the connection: a busy server notices only after a while that a connection was closed. */
    private static void letGo(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException lost) {
            // The lock goes with the connection.
            System.getLogger(ServerDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "the mart's lock was not given up by itself", lost);
        }
    }

    @Override
    public Optional<MartProblem> problem(SQLException fault) {
        @Nullable String state = fault.getSQLState();
        if (state == null) {
            return Optional.empty();
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return Optional.of(new MartProblem(
                    MartProblem.Kind.UNREACHABLE,
                    "The mart %s cannot be reached, or the connection to it was lost. Nothing of this step was kept. Check the server and its address, then run the command again."
                            .formatted(address()),
                    fault));
        }
        if (state.startsWith("28")) {
            return Optional.of(new MartProblem(
                    MartProblem.Kind.REFUSED,
                    "The mart %s refuses the user %s. Check user and password.".formatted(address(), user),
                    fault));
        }
        if (state.equals("42501")) {
            return Optional.of(new MartProblem(
                    MartProblem.Kind.REFUSED,
                    "The user %s may not do what is needed in the mart %s. It must own the schemas ledger and release, or be allowed to create them."
                            .formatted(user, address()),
                    fault));
        }
        if (state.equals("3D000")) {
            return Optional.of(new MartProblem(
                    MartProblem.Kind.UNREACHABLE,
                    "The database of the mart %s does not exist. Create it, or correct the address."
                            .formatted(address()),
                    fault));
        }
        return Optional.empty();
    }

    /** The address without what may hold a password. */
    private String address() {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
