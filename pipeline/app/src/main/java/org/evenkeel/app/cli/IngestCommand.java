package org.evenkeel.app.cli;

import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;

/** {@code evenkeel ingest STUDY}: the first part of the batch job. */
@Command(name = "ingest", description = "Takes in what is new, and nothing else.")
final class IngestCommand extends JobCommand {
    IngestCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().ingest(configuration));
    }
}
