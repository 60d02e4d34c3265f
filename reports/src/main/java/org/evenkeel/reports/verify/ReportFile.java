package org.evenkeel.reports.verify;

import java.util.Iterator;
import java.util.Optional;

/** A report that has been opened to be read again. */
interface ReportFile extends AutoCloseable {
    /** Everything that a reader of the file can meet, in the order of {@link Block#compareTo}. Attachments and metadata are no part of it. */
    Iterator<Block> blocks();

    /** What the file keeps beside what it shows: an attached data file, line by line. Empty where it keeps none. */
    Iterator<Block> attachments();

    /** The program and version that drew the file, by its own account. */
    Optional<String> maker();

    /** The key of the one group that the file is about, by its own account; empty where it is about all of them. */
    default Optional<String> cohort() {
        return Optional.empty();
    }

    @Override
    void close();
}
