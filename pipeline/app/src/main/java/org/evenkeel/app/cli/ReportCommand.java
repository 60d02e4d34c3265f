package org.evenkeel.app.cli;

import java.util.List;
import org.evenkeel.app.config.Configuration;
import picocli.CommandLine.Command;

/** {@code evenkeel report STUDY}: the last part of the batch job. */
@Command(name = "report", description = "Makes the reports of the releases there are.")
final class ReportCommand extends JobCommand {
    ReportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<String> work(Configuration configuration) {
        return job().report(configuration);
    }
}
