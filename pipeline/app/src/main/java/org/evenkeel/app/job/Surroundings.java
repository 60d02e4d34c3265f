package org.evenkeel.app.job;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What a job takes from the machine it runs on; nothing of it may reach a figure or a report.
 *
 * @param home where Evenkeel is installed
 * @param version the program's version
 * @param clock the clock of the ledger's entries
 * @param environment the environment variables
 * @param threads how many threads may work
 * @param progress where the job says what it is doing
 */
public record Surroundings(
        Path home, String version, Clock clock, Map<String, String> environment, int threads, Progress progress) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
