package org.evenkeel.intake;

import java.nio.file.Path;

/** The reader of every format Evenkeel understands: it recognises an export by its content and decodes it. */
public final class Intake implements ExportReader {
    /** Inspection keeps nothing, so its pseudonyms need no secret; they only tell rows apart. */
    private static final PseudonymKey NOBODYS = PseudonymKey.of(new byte[PseudonymKey.BYTES]);

    private final Forgotten forgotten;

    /** A reader that lets everyone in. */
    public Intake() {
        this(Forgotten.NOTHING);
    }

    /** A reader that rejects what is forgotten. */
    public Intake(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

    @Override
    public ExportReport inspect(Path file, SourcePlan plan) {
        try (Decoding decoding = new Decoding(Export.open(file, plan), NOBODYS, forgotten, Decoding.Use.INSPECTION)) {
            return decoding.report();
        }
    }

    /**
     * How the file asks its items, also where not one answer of it can be read.
     *
     * @throws org.evenkeel.core.problem.DataProblem when the file is not an export of this source
     */
    public ExportFingerprint fingerprint(Path file, SourcePlan plan) {
        try (Decoding decoding = new Decoding(Export.open(file, plan), NOBODYS, forgotten, Decoding.Use.INSPECTION)) {
            return decoding.fingerprint();
        }
    }

    @Override
    public Responses read(Path file, SourcePlan plan, PseudonymKey key) {
        return new Decoding(Export.open(file, plan), key, forgotten, Decoding.Use.READING);
    }
}
