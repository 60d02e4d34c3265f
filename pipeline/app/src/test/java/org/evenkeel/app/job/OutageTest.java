package org.evenkeel.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenkeel.app.config.ProgramVersion;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full, or the database goes away, while a study is worked on: the run says so in a sentence, and run again once
 * that is mended it ends where it would have ended undisturbed. One moment of each in every build, all of them with
 * {@code -Pproof}.
 */
@Tag("slow")
class OutageTest {
    private static final long SEED = 20261122;
    private static final String FULL = "The disk is full, or no more may be written to it";
    private static final List<String> STAGES = List.of(
            "Writing responses",
            "Keeping what was taken in",
            "Term 2025-autumn: scores and cells",
            "Term 2025-autumn: publishing",
            "Term 2025-autumn: drawing reports");

    @TempDir
    Path folder = Path.of("unset");

    /** What happens to a run, once it says that it has reached a stage. */
    @FunctionalInterface
    private interface Outage {
        void strike() throws IOException, InterruptedException;
    }

    /** One run after another is disturbed, because every run that goes on from the start costs a school's worth of work. */
    @Test
    void run_diskFullThenDatabaseGone_endsWhereAnUndisturbedOneEnds() throws Exception {
        Random random = new Random(SEED);
        EmbeddedPostgres server = server(EmbeddedPostgres.builder());
        try {
            StudyTables expected = undisturbed(on(server, "undisturbed"));
            empty(server);
            SmallStudy study = on(server, "disturbed");
            full(study, new Full(STAGES.get(random.nextBoolean() ? 0 : 2), random.nextInt(3_000)));
            gone(study, server, STAGES.get(3 + random.nextInt(2)));
            server = again(server);
            run(study, "", () -> {});
            assertEqual(study, expected, "disturbed twice");
        } finally {
            server.close();
        }
        System.out.println(
                "proof: the disk was full in a run and the database went away in the next, both said so, and the"
                        + " third came to the end of an undisturbed one");
    }

    private SmallStudy on(EmbeddedPostgres server, String name) {
        return SmallStudy.withoutMart(folder.resolve(name))
                .everything()
                .with("mart: { url: \"jdbc:postgresql://localhost:" + server.getPort()
                        + "/postgres\", user: postgres }\n");
    }

    /** The disk takes no file beyond so many bytes from this stage on. */
    private record Full(String stage, long bytes) {}

    private static void full(SmallStudy study, Full moment) throws IOException, InterruptedException {
        String usual = limit("");
        try {
            assertThatThrownBy(() -> run(study, moment.stage(), () -> limit(Long.toString(moment.bytes()))))
                    .as(moment.toString())
                    .isInstanceOf(UsageProblem.class)
                    .hasMessageStartingWith(FULL)
                    .hasMessageEndingWith("Make room and run the command again.");
        } finally {
            limit(usual);
        }
    }

    private void gone(SmallStudy study, EmbeddedPostgres server, String stage) {
        assertThatThrownBy(() -> run(study, stage, this::kill))
                .as(stage)
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("localhost:" + server.getPort()
                        + "/postgres cannot be reached, or the connection to it was lost.")
                .hasMessageEndingWith("Check the server and its address, then run the command again.");
    }

    private static void run(SmallStudy study, String stage, Outage outage) {
        Progress progress = line -> {
            if (line.equals(stage)) {
                try {
                    outage.strike();
                } catch (IOException | InterruptedException unexpected) {
                    throw new IllegalStateException(unexpected);
                }
            }
        };
        new BatchJob(new Surroundings(
                        SmallStudy.HOME,
                        ProgramVersion.text(),
                        Clock.fixed(SmallStudy.BOTH_DUE, ZoneOffset.UTC),
                        Map.of(),
                        2,
                        progress))
                .run(study.configuration(), Optional.of(SmallStudy.FIRST_DUE));
    }

    private static StudyTables undisturbed(SmallStudy study) {
        run(study, "", () -> {});
        return StudyTables.of(study);
    }

    private static void assertEqual(SmallStudy study, StudyTables expected, String moment) {
        StudyTables tables = StudyTables.of(study);
        assertThat(tables.lake()).as(moment).isEqualTo(expected.lake());
        assertThat(tables.releases()).as(moment).isEqualTo(expected.releases());
        assertThat(tables.reports()).as(moment).isEqualTo(expected.reports()).hasSizeGreaterThan(3);
    }

    /** The system is told to write no file beyond a size: what a full disk does at that size, without a disk. */
    @Test
    @Tag("proof")
    void run_diskFullAnywhereAndRepeated_endsWhereAnUndisturbedOneEnds() throws Exception {
        StudyTables expected = undisturbed(
                SmallStudy.withoutMart(folder.resolve("undisturbed")).everything());
        List<Full> moments = STAGES.stream()
                .flatMap(stage -> Stream.of(0L, 3_000L, 30_000L).map(bytes -> new Full(stage, bytes)))
                .toList();
        for (Full moment : moments) {
            SmallStudy study = SmallStudy.withoutMart(folder.resolve("full-" + moments.indexOf(moment)))
                    .everything();
            full(study, moment);
            run(study, "", () -> {});
            assertEqual(study, expected, moment.toString());
        }
        System.out.println("proof: the disk was full at " + moments.size()
                + " moments of a run, which said so each time and came to the same end when repeated");
    }

