package org.evenkeel.app.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.app.config.ExportFiles;
import org.evenkeel.app.config.SourcePlans;
import org.evenkeel.core.problem.DataProblem;
import org.evenkeel.core.study.Respondents;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.SourceId;
import org.evenkeel.intake.Forgotten;
import org.evenkeel.intake.Intake;
import org.evenkeel.intake.Pseudonym;
import org.evenkeel.intake.PseudonymKey;
import org.evenkeel.intake.Rejection;
import org.evenkeel.intake.WithdrawnRespondents;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.Erasing;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.sql.ledger.Erasure;
import org.evenkeel.sql.ledger.Ledger;

/**
 * Takes people out of the lake, and keeps them out. First a lake without them is written beside the old one, then one
 * commit makes it current together with the list of who has withdrawn, then everything that is not current is deleted. A
 * run that is killed between the two is finished by the next one.
 */
final class ErasureStage {
    private final Desk desk;

    ErasureStage(Desk desk) {
        this.desk = desk;
    }

    /** Erases the respondents that the file names. */
    List<String> erase(Path file) {
        WithdrawnRespondents people = WithdrawnRespondents.read(file, idColumns());
        PseudonymKey key = desk.key();
        List<LakeFolder> current = desk.currentFolders();
        Forgotten before =
                desk.vault().withdrawn(current).orElseGet(() -> desk.vault().empty());
        Forgotten after = before.with(people, idSpaces());
        desk.say("Erasing");
        Erasing.Erased erased = erased(current, people, key);
        boolean listed = after.digests().size() > before.digests().size();
        if (listed || erased.rows() > 0) {
            LakeFolder list = desk.vault().write(after, desk.nextBatch());
            List<LakeFolder> folders = new ArrayList<>(erased.without(current));
            folders.removeIf(Vault::isWithdrawals);
            folders.add(list);
            desk.vault().write(erased.gone(), desk.nextBatch()).ifPresent(folders::add);
            desk.say("Keeping the lake without them");
            commit(folders, Erasure.Cause.REQUEST, people.size(), erased.rows(), Optional.empty());
        }
        sweep();
        List<String> lines = new ArrayList<>();
        lines.add("erased    " + people.size() + (people.size() == 1 ? " respondent" : " respondents") + ": "
                + erased.rows() + " rows of the lake, in " + erased.replaced().size() + " folders; "
                + after.digests().size() + " on the list of those who have withdrawn");
        lines.add("          What was published stays: it speaks of groups. They will not come in again.");
        unlinked()
                .forEach(source -> lines.add(
                        "note      source " + source + " has respondent: none, so nobody in it can be found"));
        lines.addAll(stillHeld(people));
        return lines;
    }

    /** Takes away what the study's retention no longer keeps. */
    void retain(Optional<Instant> asOf) {
        Optional<Instant> limit = desk.retentionLimit(asOf);
        if (limit.isEmpty()) {
            return;
        }
        List<LakeFolder> current = desk.currentFolders();
        Map<String, Instant> begins = new TreeMap<>();
        desk.study()
                .calendar()
                .terms()
                .forEach(term -> begins.put(
                        term.id().value(),
                        term.days()
                                .from()
                                .atStartOfDay(desk.study().calendar().zone())
                                .toInstant()));
        boolean old = current.stream()
                .filter(folder -> folder.holds(LakeDataset.RESPONSES) || folder.holds(LakeDataset.SCORES))
                .anyMatch(folder ->
                        begins.getOrDefault(folder.term(), limit.get()).isBefore(limit.get()));
        if (!old) {
            return;
        }
        Erasing.Erased erased =
                new Erasing(desk.lake(current)).before(current, limit.get(), begins, new BatchName(desk.nextBatch()));
        if (erased.rows() > 0) {
            desk.say("Retention: " + erased.rows() + " rows submitted before " + limit.get() + " go");
            commit(erased.without(current), Erasure.Cause.RETENTION, 0, erased.rows(), limit);
            sweep();
        }
    }

