package org.evenkeel.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.evenkeel.app.job.StudyJob;
import org.evenkeel.app.job.StudyJobs;

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
        return new Surroundings(Path.of(System.getProperty(HOME, "")), System.getenv(), StudyJobs::standard);
    }
}
