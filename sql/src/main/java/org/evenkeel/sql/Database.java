package org.evenkeel.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** What differs between the databases a mart can be. */
sealed interface Database permits EmbeddedDatabase, ServerDatabase {
    /** What operating systems say when nothing more can be written: no space, a quota, or a limit on the size of a file. */
    List<String> SIGNS_OF_A_FULL_DISK =
            List.of("No space left on device", "not enough space on the disk", "Disk quota exceeded", "File too large");

    /** How sentences name it; without a password. */
    String name();

    /** The dialect it speaks. */
    SQLDialect dialect();

    /** Opens a connection that holds the mart against every other process. */
    Connection seize() throws SQLException;

    /** Tells the migrations where to go. */
    FluentConfiguration pointTo(FluentConfiguration migrations);

    /** Tells the migrations where to look without changing anything; absent where looking never changes anything. */
    Optional<FluentConfiguration> pointWithoutTouching(FluentConfiguration migrations);

    /** Lets other processes know which run holds the mart. */
    void announce(long runNo, Instant started);

    /** Makes sure that what was committed has reached the disk. */
    void settle(Connection connection) throws SQLException;

    /** Gives the mart up after work. */
    void release(Connection connection) throws SQLException;

    /** Gives the mart up at once, leaving it as it was found. */
    void abandon(Connection connection) throws SQLException;

    /** Typed access over a connection. */
    default DSLContext sql(Connection connection) {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.setConnection(connection);
        configuration.setSQLDialect(dialect());
        return configuration.dsl();
    }

    /** The problem a fault of this database stands for, where an owner can do something about it. */
    Optional<MartProblem> problem(SQLException fault);

    /** The problem anything thrown stands for: the first of its causes that an owner can do something about. */
    default Optional<MartProblem> problemBehind(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MartProblem known) {
                return Optional.of(known);
            }
            if (saysDiskFull(cause)) {
                return Optional.of(new MartProblem(
                        MartProblem.Kind.FULL,
                        "The disk is full, or no more may be written to it: %s could not be written. Nothing of this step was kept. Make room and run the command again."
                                .formatted(name()),
                        thrown));
            }
            if (cause instanceof SQLException fault) {
                Optional<MartProblem> problem = problem(fault);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean saysDiskFull(Throwable cause) {
        if (cause instanceof SQLException fault && "53100".equals(fault.getSQLState())) {
            return true;
        }
        @Nullable String message = cause.getMessage();
        return message != null && SIGNS_OF_A_FULL_DISK.stream().anyMatch(message::contains);
    }
}