    /** Finishes what an erasure that was killed left to be deleted. */
    void finish() {
        boolean unfinished = desk.mart()
                .reading(sql -> new Ledger(sql)
                        .erasures().stream().anyMatch(erasure -> erasure.swept().isEmpty()));
        if (unfinished) {
            sweep();
        }
    }

    private void commit(
            List<LakeFolder> folders, Erasure.Cause cause, long respondents, long rows, Optional<Instant> before) {
        desk.mart().inTransaction(sql -> {
            Ledger ledger = new Ledger(sql);
            ledger.erase(desk.runNo(), desk.now(), cause, respondents, rows, before);
            return ledger.commitLake(
                    desk.runNo(), desk.now(), folders.stream().map(Desk::row).toList());
        });
    }

    private void sweep() {
        desk.say("Deleting what is not current");
        List<LakeFolder> current = desk.currentFolders();
        desk.sweepLake(current);
        desk.vault().sweep(current);
        desk.mart().inTransaction(sql -> {
            new Ledger(sql).swept(desk.now());
            return current;
        });
    }

    private Erasing.Erased erased(List<LakeFolder> current, WithdrawnRespondents people, PseudonymKey key) {
        Map<SourceId, List<Long>> pseudonyms = new TreeMap<>();
        for (Source source : desk.study().sources()) {
            boolean held = current.stream()
                    .anyMatch(folder -> folder.source().equals(source.id().value()));
            if (held && source.respondents() instanceof Respondents.Identified identified) {
                pseudonyms.put(
                        source.id(),
                        people.pseudonyms(identified.idSpace(), key).stream()
                                .map(Pseudonym::value)
                                .toList());
            }
        }
        return pseudonyms.isEmpty()
                ? Erasing.Erased.NOTHING
                : new Erasing(desk.lake(current)).respondents(current, pseudonyms, new BatchName(desk.nextBatch()));
    }

    private List<String> unlinked() {
        return desk.study().sources().stream()
                .filter(source -> source.respondents() instanceof Respondents.Unlinked)
                .map(source -> source.id().value())
                .toList();
    }

    private Set<String> idSpaces() {
        TreeSet<String> spaces = new TreeSet<>();
        desk.study().sources().forEach(source -> {
            if (source.respondents() instanceof Respondents.Identified identified) {
                spaces.add(identified.idSpace());
            }
        });
        return spaces;
    }

    private Set<String> idColumns() {
        TreeSet<String> columns = new TreeSet<>();
        desk.study().sources().forEach(source -> source.respondents().column().ifPresent(columns::add));
        return columns;
    }

    /** The school's own files that still hold rows of theirs. They are named and left alone. */
    private List<String> stillHeld(WithdrawnRespondents people) {
        Forgotten only = desk.vault().empty().with(people, idSpaces());
        Intake intake = new Intake(only);
        List<String> lines = new ArrayList<>();
        for (Source source : desk.study().sources()) {
            if (source.respondents() instanceof Respondents.Identified) {
                for (Path file : ExportFiles.of(desk.folder(), source)) {
                    lines.addAll(held(intake, source, file));
                }
            }
        }
        if (desk.study().roster() instanceof Roster.FromFile roster) {
            long rows = people.rowsIn(desk.folder().resolve(roster.path()));
            if (rows > 0) {
                lines.add("holds     " + roster.path() + " (the roster): " + rows
                        + " of their rows; take them out of it");
            }
        }
        return lines;
    }

    private List<String> held(Intake intake, Source source, Path file) {
        try {
            long rows = intake.inspect(file, SourcePlans.of(desk.study(), desk.catalogue(), source))
                    .rejected()
                    .getOrDefault(Rejection.WITHDRAWN, 0L);
            return rows == 0
                    ? List.of()
                    : List.of("holds     " + desk.shown(file) + ": " + rows
                            + " of their rows; it is the school's own file and was not touched");
        } catch (DataProblem unreadable) {
            return List.of("unknown   " + desk.shown(file) + ": it cannot be read and may still hold rows of theirs");
        }
    }
}
