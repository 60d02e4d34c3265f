package org.evenkeel.app.cli;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.app.config.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel release STUDY}: the second part of the batch job. */
@Command(name = "release", description = "Makes the releases that are due from what was taken in.")
final class ReleaseCommand extends JobCommand {
    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description = "Work at this instant, such as 2027-01-09T00:00:00Z (default: the newest response taken in).")
    private @Nullable Instant asOf;

    ReleaseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().release(configuration, Optional.ofNullable(asOf)));
    }
}
