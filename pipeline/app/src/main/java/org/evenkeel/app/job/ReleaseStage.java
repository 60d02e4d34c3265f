package org.evenkeel.app.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.Disclosure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.problem.NothingToPublish;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.statistics.Observations;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Term;
import org.evenkeel.spark.cell.CellReading;
import org.evenkeel.spark.cell.CellStore;
import org.evenkeel.spark.cell.LinkReading;
import org.evenkeel.spark.cell.ProfileReading;
import org.evenkeel.spark.cell.TermProfiles;
import org.evenkeel.spark.lake.BatchName;
import org.evenkeel.spark.lake.CurrentResponses;
import org.evenkeel.spark.lake.Lake;
import org.evenkeel.spark.lake.LakeDataset;
import org.evenkeel.spark.lake.LakeFolder;
import org.evenkeel.spark.lake.TermView;
import org.evenkeel.spark.score.SourceScales;
import org.evenkeel.sql.ledger.Export;
import org.evenkeel.sql.ledger.Ledger;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.Releases;

/**
 * Releases every term that is due and has answers, in the order of the calendar. A term is computed once, at its release,
 * and its cells are kept as they were: later terms are compared with what was published.
 */
final class ReleaseStage {
    private final Desk desk;
    private final SchoolCalendar calendar;

    ReleaseStage(Desk desk) {
        this.desk = desk;
        this.calendar = desk.study().calendar();
    }

    JobOutcome release(Optional<Instant> asOf, IntakeStage.Outcome taken) {
        List<Export> exports = desk.mart().reading(sql -> new Ledger(sql).exports());
        Optional<Instant> newest =
                exports.stream().flatMap(export -> export.newest().stream()).max(Comparator.naturalOrder());
        Optional<Instant> until = asOf.or(() -> newest);
        List<Term> due = until.map(this::due).orElse(List.of());
        List<String> refused = taken.exports().stream()
                .filter(export -> export.fate() == JobOutcome.Fate.REFUSED)
                .map(JobOutcome.ExportOutcome::file)
                .toList();
        List<JobOutcome.Waiting> waiting = new ArrayList<>();
        for (Term term : due) {
            if (!refused.isEmpty()) {
                waiting.add(new JobOutcome.Waiting(
                        term.id().value(),
                        "Term " + term.id() + " is due and waits: a release is for good, so "
                                + String.join(", ", refused) + " must be mended or taken away first.",
                        JobOutcome.Cause.REFUSED_EXPORT));
            } else {
                try {
                    release(term, exports);
                } catch (NothingToPublish nothing) {
                    waiting.add(new JobOutcome.Waiting(
                            term.id().value(),
                            String.valueOf(nothing.getMessage()),
                            JobOutcome.Cause.NOTHING_TO_PUBLISH));
                }
            }
        }
        List<JobOutcome.ReleaseOutcome> drawn = new ReportStage(desk).drawMissing();
        return new JobOutcome(
                taken.exports(), taken.known(), drawn, waiting, next(until).map(this::withCadence));
    }

    private String withCadence(String next) {
        return switch (desk.study().cadence().weekly()) {
            case TERM -> next;
            case MONTHLY -> next + "\nWeeks of check-ins are published with their term in this version, not monthly.";
        };
    }

    private List<Term> due(Instant until) {
        return unreleased().stream()
                .filter(term -> !calendar.due(term).isAfter(until))
                .filter(this::hasAnswers)
                .toList();
    }

    private List<Term> unreleased() {
        List<String> released = desk.mart()
                .reading(sql -> new Releases(sql)
                        .list().stream()
                                .filter(header ->
                                        header.study().equals(desk.study().name()))
                                .map(ReleaseHeader::term)
                                .toList());
        return calendar.terms().stream()
                .filter(term -> !released.contains(term.id().value()))
                .toList();
    }

    private boolean hasAnswers(Term term) {
        return Desk.of(LakeDataset.RESPONSES, desk.currentFolders()).stream()
                .anyMatch(folder -> folder.ofTerm().equals(term.id()));
    }

    private Optional<String> next(Optional<Instant> until) {
        return unreleased().stream()
                .filter(term -> until.isEmpty() || calendar.due(term).isAfter(until.get()))
                .findFirst()
                .map(term -> String.format(
                        Locale.ROOT,
                        "Next: term %s, due when its cut-off day %s has passed%s. To release it at an instant of your"
                                + " choice: evenkeel run %s --as-of %s",
                        term.id(),
                        term.cutOff(),
                        until.map(instant -> " (answers so far reach to " + calendar.day(instant) + ")")
                                .orElse(""),
                        desk.folder(),
                        calendar.due(term)));
    }

