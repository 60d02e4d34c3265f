package org.evenkeel.app.job;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenkeel.core.cell.Cells;
import org.evenkeel.core.cell.LinkKey;
import org.evenkeel.core.cell.Links;
import org.evenkeel.core.cell.TermPanels;
import org.evenkeel.core.disclosure.CoarserPlan;
import org.evenkeel.core.disclosure.Crowds;
import org.evenkeel.core.disclosure.Disclosure;
import org.evenkeel.core.disclosure.FigureKind;
import org.evenkeel.core.disclosure.Release;
import org.evenkeel.core.problem.NothingToPublish;
import org.evenkeel.core.statistics.AskedMeasures;
import org.evenkeel.core.statistics.EarlierTerm;
import org.evenkeel.core.statistics.GroupData;
import org.evenkeel.core.statistics.Observations;
import org.evenkeel.core.statistics.TermCells;
import org.evenkeel.core.statistics.YearLabels;
import org.evenkeel.core.statistics.reliability.ItemKeys;
import org.evenkeel.core.study.IsoWeek;
import org.evenkeel.core.study.Measure;
import org.evenkeel.core.study.Period;
import org.evenkeel.core.study.ReleaseSubject;
import org.evenkeel.core.study.Rhythm;
import org.evenkeel.core.study.Roster;
import org.evenkeel.core.study.SchoolCalendar;
import org.evenkeel.core.study.Source;
import org.evenkeel.core.study.Term;
import org.evenkeel.core.study.TermId;
import org.evenkeel.spark.cell.CellReading;
import org.evenkeel.spark.cell.CellStore;
import org.evenkeel.spark.cell.LinkReading;
import org.evenkeel.spark.cell.PanelReading;
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
 * and its cells are kept as they were: later terms are compared with what was published. Where weeks are published monthly,
 * those of a month that has passed are released before their term, from the answers given until then, and the term's
 * release leaves them out.
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
        List<ReleaseSubject> due = until.map(this::due).orElse(List.of());
        List<String> refused = taken.exports().stream()
                .filter(export -> export.fate() != JobOutcome.Fate.TAKEN)
                .map(JobOutcome.ExportOutcome::file)
                .toList();
        List<JobOutcome.Waiting> waiting = new ArrayList<>();
        for (ReleaseSubject subject : due) {
            if (!refused.isEmpty()) {
                waiting.add(new JobOutcome.Waiting(
                        subject.key(),
                        subject.words() + ": due, and waits: a release is for good, so " + String.join(", ", refused)
                                + " must be mended, accepted or taken away first.",
                        JobOutcome.Cause.REFUSED_EXPORT));
            } else {
                try {
                    release(subject, exports);
                } catch (NothingToPublish nothing) {
                    waiting.add(new JobOutcome.Waiting(
                            subject.key(), String.valueOf(nothing.getMessage()), JobOutcome.Cause.NOTHING_TO_PUBLISH));
                }
            }
        }
        List<JobOutcome.ReleaseOutcome> drawn = new ReportStage(desk).drawMissing();
        return new JobOutcome(taken.exports(), taken.known(), drawn, waiting, next(until));
    }

    private List<ReleaseSubject> due(Instant until) {
        return unreleased().stream()
                .filter(subject -> !calendar.due(subject).isAfter(until))
                .filter(this::hasAnswers)
                .toList();
    }

    /** What was not released yet, in order. The weeks of a month come before their term or not at all. */
    private List<ReleaseSubject> unreleased() {
        Set<String> released = released().stream().map(ReleaseHeader::subject).collect(Collectors.toSet());
        List<ReleaseSubject> subjects = new ArrayList<>();
        for (Term term : calendar.terms()) {
            if (!released.contains(term.id().value())) {
                months(term).forEach(month -> subjects.add(ReleaseSubject.of(term.id(), month)));
                subjects.add(ReleaseSubject.of(term.id()));
            }
        }
        subjects.removeIf(subject -> released.contains(subject.key()));
        return subjects;
    }

    private List<YearMonth> months(Term term) {
        boolean checkIns = desk.study().sources().stream().anyMatch(source -> source.rhythm() == Rhythm.CHECK_IN);
        return switch (desk.study().cadence().weekly()) {
            case TERM -> List.of();
            case MONTHLY -> checkIns ? calendar.monthsBeforeRelease(term) : List.of();
        };
    }

    private List<ReleaseHeader> released() {
        return desk.mart()
                .reading(sql -> new Releases(sql)
                        .list().stream()
                                .filter(header ->
                                        header.study().equals(desk.study().name()))
                                .toList());
    }

    private List<PublishedRelease> published() {
        return desk.mart()
                .reading(sql -> new Releases(sql)
                        .list().stream()
                                .filter(header ->
                                        header.study().equals(desk.study().name()))
                                .map(header ->
                                        new Releases(sql).find(header.id()).orElseThrow())
                                .toList());
    }

    private boolean hasAnswers(ReleaseSubject subject) {
        return Desk.of(LakeDataset.RESPONSES, desk.currentFolders()).stream()
                .anyMatch(folder -> folder.ofTerm().equals(subject.term()));
    }

    private Optional<String> next(Optional<Instant> until) {
        return unreleased().stream()
                .filter(subject -> until.isEmpty() || calendar.due(subject).isAfter(until.get()))
                .findFirst()
                .map(subject -> String.format(
                        Locale.ROOT,
                        "Next: %s%s. To release it at an instant of your choice: evenkeel run %s --as-of %s",
                        whenDue(subject),
                        until.map(instant -> " (answers so far reach to " + calendar.day(instant) + ")")
                                .orElse(""),
                        desk.folder(),
                        calendar.due(subject)));
    }

    private String whenDue(ReleaseSubject subject) {
        Term term = calendar.term(subject.term());
        return subject.month()
                .map(month -> "the weeks of " + month + ", term " + term.id() + ", due when the month has passed")
                .orElse("term " + term.id() + ", due when its cut-off day " + term.cutOff() + " has passed");
    }

    private void release(ReleaseSubject subject, List<Export> exports) {
        desk.say(subject.words() + ": scores and cells");
        List<LakeFolder> current = desk.currentFolders();
        Reading reading = new Reading(
                subject,
                current,
                desk.lake(current),
                new BatchName(String.format(Locale.ROOT, "v%06d", desk.nextVersion())));
        Read read = subject.month().isPresent() ? reading.weeks() : reading.term();
        desk.say(subject.words() + ": estimates and disclosure");
        Crowds crowds = Crowds.first(read.now());
        List<GroupData> groups = Observations.of(
                desk.study(),
                new AskedMeasures(desk.catalogue()),
                read.now(),
                read.before().map(this::published),
                spokenOf(subject));
        ItemKeys.check(groups);
        Release release =
                new Disclosure(desk.study().threshold(), FigureKind.STANDARD).release(subject, groups, crowds);
        CoarserPlan.of(release, groups, crowds).forEach(plan -> desk.say(subject.words() + ", " + plan.words()));
        Provenance provenance = provenance(exports);
        PublishedRelease published = Publication.of(
                subject.key() + "-" + id(subject, provenance),
                desk.study(),
                desk.presentation(),
                desk.catalogue(),
                release,
                read.formerly().map(then -> YearLabels.of(then, read.now())).orElse(YearLabels.UNKNOWN),
                published(),
                provenance);
        desk.say(subject.words() + ": publishing");
        LakeFolder membership = desk.vault()
                .write(
                        Membership.of(crowds, ShownTables.of(published).keys()),
                        subject.term(),
                        published.header().id());
        desk.mart().inTransaction(sql -> {
            List<org.evenkeel.sql.ledger.LakeFolder> folders = new ArrayList<>();
            current.forEach(folder -> folders.add(Desk.row(folder)));
            read.written().forEach(folder -> folders.add(Desk.row(folder)));
            folders.add(Desk.row(membership));
            new Ledger(sql).commitLake(desk.runNo(), desk.now(), folders);
            return new Releases(sql).publish(published);
        });
        desk.say(subject.words() + ": published as " + published.header().id());
    }

    /** A term that was released, with what its release shows. */
    private EarlierTerm published(TermCells cells) {
        Optional<ShownTables> shown = desk.mart()
                .reading(sql -> new Releases(sql)
                        .latest(desk.study().name(), cells.term().id().value()))
                .map(ShownTables::of);
        return new EarlierTerm(
                cells,
                shown.map(tables -> tables.showing(FigureKind.MEAN)).orElse(Map.of()),
                shown.map(tables -> tables.showing(FigureKind.SHARE_AT_RISK)).orElse(Map.of()));
    }

    /** A month speaks of its weeks, a term of itself and of the weeks that no month has published. */
    private Predicate<Period> spokenOf(ReleaseSubject subject) {
        if (subject.month().isPresent()) {
            return subject::covers;
        }
        Set<Optional<YearMonth>> published = released().stream()
                .filter(header -> header.term().equals(subject.term().value()))
                .map(ReleaseHeader::month)
                .collect(Collectors.toSet());
        return period -> subject.covers(period)
                && (period.week().isEmpty() || !published.contains(period.week().map(IsoWeek::month)));
    }

    /**
     * What estimates are made from.
     *
     * @param now the term's cells
     * @param before the cells of the term before, as they were at its release, with which changes are made
     * @param formerly the same, with which years are followed; of a month too
     * @param written the folders that become current with the release
     */
    private record Read(
            TermCells now, Optional<TermCells> before, Optional<TermCells> formerly, List<LakeFolder> written) {}

    /** The reading of rows for one release. */
    private final class Reading {
        private final Term term;
        private final TermView view;
        private final List<LakeFolder> current;
        private final Lake lake;
        private final BatchName batch;
        private final CurrentResponses responses;

        Reading(ReleaseSubject subject, List<LakeFolder> current, Lake lake, BatchName batch) {
            this.term = calendar.term(subject.term());
            this.view = TermView.of(
                    calendar, term.id(), subject.month().map(calendar::due).map(due -> due.minusNanos(1000)));
            this.current = current;
            this.lake = lake;
            this.batch = batch;
            this.responses = new CurrentResponses(lake, Desk.of(LakeDataset.RESPONSES, current));
        }

        /** The term's cells, with scores, links, cells and profiles kept: the next term is compared with them. */
        Read term() {
            TermProfiles profiles = profiles();
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
            List<SourceScales> sources = scales(desk.study().sources());
            var read = new CellReading(lake).term(view, sources, responses, profiles, batch);
            Optional<Term> earlier = calendar.before(term.id());
            Map<LinkKey, Links> links = earlier.map(
                            before -> new LinkReading(lake).between(scores(current, before), read.scores(), sources))
                    .orElse(Map.of());
            Map<Measure, TermPanels> panels =
                    new PanelReading(lake).over(upToThisTerm(), scoresOfAllTerms(read.scores()), sources);
            Cells cells = read.cells().tied(links, panels);
            CellStore store = new CellStore(lake);
            List<LakeFolder> written = new ArrayList<>(read.scores());
            written.add(store.write(cells, term.id(), batch));
            written.add(store.write(profiles.profiles(), batch));
            Optional<TermCells> before = earlier.flatMap(one -> stored(one, lake, current));
            return new Read(new TermCells(term, profiles.profiles(), cells), before, before, written);
        }

        private List<TermId> upToThisTerm() {
            return calendar.terms().stream()
                    .filter(one -> !one.days().from().isAfter(term.days().from()))
                    .map(Term::id)
                    .toList();
        }

        /** The scores that were kept at earlier releases, and these of this term. */
        private List<LakeFolder> scoresOfAllTerms(List<LakeFolder> ofThisTerm) {
            List<LakeFolder> all = new ArrayList<>(Desk.of(LakeDataset.SCORES, current));
            all.removeIf(folder -> folder.ofTerm().equals(term.id()));
            all.addAll(ofThisTerm);
            return all;
        }

        /** The cells of check-ins so far. Nothing of them is kept: the term's release reads the rows again. */
        Read weeks() {
            TermProfiles profiles = profiles();
            List<SourceScales> sources = scales(desk.study().sources().stream()
                    .filter(source -> source.rhythm() == Rhythm.CHECK_IN)
                    .toList());
            var read = new CellReading(lake).term(view, sources, responses, profiles, batch);
            lake.remove(read.scores());
            return new Read(
                    new TermCells(term, profiles.profiles(), read.cells()),
                    Optional.empty(),
                    calendar.before(term.id()).flatMap(one -> stored(one, lake, current)),
                    List.of());
        }

        private TermProfiles profiles() {
            return new ProfileReading(
                            lake,
                            desk.study().cohorts().attributes(),
                            desk.study().roster(),
                            desk.study().sources(),
                            desk.rosterEntries())
                    .term(view, responses);
        }

        private List<SourceScales> scales(List<Source> sources) {
            return sources.stream()
                    .map(source -> SourceScales.of(source, desk.catalogue()))
                    .toList();
        }
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

    private static String id(ReleaseSubject subject, Provenance provenance) {
        return Hashes.ofLines(List.of(
                        "subject " + subject,
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
