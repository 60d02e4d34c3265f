package org.evenkeel.app.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenkeel.app.config.ExportFiles;
import org.evenkeel.app.config.SourcePlans;
import org.evenkeel.app.config.StudyCheck;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.problem.UsageProblem;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Term;
import org.evenkeel.intake.ExportReport;
import org.evenkeel.intake.Forgotten;
import org.evenkeel.intake.Intake;
import org.evenkeel.intake.RosterEntry;
import org.evenkeel.intake.SourcePlan;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.Collisions;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.TakeIn;
import org.evenkeel.spark.lake.TakenIn;
import org.evenkeel.sql.ledger.Acceptance;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.Ledger;

/**
 * Takes in exports that are new: each is inspected whole, refused or taken whole, and all that are taken become current in
 * one commit. An export that is refused never stops the others.
 */
final class IntakeStage {
    private final Desk desk;
    private final Forgotten forgotten;
    private final Intake intake;

    IntakeStage(Desk desk, Optional<Instant> asOf) {
        this.desk = desk;
        this.forgotten = desk.forgotten(asOf);
        this.intake = new Intake(forgotten);
    }

    /** What the stage did. */
    record Outcome(List<JobOutcome.ExportOutcome> exports, int known) {
        static Outcome nothing() {
            return new Outcome(List.of(), 0);
        }
    }

    /** An export that can be taken. */
    private record Taken(Source source, Path file, SourcePlan plan, ExportReport report) {
        Instant newest() {
            return report.newest().orElse(Instant.EPOCH);
        }
    }

    /** An export that cannot, or not without somebody's word. */
    private record Left(
            Source source, Path file, String hash, String format, long rows, Export.Fate fate, String reason) {}

    /** What becomes of everything that is new. */
    private record Sorted(List<Taken> taken, List<Left> left, Fingerprints fingerprints) {}

    Outcome takeIn() {
        Set<String> met = desk.mart()
                .reading(sql -> new Ledger(sql)
                        .exports().stream()
                                .filter(export -> export.fate() == Export.Fate.TAKEN)
                                .map(export -> export.source() + " " + export.hash())
                                .collect(Collectors.toCollection(HashSet::new)));
        List<Taken> readable = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        int again = 0;
        for (Source source : desk.study().sources()) {
            SourcePlan plan = SourcePlans.of(desk.study(), desk.catalogue(), source);
            for (Path file : ExportFiles.of(desk.folder(), source)) {
                String hash = Hashes.ofFile(file);
                if (!met.add(source.id() + " " + hash)) {
                    again++;
                    continue;
                }
                inspect(source, plan, file, hash, readable, left);
            }
        }
        // A later export of the same survey supersedes an earlier one, whatever the files are called.
        readable.sort(Comparator.comparing(Taken::newest)
                .thenComparing(export -> export.report().hash()));
        Sorted sorted = sorted(readable, left.stream().map(this::compared).toList());
        TakenIn written = commit(sorted, Optional.empty());
        return new Outcome(words(sorted, written), again);
    }

    /**
     * Takes one export deliberately that waits because it asks its items otherwise: from now on, this is how they are asked.
     *
     * @param wanted the file's name, or the first digits of its hash
     */
    Outcome accept(String wanted) {
        Waiting waiting = new Waiting(desk);
        Waiting.Export export = waiting.only(wanted);
        Source source = desk.source(export.source());
        List<Taken> readable = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        inspect(
                source,
                SourcePlans.of(desk.study(), desk.catalogue(), source),
                export.file(),
                export.hash(),
                readable,
                left);
        Fingerprints fingerprints = new Fingerprints(desk);
        readable.forEach(one -> fingerprints.replace(one.source(), one.report().fingerprint()));
        Sorted sorted = new Sorted(readable, left, fingerprints);
        TakenIn written = commit(sorted, Optional.of(export));
        return new Outcome(words(sorted, written), 0);
    }

    /** What one export is and would give; what is wrong with it is thrown. */
    List<String> look(String wanted) {
        for (Source source : desk.study().sources()) {
            for (Path file : ExportFiles.of(desk.folder(), source)) {
                if (Waiting.isCalled(wanted, file, desk.shown(file), Hashes.ofFile(file))) {
                    SourcePlan plan = SourcePlans.of(desk.study(), desk.catalogue(), source);
                    List<String> changes = new Fingerprints(desk).changes(source, intake.fingerprint(file, plan));
                    if (!changes.isEmpty()) {
                        throw new DataProblem(drift(source, file, changes));
                    }
                    ExportReport report = intake.inspect(file, plan);
                    List<String> lines = new ArrayList<>(List.of(desk.shown(file) + " (" + source.id() + ")"));
                    lines.addAll(StudyCheck.account(report));
                    return lines;
                }
            }
        }
        throw new UsageProblem("No export of the study is called '" + wanted
                + "'. Name a file that a source's 'exports' pattern finds, or the first digits of its hash.");
    }

