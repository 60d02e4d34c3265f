package org.evenkeel.intake;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The responses of one open export, in file order, handed out once. */
public interface Responses extends Iterator<ExportResponse>, AutoCloseable {
    @Override
    void close();

    /** The same responses as a stream, which closes the export when it is closed. */
    default Stream<ExportResponse> stream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }
}
