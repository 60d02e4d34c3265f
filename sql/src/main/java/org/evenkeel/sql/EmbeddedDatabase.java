package org.evenkeel.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.api.ErrorCode;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** A mart in a file of the study. The file is locked by the database while it is open. */
final class EmbeddedDatabase implements Database {
    /** Strict durability, PostgreSQL's rules for names and empty values, and no trace file that could repeat a value. */
    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

    private static final String USER = "sa";
    private static final String NO_PASSWORD = "";

    private final Path file;
    private final Path holder;
    private final String url;

    EmbeddedDatabase(Path mart) {
        Path absolute = mart.toAbsolutePath().normalize();
        this.file = absolute.resolveSibling(absolute.getFileName() + ".mv.db");
        this.holder = absolute.resolveSibling(absolute.getFileName() + ".in-use");
        this.url = "jdbc:h2:file:" + absolute + SETTINGS;
    }

    @Override
    public String name() {
        return "the mart " + file;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.H2;
    }

    @Override
    public Connection seize() throws SQLException {
        if (file.toString().contains(";")) {
            throw new MartProblem(
                    MartProblem.Kind.UNSUITABLE,
                    "The folder of %s has a semicolon in its name, which its database cannot open. Rename the folder."
                            .formatted(name()),
                    null);
        }
        @Nullable Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new MartProblem(
                    MartProblem.Kind.UNREACHABLE,
                    "%s cannot be opened: its folder does not exist. Make the folder, or name another study."
                            .formatted(sentenceStart()),
                    null);
        }
        Connection connection = DriverManager.getConnection(url, USER, NO_PASSWORD);
        forget();
        keepToOwner();
        return connection;
    }

    @Override
    public FluentConfiguration pointTo(FluentConfiguration migrations) {
        return migrations.dataSource(url, USER, NO_PASSWORD);
    }

    @Override
    public Optional<FluentConfiguration> pointWithoutTouching(FluentConfiguration migrations) {
        return Files.exists(file)
                ? Optional.of(migrations.dataSource(url + ";ACCESS_MODE_DATA=r", USER, NO_PASSWORD))
                : Optional.empty();
    }

    @Override
    public void announce(long runNo, Instant started) {
        try {
            Files.writeString(holder, "run %d, started %s".formatted(runNo, started), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void settle(Connection connection) throws SQLException {
        execute(connection, "checkpoint sync");
    }

    @Override
    public void release(Connection connection) throws SQLException {
        forget();
        execute(connection, "shutdown compact");
        keepToOwner();
    }

    @Override
    public void abandon(Connection connection) throws SQLException {
        execute(connection, "shutdown immediately");
    }

    @Override
    public Optional<MartProblem> problem(SQLException fault) {
        return switch (fault.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                Optional.of(new MartProblem(
                        MartProblem.Kind.IN_USE,
                        "%s is in use by another process%s. Wait until it has finished, then run the command again."
                                .formatted(sentenceStart(), otherProcess()),
                        fault));
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                Optional.of(new MartProblem(
                        MartProblem.Kind.DAMAGED,
                        "%s cannot be read: the file is damaged, or was written by another version of its database. Put back a copy of it."
                                .formatted(sentenceStart()),
                        fault));
            case ErrorCode.FILE_CREATION_FAILED_1,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.DATABASE_IS_READ_ONLY ->
                Optional.of(new MartProblem(
                        MartProblem.Kind.UNREACHABLE,
                        "%s cannot be written. Check who owns the file and its folder.".formatted(sentenceStart()),
                        fault));
            default -> Optional.empty();
        };
    }

    private String sentenceStart() {
        return "The mart " + file;
    }

    private String otherProcess() {
        try {
            return " (" + Files.readString(holder, StandardCharsets.UTF_8) + ")";
        } catch (IOException nothingAnnounced) {
            return "";
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(holder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private void keepToOwner() {
        try {
            if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException unchangeable) {
            throw new UncheckedIOException(unchangeable);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
