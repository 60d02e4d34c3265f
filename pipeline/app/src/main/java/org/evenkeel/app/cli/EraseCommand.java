package org.evenkeel.app.cli;

import java.nio.file.Path;
import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenkeel erase STUDY --respondents FILE}: withdrawn respondents go, for good. */
@Command(
        name = "erase",
        description =
                "Removes withdrawn respondents from everything that is kept, and keeps them out. What was published"
                        + " stays. Safe to repeat, safe to kill.")
final class EraseCommand extends JobCommand {
    @Option(
            names = "--respondents",
            paramLabel = "FILE",
            required = true,
            description = "Their ids, one a line, or a table with the id column. The file is neither kept nor logged.")
    @SuppressWarnings("NullAway.Init")
    private Path respondents;

    EraseCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().erase(configuration, respondents));
    }
}
