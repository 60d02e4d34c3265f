package org.evenkeel.app.job;

import java.util.List;

/**
 * What a release was made from.
 *
 * @param version the program's version
 * @param configurationHash SHA-256 of the study file and the instruments it uses
 * @param inputHash SHA-256 over the hashes of the exports, the roster and the headcounts
 * @param exports the exports whose answers it holds
 */
record Provenance(String version, String configurationHash, String inputHash, List<ExportUsed> exports) {
    Provenance {
        exports = List.copyOf(exports);
    }

    /** An export by its source, format and hash; never by its name, which may hold a person's. */
    record ExportUsed(String source, String format, String hash) {}
}
