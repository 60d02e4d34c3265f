package org.evenkeel.intake;

import java.nio.file.Path;

/** The reader of every format Evenkeel understands: it recognises an export by its content and decodes it. */
public final class Intake implements ExportReader {
    @Override
    public ExportReport inspect(Path file, SourcePlan plan) {
        throw new UnsupportedOperationException("inspect " + plan.source());
    }

    @Override
    public Responses read(Path file, SourcePlan plan, PseudonymKey key) {
        throw new UnsupportedOperationException("read " + plan.source());
    }
}
