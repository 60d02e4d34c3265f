package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings
                .job()
                .get()
                .demo(surroundings.home(), folder)
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
