package org.evenkeel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.job.AuditOutcome;
import org.evenkeel.app.job.JobOutcome;
import org.evenkeel.app.job.StudyJob;
import org.evenkeel.app.job.VerifyOutcome;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.NothingToPublish;
import org.evenkeel.core.problem.UsageProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvenkeelTest {
    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @AfterEach
    void forgetTheLog() {
        System.clearProperty(Logs.FOLDER);
    }

    private record Said(int exitCode, String results, String messages) {}

    private static Said call(Supplier<StudyJob> job, String... arguments) {
        StringWriter results = new StringWriter();
        StringWriter messages = new StringWriter();
        CommandLine commandLine = Evenkeel.commandLine(new Surroundings(HOME, Map.of(), job))
                .setOut(new PrintWriter(results))
                .setErr(new PrintWriter(messages))
                .setUsageHelpAutoWidth(false);
        int exitCode = commandLine.execute(arguments);
        return new Said(exitCode, results.toString(), messages.toString());
    }

    private static Said call(String... arguments) {
        return call(() -> new Answering(List.of()), arguments);
    }

    /** A job that says what it was asked. */
    private record Answering(List<JobOutcome.Waiting> waiting) implements StudyJob {
        @Override
        public JobOutcome run(Configuration configuration, Optional<Instant> asOf) {
            return new JobOutcome(
                    List.of(),
                    0,
                    List.of(),
                    waiting,
                    Optional.of("run " + configuration.study().name()
                            + asOf.map(at -> " as of " + at).orElse("")));
        }

        @Override
        public JobOutcome ingest(Configuration configuration) {
            throw new DataProblem("the export has no column Q1");
        }

        @Override
        public JobOutcome accept(Configuration configuration, String export) {
            throw new UsageProblem("no export waits to be accepted");
        }

        @Override
        public List<String> erase(Configuration configuration, Path respondents) {
            return List.of("erased    " + configuration.study().name());
        }

        @Override
        public List<String> look(Configuration configuration, String export) {
            return List.of("look at " + export);
        }

        @Override
        public JobOutcome release(Configuration configuration, Optional<Instant> asOf) {
            throw new NothingToPublish("nobody has answered");
        }

        @Override
        public JobOutcome report(Configuration configuration) {
            throw new IllegalStateException("alice@example.org");
        }

        @Override
        public VerifyOutcome verify(Configuration configuration, List<Path> files) {
            return new VerifyOutcome(
                    List.of("DIFFERS " + files),
                    List.of("no release in " + configuration.study().name()),
                    3);
        }

        @Override
        public AuditOutcome audit(Configuration configuration) {
            return new AuditOutcome(List.of("NOT SAFE"), List.of("Year 1 can be computed"));
        }

        @Override
        public List<String> status(Configuration configuration) {
            throw new java.io.UncheckedIOException(
                    new FileSystemException("lake/part", null, "No space left on device"));
        }
    }

    private String study() {
        assertThat(call("init", folder.toString()).exitCode()).isZero();
        return folder.toString();
    }

    @Test
    void done_is0AndResultsGoToStandardOutput() {
        assertThat(call("run", study(), "--as-of", "2027-01-09T00:00:00Z"))
                .isEqualTo(new Said(0, "run Example School of Medicine as of 2027-01-09T00:00:00Z\n", ""));
    }

    @Test
    void refusals_goToStandardErrorBesideTheResults() {
        JobOutcome.Waiting waits = new JobOutcome.Waiting(
                "2026-autumn", "Term 2026-autumn is due and waits.", JobOutcome.Cause.REFUSED_EXPORT);
        Said said = call(() -> new Answering(List.of(waits)), "run", study());
        assertThat(said)
                .isEqualTo(new Said(
                        3, "run Example School of Medicine\n", "waits     Term 2026-autumn is due and waits.\n"));
    }

    @Test
    void ourFault_is1WithAnApologyAndATraceWithoutData() throws IOException {
        Said said = call("report", study());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.results()).isEmpty();
        Path trace = folder.resolve("log/fault.txt");
        assertThat(said.messages())
                .startsWith("This is a fault of Evenkeel, not yours; we are sorry.")
                .contains(trace.toString())
                .doesNotContain("\tat ", "alice");
        assertThat(Files.readString(trace))
                .contains("java.lang.IllegalStateException\n    at org.evenkeel.app.cli.EvenkeelTest")
                .doesNotContain("alice");
    }

    @Test
    void wrongConfiguration_is2() throws IOException {
        String study = study();
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, Files.readString(file).replace("sources:", "source:"));
        Said said = call("check", study);
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages()).contains(file + ":33:1: unknown key 'source', did you mean 'sources'?");
    }

    @Test
    void fullDisk_is2() {
        Said said = call("status", study());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages()).startsWith("The disk is full, or no more may be written to it.");
    }

    @Test
    void brokenData_is3() {
        assertThat(call("ingest", study())).isEqualTo(new Said(3, "", "the export has no column Q1\n"));
    }

    @Test
    void nothingToPublish_is4() {
        assertThat(call("release", study())).isEqualTo(new Said(4, "", "nobody has answered\n"));
    }

    @Test
    void unknownCommand_isAnsweredWithTheNearest() {
        Said said = call("realease");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages()).contains("'realease'").contains("evenkeel release");
    }

    @Test
    void missingStudy_isSaid() {
        Said said = call("run");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages())
                .contains("Missing required parameter: 'STUDY'")
                .contains("evenkeel run --help");
    }

    @Test
    void noCommand_isWrongUsage() {
        Said said = call();
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.messages()).contains("Missing required subcommand");
    }

    @Test
    void version_isThatOfTheBuild() {
        Said said = call("--version");
        assertThat(said.exitCode()).isZero();
        assertThat(said.results()).matches("(?s)evenkeel \\d+\\.\\d+\\.\\d+\\S*\\nJava 1.*");
    }

    @Test
    void help_listsCommandsAndExitCodes() {
        Said said = call("--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.results())
                .contains(
                        "demo", "init", "check", "run", "ingest", "accept", "release", "report", "erase", "audit",
                        "verify", "status")
                .contains("0   done", "2   wrong usage or configuration", "4   nothing may be published")
                .doesNotContain("research");
        assertThat(call("run", "--help").results()).contains("--as-of", "3   the data broke a rule");
    }

    @Test
    void verify_findsTheStudyAboveTheFileAndEndsWithItsOutcome() {
        Path file = Path.of(study(), "reports/2026-autumn-0123456789ab/term-report.pdf");
        assertThat(call("verify", file.toString()))
                .isEqualTo(new Said(3, "DIFFERS [" + file + "]\n", "no release in Example School of Medicine\n"));
    }

    @Test
    void verify_ofAFileInNoStudy_asksForTheStudy() {
        Path file = folder.resolve("term-report.pdf");
        Said said = call("verify", file.toString());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.results()).isEmpty();
        assertThat(said.messages())
                .startsWith(file + ": no folder above it holds a study.yaml")
                .contains("--study");
    }

    @Test
    void jobIsMadeOnlyForItsCommands() {
        Supplier<StudyJob> never = () -> {
            throw new AssertionError("the job was made");
        };
        assertThat(call(never, "init", folder.toString()).exitCode()).isZero();
        assertThat(call(never, "--version").exitCode()).isZero();
    }
}
