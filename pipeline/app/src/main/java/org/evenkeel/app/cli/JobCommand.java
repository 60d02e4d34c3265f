package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.job.JobOutcome;
import org.evenkeel.app.job.StudyJob;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that works on one study and prints what was done. */
abstract class JobCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "STUDY", description = "The study's folder, or the YAML file in it.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    JobCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What the command does; the exit code says what came of it. */
    abstract int work(Configuration configuration);

    final StudyJob job() {
        return surroundings.job().get();
    }

    @Override
    public final Integer call() {
        Configuration configuration = Configuration.load(surroundings.home(), study);
        Logs.keepIn(configuration.folder());
        return work(configuration);
    }

    /** Prints what a job did: results to stdout, what must be mended to stderr. */
    final int print(JobOutcome outcome) {
        print(outcome.lines());
        outcome.refusals().forEach(spec.commandLine().getErr()::println);
        return outcome.exitCode();
    }

    /** Prints results. */
    final int print(List<String> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
