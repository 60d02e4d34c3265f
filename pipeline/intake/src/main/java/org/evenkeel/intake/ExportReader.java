package org.evenkeel.intake;

import java.nio.file.Path;

/** Turns one source's export files into responses. It streams: memory does not grow with the rows' width or answers. */
public interface ExportReader {
    /**
     * Reads the whole file, says what it is and what it would give, and keeps no row. It looks for people in every column
     * that is not the platform's own, the declared id or declared to be dropped; {@link #read} of the same bytes need not.
     *
     * @throws org.evenkeel.core.problem.DataProblem when the file is not an export of this source, or holds people elsewhere
     */
    ExportReport inspect(Path file, SourcePlan plan);

    /**
     * Opens the file and hands out its responses one by one, in file order, without any identifier. The caller closes.
     *
     * @throws org.evenkeel.core.problem.DataProblem when the file is not an export of this source, now or while iterating
     */
    Responses read(Path file, SourcePlan plan, PseudonymKey key);
}
