package org.evenkeel.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.app.config.ProgramVersion;
import org.evenkeel.app.demo.Demo;
import org.evenkeel.app.job.DemoJob;
import org.evenkeel.app.job.JobOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel demo [DIR]}: a simulated school from its exports to its reports. */
@Command(
        name = "demo",
        description = "Makes a simulated school's exports and runs its terms one after the other. Continues its own"
                + " half-made folder, refuses a foreign one.")
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            defaultValue = "demo",
            description = "A folder that is empty or does not exist yet, or a demo's own (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--seed",
            description = "Which simulated school (default: ${DEFAULT-VALUE}).",
            defaultValue = "20260907")
    private long seed;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Demo demo = Demo.prepare(folder, seed, ProgramVersion.text());
        Logs.keepIn(folder);
        List<JobOutcome> outcomes = new DemoJob(
                        surroundings.job().get(),
                        surroundings.home(),
                        spec.commandLine().getErr()::println)
                .run(demo);
        outcomes.forEach(outcome -> outcome.lines().forEach(spec.commandLine().getOut()::println));
        outcomes.forEach(
                outcome -> outcome.refusals().forEach(spec.commandLine().getErr()::println));
        return outcomes.stream().mapToInt(JobOutcome::exitCode).max().orElse(0);
    }
}
