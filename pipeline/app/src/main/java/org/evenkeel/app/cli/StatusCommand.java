package org.evenkeel.app.cli;

import java.util.List;
import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;

/** {@code evenkeel status STUDY}: the ledger, to be read. */
@Command(
        name = "status",
        description = "What the ledger knows: exports, runs, releases, what waits and why, what is due.")
final class StatusCommand extends JobCommand {
    StatusCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<String> work(Configuration configuration) {
        return job().status(configuration);
    }
}
