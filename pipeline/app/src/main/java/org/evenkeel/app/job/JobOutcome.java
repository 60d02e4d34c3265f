package org.evenkeel.app.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.reports.Reports;

/**
 * What a run did, to be printed.
 *
 * @param exports the exports that were new, and what became of each
 * @param known exports that had been taken in before
 * @param releases the releases that were made
 * @param waiting why a term that is due was not released, a sentence each
 * @param next what is due next, in a sentence
 */
public record JobOutcome(
        List<ExportOutcome> exports,
        int known,
        List<ReleaseOutcome> releases,
        List<Waiting> waiting,
        Optional<String> next) {
    public JobOutcome {
        exports = List.copyOf(exports);
        releases = List.copyOf(releases);
        waiting = List.copyOf(waiting);
    }

    /**
     * An export that was new.
     *
     * @param source its source
     * @param file its file, relative to the study's folder
     * @param words what became of it: rows in, kept and rejected by reason; or why it was refused
     * @param fate whether it was taken
     */
    public record ExportOutcome(String source, String file, String words, Fate fate) {}

    /** What became of an export. */
    public enum Fate {
        TAKEN,
        REFUSED,
        /** It asks its items otherwise than earlier exports, and waits until somebody accepts it. */
        QUARANTINED
    }

    /**
     * A release that was made or drawn.
     *
     * @param id the release
     * @param term its term
     * @param shown how many figures are shown or banded
     * @param flags how many cohorts' flags it raises
     * @param reports the files that were written
     */
    public record ReleaseOutcome(String id, String term, long shown, int flags, List<Path> reports) {
        public ReleaseOutcome {
            reports = List.copyOf(reports);
        }
    }

    /** A term that is due and was not released. */
    public record Waiting(String term, String words, Cause cause) {}

    /** Why a due term waits. */
    public enum Cause {
        /** An export was refused or waits: it must be mended, accepted or taken away first. */
        REFUSED_EXPORT,
        /** Nothing of it may be published. */
        NOTHING_TO_PUBLISH
    }

    /** Results to be read: what was taken in, what was released, what is next. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        exports.stream()
                .filter(export -> export.fate() == Fate.TAKEN)
                .forEach(export ->
                        lines.add("taken     " + export.file() + " (" + export.source() + "): " + export.words()));
        if (known > 0) {
            lines.add("known     " + known + (known == 1 ? " export" : " exports") + " taken in before");
        }
        for (ReleaseOutcome release : releases) {
            lines.add("released  " + release.id() + ": " + release.shown() + " figures, "
                    + (release.flags() == 0
                            ? "no flag"
                            : release.flags() + (release.flags() == 1 ? " flag" : " flags")));
            lines.addAll(files(release));
        }
        next.ifPresent(lines::add);
        return lines;
    }

    /** The files of a release, a line each; its briefs, of which there are many, on one. */
    private static List<String> files(ReleaseOutcome release) {
        List<String> lines = new ArrayList<>();
        release.reports().stream().filter(file -> !isBrief(file)).forEach(file -> lines.add("          " + file));
        List<Path> briefs =
                release.reports().stream().filter(JobOutcome::isBrief).toList();
        if (!briefs.isEmpty()) {
            lines.add("          " + briefs.get(0).getParent() + " ("
                    + (briefs.size() == 1 ? "1 cohort brief" : briefs.size() + " cohort briefs") + ")");
        }
        return lines;
    }

    private static boolean isBrief(Path file) {
        Path folder = file.getParent();
        return folder != null && folder.endsWith(Reports.BRIEFS);
    }

    /** What a person must mend: refused exports and terms that wait. */
    public List<String> refusals() {
        List<String> lines = new ArrayList<>();
        exports.stream()
                .filter(export -> export.fate() == Fate.REFUSED)
                .forEach(export ->
                        lines.add("refused   " + export.file() + " (" + export.source() + "): " + export.words()));
        exports.stream()
                .filter(export -> export.fate() == Fate.QUARANTINED)
                .forEach(export ->
                        lines.add("waits     " + export.file() + " (" + export.source() + "): " + export.words()));
        waiting.forEach(term -> lines.add("waits     " + term.words()));
        return lines;
    }

    /** The exit code that says what happened: 3 where an export was refused, 4 where nothing due may be published, else 0. */
    public int exitCode() {
        boolean refused = exports.stream().anyMatch(export -> export.fate() != Fate.TAKEN)
                || waiting.stream().anyMatch(term -> term.cause() == Cause.REFUSED_EXPORT);
        if (refused) {
            return 3;
        }
        return releases.isEmpty() && !waiting.isEmpty() ? 4 : 0;
    }
}