    private void inspect(
            Source source, SourcePlan plan, Path file, String hash, List<Taken> readable, List<Left> left) {
        desk.say("Reading " + desk.shown(file));
        try {
            readable.add(new Taken(source, file, plan, intake.inspect(file, plan)));
        } catch (DataProblem problem) {
            left.add(new Left(
                    source,
                    file,
                    hash,
                    "not recognised",
                    0,
                    Export.Fate.REFUSED,
                    String.valueOf(problem.getMessage())));
        }
    }

    /** An export of which no answer can be read any more waits as well, and says what changed. */
    private Left compared(Left refused) {
        try {
            List<String> changes = new Fingerprints(desk)
                    .changes(
                            refused.source(),
                            intake.fingerprint(
                                    refused.file(), SourcePlans.of(desk.study(), desk.catalogue(), refused.source())));
            return changes.isEmpty()
                    ? refused
                    : new Left(
                            refused.source(),
                            refused.file(),
                            refused.hash(),
                            refused.format(),
                            0,
                            Export.Fate.QUARANTINED,
                            drift(refused.source(), refused.file(), changes));
        } catch (DataProblem noExportAtAll) {
            return refused;
        }
    }

    /** In the order of the exports, each is compared with what the earlier ones have shown. */
    private Sorted sorted(List<Taken> readable, List<Left> refused) {
        Fingerprints fingerprints = new Fingerprints(desk);
        List<Taken> taken = new ArrayList<>();
        List<Left> left = new ArrayList<>(refused);
        for (Taken export : readable) {
            List<String> changes =
                    fingerprints.changes(export.source(), export.report().fingerprint());
            if (changes.isEmpty()) {
                fingerprints.add(export.source(), export.report().fingerprint());
                taken.add(export);
            } else {
                left.add(new Left(
                        export.source(),
                        export.file(),
                        export.report().hash(),
                        export.report().format(),
                        export.report().rows(),
                        Export.Fate.QUARANTINED,
                        drift(export.source(), export.file(), changes)));
            }
        }
        return new Sorted(taken, left, fingerprints);
    }

    private String drift(Source source, Path file, List<String> changes) {
        return String.format(
                Locale.ROOT,
                "%s asks otherwise than what was taken of source %s before:%n  - %s%nNothing of it was taken. If it was"
                        + " exported wrongly, export it again. If the survey was changed on purpose, declare under 'answers'"
                        + " what new codes or texts mean, and then take it: evenkeel accept %s %s",
                desk.shown(file),
                source.id(),
                String.join(String.format(Locale.ROOT, "%n  - "), changes),
                desk.folder(),
                desk.shown(file));
    }

    private TakenIn commit(Sorted sorted, Optional<Waiting.Export> accepted) {
        List<LakeFolder> current = desk.currentFolders();
        TakenIn written =
                sorted.taken().isEmpty() ? new TakenIn(List.of(), List.of(), Map.of()) : write(sorted.taken(), current);
        desk.say("Keeping what was taken in");
        return desk.mart().inTransaction(sql -> {
            Ledger ledger = new Ledger(sql);
            sorted.taken().forEach(export -> ledger.decide(row(export)));
            sorted.left().forEach(export -> ledger.decide(row(export)));
            sorted.fingerprints().keep(ledger, desk.runNo());
            accepted.filter(export -> !sorted.taken().isEmpty())
                    .ifPresent(export -> ledger.accept(
                            new Acceptance(export.source(), export.hash(), desk.user(), desk.now(), desk.runNo())));
            if (!written.folders().isEmpty()) {
                List<org.evenkeel.sql.ledger.LakeFolder> folders = new ArrayList<>();
                current.forEach(folder -> folders.add(Desk.row(folder)));
                written.folders().forEach(folder -> folders.add(Desk.row(folder)));
                ledger.commitLake(desk.runNo(), desk.now(), folders);
            }
            return written;
        });
    }

