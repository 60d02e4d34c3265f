package org.evenkeel.app.cli;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel run STUDY}: the batch job. */
@Command(
        name = "run",
        description =
                "Takes in what is new and, when a release is due, makes it and its reports; otherwise says when. Safe to repeat, safe to kill.")
final class RunCommand extends JobCommand {
    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Work at this instant, such as 2027-01-09T00:00:00Z (default: the newest response taken in).")
    private @Nullable Instant asOf;

    RunCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().run(configuration, Optional.ofNullable(asOf)));
    }
}
