package org.evenkeel.app.cli;

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
    int work(Configuration configuration) {
        return print(job().status(configuration));
    }
}
