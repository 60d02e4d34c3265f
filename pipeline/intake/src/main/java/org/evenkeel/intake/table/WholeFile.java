package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a whole file. */
record WholeFile(Path file) implements Content {
    @Override
    public String entry() {
        return "";
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
