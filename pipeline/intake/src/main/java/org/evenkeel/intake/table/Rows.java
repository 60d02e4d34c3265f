package org.evenkeel.intake.table;

import java.util.Iterator;

/** The records of an open table, in file order, handed out once. */
public interface Rows extends Iterator<Row>, AutoCloseable {
    @Override
    void close();
}
