package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.config.StudyCheck;
import org.evenkeel.intake.Intake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenkeel check STUDY}: what the study is and what its exports would give, without taking anything in. */
@Command(
        name = "check",
        description =
                "Reads configuration, instruments, headcounts and every export, says what each is and what it would"
                        + " give, and changes nothing.")
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The study's folder, or the YAML file in it.")
    @SuppressWarnings("NullAway.Init")
    private Path study;

    @Option(
            names = "--export",
            paramLabel = "EXPORT",
            description =
                    "Look at this export alone, by its file or the first digits of its hash, and compare it with what"
                            + " was taken before.")
    private @Nullable String export;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Configuration configuration = Configuration.load(surroundings.home(), study);
        if (export != null) {
            surroundings
                    .job()
                    .get()
                    .look(configuration, export)
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        StudyCheck check = StudyCheck.of(configuration, new Intake(), surroundings.environment());
        check.lines().forEach(spec.commandLine().getOut()::println);
        check.throwIfRefused();
        return 0;
    }
}
