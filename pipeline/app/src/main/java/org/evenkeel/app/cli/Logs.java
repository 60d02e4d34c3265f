package org.evenkeel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.core.problem.UsageProblem;

/** Where this process keeps its log: in the study's folder, which must be known before the first line is logged. */
final class Logs {
    /** The system property that {@code conf/log4j2.xml} reads. */
    static final String FOLDER = "evenkeel.log.folder";

    private Logs() {}

    /** Keeps the log in the study's folder from now on. */
    static void keepIn(Path study) {
        Path folder = study.resolve("log");
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UsageProblem(
                    folder + ": the log cannot be written; allow the user that runs Evenkeel to write there");
        }
        System.setProperty(FOLDER, folder.toAbsolutePath().toString());
    }

    /** The folder of the log, once it is known. */
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of).filter(Files::isDirectory);
    }
}
