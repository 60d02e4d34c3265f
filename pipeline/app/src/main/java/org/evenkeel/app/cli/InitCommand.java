package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.evenkeel.app.config.Starter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel init DIR}: a commented starter study and its key. */
@Command(name = "init", description = "Writes a commented starter study and its key into a new or empty folder.")
final class InitCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist yet.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Starter.write(surroundings.home(), folder, new SecureRandom())
                .forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