    private TakenIn write(List<Taken> taken, List<LakeFolder> current) {
        Lake lake = desk.lake(current);
        desk.say("Writing responses");
        List<org.evenkeel.spark.lake.Export> exports = taken.stream()
                .map(export -> org.evenkeel.spark.lake.Export.of(
                        export.report().hash(), export.file(), export.plan(), export.newest()))
                .toList();
        Forgotten kept = forgotten;
        TakenIn written = new TakeIn(lake, () -> new Intake(kept))
                .takeIn(exports, desk.key(), new BatchName(desk.nextBatch()), Desk.of(LakeDataset.RESPONSES, current));
        refuseCollisions(lake, current, written.folders());
        return written;
    }

    private void refuseCollisions(Lake lake, List<LakeFolder> current, List<LakeFolder> written) {
        Map<String, List<String>> sourcesBySpace = new TreeMap<>();
        for (Source source : desk.study().sources()) {
            if (source.respondents() instanceof Respondents.Identified identified) {
                sourcesBySpace
                        .computeIfAbsent(identified.idSpace(), space -> new ArrayList<>())
                        .add(source.id().value());
            }
        }
        List<RosterEntry> roster = desk.rosterEntries();
        Set<String> met = withNeighbours(written);
        sourcesBySpace.forEach((space, sources) -> {
            List<LakeFolder> folders = new ArrayList<>(Desk.of(LakeDataset.RESPONSES, current));
            folders.addAll(written);
            folders.removeIf(folder -> !sources.contains(folder.source()) || !met.contains(folder.term()));
            boolean rosterToo = desk.study().roster() instanceof Roster.FromFile file
                    && file.idSpace().equals(space);
            new Collisions(lake).refuse(space, folders, rosterToo ? roster : List.of());
        });
    }

    /** The terms that were written, and those they are linked with: only there can two people be taken for one. */
    private Set<String> withNeighbours(List<LakeFolder> written) {
        List<Term> terms = desk.study().calendar().terms();
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < terms.size(); i++) {
            String id = terms.get(i).id().value();
            if (written.stream().anyMatch(folder -> folder.term().equals(id))) {
                terms.subList(Math.max(0, i - 1), Math.min(terms.size(), i + 2))
                        .forEach(term -> met.add(term.id().value()));
            }
        }
        return met;
    }

    private Export row(Taken export) {
        SortedMap<String, Long> rejections = new TreeMap<>();
        export.report().rejected().forEach((reason, rows) -> rejections.put(reason.label(), rows));
        return new Export(
                export.source().id().value(),
                export.report().hash(),
                desk.shown(export.file()),
                export.report().format(),
                Export.Fate.TAKEN,
                Optional.empty(),
                export.report().rows(),
                export.report().kept(),
                rejections,
                export.report().newest(),
                desk.runNo());
    }

    private Export row(Left export) {
        return new Export(
                export.source().id().value(),
                export.hash(),
                desk.shown(export.file()),
                export.format(),
                export.fate(),
                Optional.of(export.reason()),
                export.rows(),
                0,
                new TreeMap<>(),
                Optional.empty(),
                desk.runNo(),
                Optional.of("evenkeel check " + desk.folder() + " --export '" + desk.shown(export.file()) + "'"));
    }

    private List<JobOutcome.ExportOutcome> words(Sorted sorted, TakenIn written) {
        List<JobOutcome.ExportOutcome> outcomes = new ArrayList<>();
        sorted.taken()
                .forEach(export -> outcomes.add(new JobOutcome.ExportOutcome(
                        export.source().id().value(),
                        desk.shown(export.file()),
                        words(export.report())
                                + news(
                                        export.report(),
                                        written.kept()
                                                .getOrDefault(export.report().hash(), 0L)),
                        JobOutcome.Fate.TAKEN)));
        sorted.left()
                .forEach(export -> outcomes.add(new JobOutcome.ExportOutcome(
                        export.source().id().value(),
                        desk.shown(export.file()),
                        export.reason(),
                        export.fate() == Export.Fate.QUARANTINED
                                ? JobOutcome.Fate.QUARANTINED
                                : JobOutcome.Fate.REFUSED)));
        return outcomes;
    }

    private static String news(ExportReport report, long news) {
        return news == report.kept() ? "" : "; " + news + " of them new or changed";
    }

    private static String words(ExportReport report) {
        String rejected = report.rejected().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + reason.getKey().label())
                .collect(Collectors.joining(", "));
        return report.format() + ": " + report.rows() + " rows, " + report.kept() + " kept"
                + (rejected.isEmpty() ? "" : ", rejected: " + rejected);
    }
}
