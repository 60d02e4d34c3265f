package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.evenkeel.app.config.ProgramVersion;
import org.evenkeel.app.job.BatchJob;
import org.evenkeel.app.job.StudyJob;

/**
 * What the program finds around it.
 *
 * @param home where Evenkeel is installed: the folder of the launcher and {@code conf}
 * @param environment the environment variables
 * @param job makes the job; called only by commands that work on a study's data
 */
record Surroundings(Path home, Map<String, String> environment, Supplier<StudyJob> job) {
    /** The system property by which the launcher says where Evenkeel is installed. */
    static final String HOME = "evenkeel.home";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofThisProcess() {
        Path home = Path.of(System.getProperty(HOME, ""));
        return new Surroundings(
                home,
                System.getenv(),
                () -> new BatchJob(new org.evenkeel.app.job.Surroundings(
                        home,
                        ProgramVersion.text(),
                        Clock.systemUTC(),
                        System.getenv(),
                        Runtime.getRuntime().availableProcessors(),
                        System.err::println)));
    }
}