    private void release(Term term, List<Export> exports) {
        desk.say("Term " + term.id() + ": scores and cells");
        List<LakeFolder> current = desk.currentFolders();
        Lake lake = desk.lake(current);
        BatchName batch = new BatchName(String.format(Locale.ROOT, "v%06d", desk.nextVersion()));
        List<SourceScales> sources = desk.study().sources().stream()
                .map(source -> SourceScales.of(source, desk.catalogue()))
                .toList();
        List<LakeFolder> written = new ArrayList<>();
        TermCells now = cells(term, lake, current, sources, batch, written);
        Optional<TermCells> before = calendar.before(term.id()).flatMap(earlier -> stored(earlier, lake, current));
        desk.say("Term " + term.id() + ": estimates and disclosure");
        Release release = new Disclosure(desk.study().threshold(), FigureKind.STANDARD)
                .release(
                        term.id(),
                        Observations.of(desk.study(), new AskedMeasures(desk.catalogue()), now, before),
                        Crowds.first(now));
        Provenance provenance = provenance(exports);
        PublishedRelease published = Publication.of(
                term.id() + "-" + id(term, provenance), desk.study(), desk.catalogue(), release, provenance);
        desk.mart().inTransaction(sql -> {
            List<org.evenkeel.sql.ledger.LakeFolder> folders = new ArrayList<>();
            current.forEach(folder -> folders.add(Desk.row(folder)));
            written.forEach(folder -> folders.add(Desk.row(folder)));
            new Ledger(sql).commitLake(desk.runNo(), desk.now(), folders);
            return new Releases(sql).publish(published);
        });
        desk.say("Term " + term.id() + ": published as " + published.header().id());
    }

    private TermCells cells(
            Term term,
            Lake lake,
            List<LakeFolder> current,
            List<SourceScales> sources,
            BatchName batch,
            List<LakeFolder> written) {
        TermView view = TermView.of(calendar, term.id(), Optional.empty());
        CurrentResponses responses = new CurrentResponses(lake, Desk.of(LakeDataset.RESPONSES, current));
        Roster roster = desk.study().roster();
        TermProfiles profiles = new ProfileReading(
                        lake,
                        desk.study().cohorts().attributes(),
                        roster,
                        desk.study().sources(),
                        desk.rosterEntries())
                .term(view, responses);
        profiles.counts().stream()
                .filter(count -> count.changed() + count.conflicting() + count.missing() > 0)
                .forEach(count -> desk.say(String.format(
                        Locale.ROOT,
                        "Term %s, %s, %s: of %d respondents %d changed within the term, %d conflicting, %d missing",
                        term.id(),
                        count.source(),
                        count.attribute(),
                        count.respondents(),
                        count.changed(),
                        count.conflicting(),
                        count.missing())));
        var read = new CellReading(lake).term(view, sources, responses, profiles, batch);
        Map<LinkKey, Links> links = calendar.before(term.id())
                .map(earlier -> new LinkReading(lake).between(scores(current, earlier), read.scores(), sources))
                .orElse(Map.of());
        Cells cells = new Cells(
                read.cells().respondents(),
                read.cells().moments(),
                read.cells().histograms(),
                read.cells().items(),
                links);
        CellStore store = new CellStore(lake);
        written.addAll(read.scores());
        written.add(store.write(cells, term.id(), batch));
        written.add(store.write(profiles.profiles(), batch));
        return new TermCells(term, profiles.profiles(), cells);
    }

    private static List<LakeFolder> scores(List<LakeFolder> current, Term term) {
        return Desk.of(LakeDataset.SCORES, current).stream()
                .filter(folder -> folder.ofTerm().equals(term.id()))
                .toList();
    }

    private static Optional<TermCells> stored(Term term, Lake lake, List<LakeFolder> current) {
        CellStore store = new CellStore(lake);
        Optional<LakeFolder> cells = ofTerm(LakeDataset.CELLS, current, term);
        Optional<LakeFolder> profiles = ofTerm(LakeDataset.PROFILES, current, term);
        return cells.flatMap(
                folder -> profiles.map(names -> new TermCells(term, store.profiles(names), store.cells(folder))));
    }

    private static Optional<LakeFolder> ofTerm(LakeDataset dataset, List<LakeFolder> current, Term term) {
        return Desk.of(dataset, current).stream()
                .filter(folder -> folder.ofTerm().equals(term.id()))
                .findFirst();
    }

    private Provenance provenance(List<Export> exports) {
        List<Provenance.ExportUsed> used = exports.stream()
                .filter(export -> export.fate() == Export.Fate.TAKEN)
                .map(export -> new Provenance.ExportUsed(export.source(), export.format(), export.hash()))
                .sorted(Comparator.comparing(Provenance.ExportUsed::source).thenComparing(Provenance.ExportUsed::hash))
                .toList();
        List<String> lines = new ArrayList<>();
        used.forEach(export -> lines.add(export.source() + " " + export.hash()));
        lines.add("headcounts " + Hashes.ofLines(List.of(headcountLines())));
        if (desk.study().roster() instanceof Roster.FromFile file) {
            lines.add("roster " + Hashes.ofFile(desk.folder().resolve(file.path())));
        }
        return new Provenance(desk.version(), desk.configurationHash(), Hashes.ofLines(lines), used);
    }

    private String[] headcountLines() {
        return desk.study().headcounts().rows().stream()
                .map(row -> row.term() + " " + new java.util.TreeMap<>(row.values()) + " " + row.students())
                .toArray(String[]::new);
    }

    private static String id(Term term, Provenance provenance) {
        return Hashes.ofLines(List.of(
                        "term " + term.id(),
                        "inputs " + provenance.inputHash(),
                        "configuration " + provenance.configurationHash(),
                        "version " + provenance.version()))
                .substring(0, 12);
    }

    /** Figures a reader sees: shown or banded. */
    static long seen(PublishedRelease release) {
        return release.figures().stream()
                .filter(figure ->
                        figure.state() == ReleaseFigure.State.SHOWN || figure.state() == ReleaseFigure.State.BANDED)
                .count();
    }
}
