package org.evenkeel.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Bytes that can be read again and again from their beginning: a file's own, or those of one entry of an archive. */
public interface Content {
    /** The file they lie in. */
    Path file();

    /** The name of the entry they are; blank for a whole file. */
    String entry();

    /** The bytes from the beginning. */
    InputStream open() throws IOException;

    /** What a message calls them: the file, and the entry where there is one. */
    default String label() {
        return entry().isEmpty() ? file().toString() : file() + " (" + entry() + ")";
    }
}