    /** Sets the largest file that this process may write, unless it is empty; gives what it was. */
    private static String limit(String bytes) throws IOException, InterruptedException {
        String process = Long.toString(ProcessHandle.current().pid());
        try {
            String was = said("prlimit", "--pid", process, "--fsize", "--output", "SOFT", "--noheadings", "--raw");
            if (!bytes.isEmpty()) {
                said("prlimit", "--pid", process, "--fsize=" + bytes + ":");
            }
            return was;
        } catch (IOException none) {
            System.out.println("skipped: a full disk, for want of prlimit (" + none.getMessage() + ")");
            return Assumptions.abort("no prlimit on this machine");
        }
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /** The program itself on a real disk of so few bytes, where the system lets anybody make one. */
    @Test
    @Tag("proof")
    void program_onAFullDisk_exitsWith2AndASentence() throws Exception {
        StudyTables expected = undisturbed(
                SmallStudy.withoutMart(folder.resolve("undisturbed")).everything());
        Random random = new Random(SEED);
        int full = 0;
        // A mart at work takes some three and a half megabytes, and what is left over decides which stage is hit.
        List<Integer> sizes = IntStream.generate(
                        () -> random.nextBoolean() ? 60 + random.nextInt(3_900) : 3_300 + random.nextInt(500))
                .limit(16)
                .boxed()
                .toList();
        for (int size : sizes) {
            SmallStudy template =
                    SmallStudy.withoutMart(folder.resolve("template-" + size)).everything();
            Path disk = Files.createDirectory(folder.resolve("disk-" + size));
            Path left = Files.createDirectory(folder.resolve("left-" + size));
            String onDisk = String.format(
                    Locale.ROOT,
                    "mount -t tmpfs -o size=%dk tmpfs '%s' || exit 99; cp -a '%s/.' '%s'; \"$@\"; code=$?;"
                            + " cp -a '%s/.' '%s'; exit $code",
                    size,
                    disk,
                    template.folder(),
                    disk,
                    disk,
                    left);
            try (ChildProcess child = ChildProcess.start(
                    List.of("unshare", "-Urm", "sh", "-c", onDisk, "--"),
                    "run",
                    disk.toString(),
                    "--as-of",
                    SmallStudy.FIRST_DUE.toString())) {
                int code = child.end();
                if (code == 99 || child.text().startsWith("unshare:")) {
                    System.out.println("skipped: a real full disk (" + child.text() + ")");
                    return;
                }
                if (code != 0) {
                    full++;
                    assertThat(code).as(size + "k: " + child.text()).isEqualTo(2);
                    assertThat(child.text()).contains(FULL).doesNotContain("\tat ", "fault of Evenkeel");
                }
            }
            run(SmallStudy.at(left), "", () -> {});
            assertEqual(SmallStudy.at(left), expected, size + "k");
        }
        System.out.println("proof: a real disk was full in " + full + " of " + sizes.size()
                + " runs, each of which exited with 2 and came to the same end when repeated with room");
    }

    @Test
    @Tag("proof")
    void run_databaseGoneAnywhereAndRepeated_endsWhereAnUndisturbedOneEnds() throws Exception {
        EmbeddedPostgres server = server(EmbeddedPostgres.builder());
        try {
            StudyTables expected = undisturbed(on(server, "undisturbed"));
            for (String stage : STAGES) {
                empty(server);
                SmallStudy study = on(server, "gone-" + STAGES.indexOf(stage));
                gone(study, server, stage);
                server = again(server);
                run(study, "", () -> {});
                assertEqual(study, expected, stage);
            }
        } finally {
            server.close();
        }
        System.out.println("proof: the database went away at " + STAGES.size()
                + " moments of a run, which said so each time and came to the same end when repeated");
    }

    private EmbeddedPostgres server(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setLocaleConfig("locale", "C")
                    .setDataDirectory(folder.resolve("server"))
                    .setCleanDataDirectory(false)
                    .start();
        } catch (Exception cannotStart) {
            System.out.println("skipped: no PostgreSQL server can be started here (" + cannotStart.getMessage() + ")");
            return Assumptions.abort("No PostgreSQL server can be started here: " + cannotStart.getMessage());
        }
    }

    /** The same server with the same data at the same address, after it was killed. */
    private EmbeddedPostgres again(EmbeddedPostgres killed) throws IOException {
        killed.close();
        return server(EmbeddedPostgres.builder().setPort(killed.getPort()));
    }

    /** Ends the server as a power cut does, by its own process id. */
    private void kill() throws IOException {
        long process = Long.parseLong(Files.readAllLines(folder.resolve("server/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle handle = ProcessHandle.of(process).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private static void empty(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists ledger cascade; drop schema if exists release cascade");
        }
    }
}
