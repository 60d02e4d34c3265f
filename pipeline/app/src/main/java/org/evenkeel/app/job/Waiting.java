package org.evenkeel.app.job;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.app.config.ExportFiles;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Source;
import org.evenkeel.sql.ledger.Ledger;

/** The exports that wait until somebody accepts them, as far as their files are still there. */
final class Waiting {
    private static final int FEWEST_DIGITS = 6;

    private final Desk desk;

    Waiting(Desk desk) {
        this.desk = desk;
    }

    /** A quarantined export and its file. */
    record Export(String source, String hash, String name, Path file) {}

    /** The one that is meant. */
    Export only(String wanted) {
        List<Export> waiting = all();
        List<Export> meant = waiting.stream()
                .filter(export -> isCalled(wanted, export.file(), export.name(), export.hash()))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (waiting.isEmpty()) {
            throw new UsageProblem(
                    "No export waits to be accepted. What waits is listed by: evenkeel status " + desk.folder());
        }
        String names = waiting.stream()
                .map(export -> export.name() + " (" + export.hash().substring(0, 12) + ", " + export.source() + ")")
                .collect(Collectors.joining(", "));
        throw new UsageProblem(
                (meant.isEmpty() ? "No waiting export is called '" : meant.size() + " waiting exports are called '")
                        + wanted + "'. Name one by its file or by the first digits of its hash: " + names);
    }

    /** Whether somebody means this file: by its path, its name, or the first digits of its hash. */
    static boolean isCalled(String wanted, Path file, String shown, String hash) {
        return shown.equals(wanted)
                || file.toAbsolutePath().equals(Path.of(wanted).toAbsolutePath())
                || String.valueOf(file.getFileName()).equals(wanted)
                || (wanted.length() >= FEWEST_DIGITS && hash.startsWith(wanted));
    }

    private List<Export> all() {
        List<org.evenkeel.sql.ledger.Export> quarantined = desk.mart()
                .reading(sql -> new Ledger(sql)
                        .exports().stream()
                                .filter(export -> export.fate() == org.evenkeel.sql.ledger.Export.Fate.QUARANTINED)
                                .toList());
        return quarantined.stream()
                .flatMap(export -> desk.study().sources().stream()
                        .filter(source -> source.id().value().equals(export.source()))
                        .flatMap(source -> files(source, export.hash()).stream())
                        .map(file -> new Export(export.source(), export.hash(), desk.shown(file), file)))
                .toList();
    }

    private List<Path> files(Source source, String hash) {
        return ExportFiles.of(desk.folder(), source).stream()
                .filter(file -> Hashes.ofFile(file).equals(hash))
                .limit(1)
                .toList();
    }
}
