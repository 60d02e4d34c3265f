package org.evenkeel.app.cli;

import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;

/** {@code evenkeel report STUDY}: the last part of the batch job. */
@Command(name = "report", description = "Makes the reports of the releases there are.")
final class ReportCommand extends JobCommand {
    ReportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        return print(job().report(configuration));
    }
}
