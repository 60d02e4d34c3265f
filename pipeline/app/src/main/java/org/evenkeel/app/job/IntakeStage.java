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
import java.util.stream.Collectors;
import org.evenkeel.app.config.ExportFiles;
import org.evenkeel.app.config.SourcePlans;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.intake.ExportReport;
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
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.Ledger;

/**
 * Takes in exports that are new: each is inspected whole, refused or taken whole, and all that are taken become current in
 * one commit. An export that is refused never stops the others.
 */
final class IntakeStage {
    private final Desk desk;
    private final Intake intake = new Intake();

    IntakeStage(Desk desk) {
        this.desk = desk;
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

    /** An export that cannot. */
    private record Refused(Source source, Path file, String hash, String reason) {}

    Outcome takeIn() {
        Set<String> known = desk.mart()
                .reading(sql -> new Ledger(sql)
                        .exports().stream()
                                .filter(export -> export.fate() == Export.Fate.TAKEN)
                                .map(export -> export.source() + " " + export.hash())
                                .collect(Collectors.toSet()));
        Set<String> met = new HashSet<>(known);
        List<Taken> taken = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        int again = 0;
        for (Source source : desk.study().sources()) {
            SourcePlan plan = SourcePlans.of(desk.study(), desk.catalogue(), source);
            for (Path file : ExportFiles.of(desk.folder(), source)) {
                String hash = Hashes.ofFile(file);
                if (!met.add(source.id() + " " + hash)) {
                    again++;
                    continue;
                }
                desk.say("Reading " + shown(file));
                try {
                    taken.add(new Taken(source, file, plan, intake.inspect(file, plan)));
                } catch (DataProblem problem) {
                    refused.add(new Refused(source, file, hash, String.valueOf(problem.getMessage())));
                }
            }
        }
        // A later export of the same survey supersedes an earlier one, whatever the files are called.
        taken.sort(Comparator.comparing(Taken::newest)
                .thenComparing(export -> export.report().hash()));
        commit(taken, refused);
        return new Outcome(words(taken, refused), again);
    }

    private void commit(List<Taken> taken, List<Refused> refused) {
        List<LakeFolder> current = desk.currentFolders();
        List<LakeFolder> written = taken.isEmpty() ? List.of() : write(taken, current);
        desk.mart().inTransaction(sql -> {
            Ledger ledger = new Ledger(sql);
            taken.forEach(export -> ledger.decide(row(export)));
            refused.forEach(export -> ledger.decide(row(export)));
            if (!written.isEmpty()) {
                List<org.evenkeel.sql.ledger.LakeFolder> folders = new ArrayList<>();
                current.forEach(folder -> folders.add(Desk.row(folder)));
                written.forEach(folder -> folders.add(Desk.row(folder)));
                ledger.commitLake(desk.runNo(), desk.now(), folders);
            }
            return written;
        });
    }

    private List<LakeFolder> write(List<Taken> taken, List<LakeFolder> current) {
        Lake lake = desk.lake(current);
        desk.say("Writing responses");
        List<org.evenkeel.spark.lake.Export> exports = taken.stream()
                .map(export -> org.evenkeel.spark.lake.Export.of(export.report().hash(), export.file(), export.plan()))
                .toList();
        BatchName batch = new BatchName(String.format(Locale.ROOT, "v%06d", desk.nextVersion()));
        TakenIn written = new TakeIn(lake).takeIn(exports, desk.key(), batch);
        refuseCollisions(lake, current, written.folders());
        return written.folders();
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
        sourcesBySpace.forEach((space, sources) -> {
            List<LakeFolder> folders = new ArrayList<>(Desk.of(LakeDataset.RESPONSES, current));
            folders.addAll(written);
            folders.removeIf(folder -> !sources.contains(folder.source()));
            boolean rosterToo = desk.study().roster() instanceof Roster.FromFile file
                    && file.idSpace().equals(space);
            new Collisions(lake).refuse(space, folders, rosterToo ? roster : List.of());
        });
    }

    private Export row(Taken export) {
        SortedMap<String, Long> rejections = new TreeMap<>();
        export.report().rejected().forEach((reason, rows) -> rejections.put(reason.label(), rows));
        return new Export(
                export.source().id().value(),
                export.report().hash(),
                shown(export.file()),
                export.report().format(),
                Export.Fate.TAKEN,
                Optional.empty(),
                export.report().rows(),
                export.report().kept(),
                rejections,
                export.report().newest(),
                desk.runNo());
    }

    private Export row(Refused export) {
        return new Export(
                export.source().id().value(),
                export.hash(),
                shown(export.file()),
                "not recognised",
                Export.Fate.REFUSED,
                Optional.of(export.reason()),
                0,
                0,
                new TreeMap<>(),
                Optional.empty(),
                desk.runNo());
    }

    private List<JobOutcome.ExportOutcome> words(List<Taken> taken, List<Refused> refused) {
        List<JobOutcome.ExportOutcome> outcomes = new ArrayList<>();
        taken.forEach(export -> outcomes.add(new JobOutcome.ExportOutcome(
                export.source().id().value(), shown(export.file()), words(export.report()), JobOutcome.Fate.TAKEN)));
        refused.forEach(export -> outcomes.add(new JobOutcome.ExportOutcome(
                export.source().id().value(), shown(export.file()), export.reason(), JobOutcome.Fate.REFUSED)));
        return outcomes;
    }

    private static String words(ExportReport report) {
        String rejected = report.rejected().entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getValue() + " " + reason.getKey().label())
                .collect(Collectors.joining(", "));
        return report.format() + ": " + report.rows() + " rows, " + report.kept() + " kept"
                + (rejected.isEmpty() ? "" : ", rejected: " + rejected)
                + report.remarks().stream()
                        .map(remark -> "\n            " + remark)
                        .collect(Collectors.joining());
    }

    private String shown(Path file) {
        return file.startsWith(desk.folder())
                ? desk.folder().relativize(file).toString().replace('\\', '/')
                : file.getFileName().toString();
    }
}
