package org.evenkeel.app.cli;

import org.evenkeel.app.config.Configuration;
import org.evenkeel.app.job.AuditOutcome;
import picocli.CommandLine.Command;

/** {@code evenkeel audit STUDY}: everything released is attacked. */
@Command(
        name = "audit",
        description =
                "Attacks everything released so far: as an outsider with the releases alone, and with the proof made"
                        + " again from the vault. Ends with 4 when anything is found that must not be.")
final class AuditCommand extends JobCommand {
    AuditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    int work(Configuration configuration) {
        AuditOutcome outcome = job().audit(configuration);
        print(outcome.lines());
        return outcome.exitCode();
    }
}
