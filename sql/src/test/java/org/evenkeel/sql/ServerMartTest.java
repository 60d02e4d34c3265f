package org.evenkeel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same promises on a real PostgreSQL server, which starts in this test where the machine lets it. */
@Tag("slow")
class ServerMartTest extends MartContract {
    private static final String USER = "postgres";

    private static @Nullable EmbeddedPostgres server;
    private static int databases;

    private String database = "";

    @BeforeAll
    static void startServer() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setLocaleConfig("locale", "C");
            String binaries = System.getProperty("evenkeel.postgres", "");
            if (!binaries.isEmpty()) {
                builder.setPgBinaryResolver((system, machine) -> binary(binaries, system, machine));
            }
            server = builder.start();
            System.out.println("proof: mart on " + version());
        } catch (Exception cannotStart) {
            System.out.println("skipped: no PostgreSQL server can be started here (" + cannotStart.getMessage() + ")");
            Assumptions.abort("No PostgreSQL server can be started here: " + cannotStart.getMessage());
        }
    }

    /** The server's program out of an archive that holds it for this kind of machine. */
    private static InputStream binary(String archive, String system, String machine) throws IOException {
        String name = "postgres-" + system + "-" + machine + ".txz";
        try (ZipFile binaries = new ZipFile(archive)) {
            ZipEntry entry = binaries.getEntry(name.toLowerCase(Locale.ROOT));
            if (entry == null) {
                throw new IOException(archive + " has no " + name);
            }
            return new ByteArrayInputStream(binaries.getInputStream(entry).readAllBytes());
        }
    }

    private static String version() throws SQLException {
        try (Connection connection = running().getPostgresDatabase().getConnection()) {
            return "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    @Override
    String database() throws SQLException {
        return version();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static EmbeddedPostgres running() {
        EmbeddedPostgres started = server;
        if (started == null) {
            throw new IllegalStateException("The server has not started");
        }
        return started;
    }

    private static String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(running().getPort(), name);
    }

    @BeforeEach
    void freshDatabase() throws Exception {
        databases++;
        database = "mart" + databases;
        administrate("create database " + database);
    }

    private static void administrate(String statement) throws Exception {
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement command = connection.createStatement()) {
            command.execute(statement);
        }
    }

    @Override
    Mart open() {
        return Mart.server(url(database), USER, "");
    }

    @Override
    List<String> place() {
        return List.of("server", url(database), USER);
    }

    @Test
    void open_serverThatIsNotThere_saysSoWithoutThePassword() {
        assertThatThrownBy(() -> Mart.server("jdbc:postgresql://localhost:1/mart?password=hush", USER, "hush"))
                .hasMessageContaining("jdbc:postgresql://localhost:1/mart cannot be reached")
                .hasMessageNotContaining("hush")
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(MartProblem.Kind.UNREACHABLE);
    }

    @Test
    void open_databaseThatDoesNotExist_saysSo() {
        assertThatThrownBy(() -> Mart.server(url("nowhere"), USER, "")).hasMessageContaining("does not exist");
    }

    @Test
    void open_userWhoMayNotCreate_saysSo() throws Exception {
        administrate("create role reader" + databases + " login");
        assertThatThrownBy(() -> Mart.server(url(database), "reader" + databases, ""))
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(MartProblem.Kind.REFUSED);
    }

    @Test
    void inTransaction_serverGoesAway_saysSoAndKeepsNothing() throws Exception {
        Mart mart = open();
        assertThatThrownBy(() -> mart.inTransaction(sql -> {
                    sql.execute("insert into ledger.run values (1, 'run', 'v', 'c', now(), null, 'running', null)");
                    try {
                        administrate("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                                + database + "'");
                    } catch (Exception unexpected) {
                        throw new IllegalStateException(unexpected);
                    }
                    return sql.execute("select 1");
                }))
                .hasMessageContaining("connection to it was lost")
                .asInstanceOf(type(MartProblem.class))
                .extracting(MartProblem::kind)
                .isEqualTo(MartProblem.Kind.UNREACHABLE);
        mart.close();
        try (Mart again = open()) {
            Object runs = again.reading(sql -> sql.fetchValue("select count(*) from ledger.run"));
            assertThat(runs).hasToString("0");
        }
    }
}
