package org.evenkeel.app.cli;

import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code evenkeel accept STUDY EXPORT}: somebody's word for an export that asks its items otherwise. */
@Command(
        name = "accept",
        description =
                "Takes an export deliberately that waits because its codes, wording or columns changed. From then on"
                        + " that is how the source asks.")
final class AcceptCommand extends JobCommand {
    @Parameters(
            index = "1",
            paramLabel = "EXPORT",
            description = "The file's name, or the first six or more digits of its hash.")
    @SuppressWarnings("NullAway.Init")
    private String export;

    AcceptCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().accept(configuration, export));
    }
}
