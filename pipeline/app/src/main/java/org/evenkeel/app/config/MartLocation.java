package org.evenkeel.app.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the study's mart is. */
public sealed interface MartLocation {
    /**
     * A database in one file of the study's folder, opened by one process at a time.
     *
     * @param file the file, without its ending {@code .mv.db}
     */
    record Embedded(Path file) implements MartLocation {}

    /** A database server, reached by its JDBC address. */
    record Server(String url, Optional<String> user, Optional<Secret> password) implements MartLocation {}
}
