package org.evenkeel.app.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.ExportFiles;
import org.evenkeel.core.problem.Problem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.spark.SparkSessions;
import org.evenkeel.spark.SparkSettings;
import org.evenkeel.sql.Mart;
import org.evenkeel.sql.MartProblem;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.ledger.Run;

/**
 * The batch job of one study: takes in what is new and, when a release is due, makes it and its reports. Safe to repeat, safe
 * to kill: what is current is one committed row, publishing is one transaction, and everything else is made again.
 */
public final class BatchJob implements StudyJob {
    private final Surroundings surroundings;

    /** The job in these surroundings. */
    public BatchJob(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public JobOutcome run(Configuration configuration, Optional<Instant> asOf) {
        return during("run", configuration, desk -> {
            IntakeStage.Outcome taken = new IntakeStage(desk, asOf).takeIn();
            new ErasureStage(desk).retain(asOf);
            return new ReleaseStage(desk).release(asOf, taken);
        });
    }

    @Override
    public JobOutcome ingest(Configuration configuration) {
        return during("ingest", configuration, desk -> {
            IntakeStage.Outcome taken = new IntakeStage(desk, Optional.empty()).takeIn();
            new ErasureStage(desk).retain(Optional.empty());
            return new JobOutcome(taken.exports(), taken.known(), List.of(), List.of(), Optional.empty());
        });
    }

    @Override
    public JobOutcome accept(Configuration configuration, String export) {
        return during("accept", configuration, desk -> {
            IntakeStage.Outcome taken = new IntakeStage(desk, Optional.empty()).accept(export);
            return new JobOutcome(taken.exports(), 0, List.of(), List.of(), Optional.empty());
        });
    }

    @Override
    public List<String> erase(Configuration configuration, Path respondents) {
        return during("erase", configuration, desk -> new ErasureStage(desk).erase(respondents));
    }

    @Override
    public JobOutcome release(Configuration configuration, Optional<Instant> asOf) {
        return during(
                "release", configuration, desk -> new ReleaseStage(desk).release(asOf, IntakeStage.Outcome.nothing()));
    }

    @Override
    public JobOutcome report(Configuration configuration) {
        return during("report", configuration, desk -> {
            List<JobOutcome.ReleaseOutcome> drawn = new ReportStage(desk).drawAll();
            if (drawn.isEmpty()) {
                throw new UsageProblem(
                        "There is no release to draw. Make one with: evenkeel run " + configuration.folder());
            }
            return new JobOutcome(List.of(), 0, drawn, List.of(), Optional.empty());
        });
    }

    @Override
    public List<String> look(Configuration configuration, String export) {
        try (Mart mart = Marts.open(configuration.file().mart(), surroundings.environment());
                Rows rows = new Rows(configuration, surroundings)) {
            return new IntakeStage(new Desk(configuration, surroundings, mart, rows), Optional.empty()).look(export);
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public List<String> status(Configuration configuration) {
        try (Mart mart = Marts.open(configuration.file().mart(), surroundings.environment())) {
            return Status.of(configuration, mart);
        }
    }

    @Override
    public VerifyOutcome verify(Configuration configuration, List<Path> files) {
        try (Mart mart = Marts.open(configuration.file().mart(), surroundings.environment())) {
            return new ReportVerification(configuration, mart, surroundings.version()).verify(files);
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public AuditOutcome audit(Configuration configuration) {
        try (Mart mart = Marts.open(configuration.file().mart(), surroundings.environment())) {
            return Audit.of(configuration, mart);
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    private <T> T during(String command, Configuration configuration, Function<Desk, T> work) {
        try (Mart mart = Marts.open(configuration.file().mart(), surroundings.environment());
                Rows rows = new Rows(configuration, surroundings)) {
            Desk desk = new Desk(configuration, surroundings, mart, rows);
            Run run = mart.inTransaction(sql -> new Ledger(sql)
                    .begin(
                            command,
                            surroundings.version(),
                            desk.configurationHash(),
                            surroundings.clock().instant()));
            mart.announce(run.runNo(), run.started());
            try {
                Desk at = desk.in(run);
                new ErasureStage(at).finish();
                T outcome = work.apply(at);
                mart.inTransaction(sql -> {
                    new Ledger(sql).finish(run.runNo(), surroundings.clock().instant());
                    return outcome;
                });
                return outcome;
            } catch (Problem problem) {
                mart.inTransaction(sql -> {
                    new Ledger(sql)
                            .fail(run.runNo(), surroundings.clock().instant(), String.valueOf(problem.getMessage()));
                    return problem;
                });
                throw problem;
            }
        } catch (MartProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()));
        }
    }

    /** Spark, opened when rows of people are first needed and not before: a run with nothing new starts none. */
    static final class Rows implements AutoCloseable {
        /** Bytes of exports from which on compiling plans pays. */
        private static final long LARGE_EXPORTS = 100_000_000;

        private final Path scratch;
        private final Surroundings surroundings;
        private final SparkSettings.Work work;
        private final List<SparkSession> opened = new ArrayList<>();

        Rows(Configuration configuration, Surroundings surroundings) {
            this.scratch = configuration.folder().resolve("lake").resolve(".scratch");
            this.work = work(configuration);
            this.surroundings = surroundings;
        }

        private static SparkSettings.Work work(Configuration configuration) {
            long bytes = configuration.study().sources().stream()
                    .flatMap(source -> ExportFiles.of(configuration.folder(), source).stream())
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            return bytes < LARGE_EXPORTS ? SparkSettings.Work.SMALL : SparkSettings.Work.LARGE;
        }

        SparkSession session() {
            if (opened.isEmpty()) {
                surroundings.progress().say("Starting Spark");
                opened.add(SparkSessions.open(
                        SparkSettings.local(surroundings.threads(), scratch).with(work)));
            }
            return opened.get(0);
        }

        @Override
        public void close() {
            for (SparkSession session : opened) {
                session.stop();
            }
        }
    }
}
