package org.evenkeel.app.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where the study's mart is. */
public sealed interface MartLocation {
    /** Dispatches on where it is. */
    <R> R match(Function<Embedded, R> embedded, Function<Server, R> server);

    /**
     * A database in one file of the study's folder, opened by one process at a time.
     *
     * @param file the file, without its ending {@code .mv.db}
     */
    record Embedded(Path file) implements MartLocation {
        @Override
        public <R> R match(Function<Embedded, R> embedded, Function<Server, R> server) {
            return embedded.apply(this);
        }
    }

    /** A database server, reached by its JDBC address. */
    record Server(String url, Optional<String> user, Optional<Secret> password) implements MartLocation {
        @Override
        public <R> R match(Function<Embedded, R> embedded, Function<Server, R> server) {
            return server.apply(this);
        }
    }
}
