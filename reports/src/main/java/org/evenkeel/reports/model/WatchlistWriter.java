package org.evenkeel.reports.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.model.Watchlist.Change;
import org.evenkeel.reports.model.Watchlist.Course;
import org.evenkeel.reports.model.Watchlist.Entry;
import org.evenkeel.reports.model.Watchlist.Evidence;
import org.evenkeel.reports.model.Watchlist.Kind;
import org.evenkeel.reports.model.Watchlist.Point;
import org.evenkeel.reports.model.Watchlist.Since;
import org.evenkeel.reports.model.Watchlist.Standing;
import org.evenkeel.reports.model.Watchlist.Status;
import org.evenkeel.reports.model.Watchlist.Subject;
import org.evenkeel.reports.model.Watchlist.Unclear;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseControl;
import org.evenkeel.sql.release.ReleaseExam;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFigureKind;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseFunnel;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseStanding;
import org.evenkeel.sql.release.ReleaseTerm;

/** Writes the watchlist of a term. Reads nothing but releases, so what it says has been shown. */
final class WatchlistWriter {
    private final TermReport report;
    private final PublishedRelease release;
    private final ReleaseIndex now;
    private final Words words;
    private final List<ReleaseIndex> earlier;
    private final List<ReleaseIndex> parts;
    private final String period;
    private final Map<About, ReleaseFlag> flagged;
    private final Map<About, ReleaseFlag> flaggedBefore;

    /** What a flag is about. */
    private record About(String cohort, String measure) {}

    /** A week of the term, and the release that published it. */
    private record Week(ReleaseIndex release, ReleasePeriod period) {}

    WatchlistWriter(TermReport report, PublishedRelease release, List<PublishedRelease> history) {
        Require.that(
                release.header().month().isEmpty(),
                "A watchlist is about a term. Provided: %s",
                release.header().subject());
        this.report = report;
        this.release = release;
        this.now = ReleaseIndex.ofReported(release);
        this.words = now.words();
        this.period = now.periodWords();
        List<String> order = release.terms().stream()
                .sorted(Comparator.comparing(ReleaseTerm::from))
                .map(ReleaseTerm::id)
                .toList();
        this.earlier = history.stream()
                .filter(past -> past.header().month().isEmpty())
                .sorted(Comparator.comparingInt(
                        past -> order.indexOf(past.header().term())))
                .map(past -> ReleaseIndex.ofEarlier(past, words))
                .toList();
        this.parts = history.stream()
                .filter(past -> past.header().month().isPresent())
                .sorted(Comparator.comparing(past -> past.header().month().orElseThrow()))
                .map(past -> ReleaseIndex.ofEarlier(past, words))
                .toList();
        this.flagged = flagged(now);
        this.flaggedBefore = previous().map(WatchlistWriter::flagged).orElse(Map.of());
    }

    Watchlist write() {
        List<Entry> entries = new ArrayList<>();
        for (ReleaseFlag flag : flagged.values()) {
            entries.add(entry(flag, entries.size() + 1));
        }
        return new Watchlist(
                words,
                report.presentation(),
                report.cover(),
                previous().map(past -> since(past, entries)),
                entries,
                unclear(),
                report.onePage().unsaid(),
                WatchlistTexts.howToRead(words),
                report.privacy(),
                report.facts().get(0));
    }

    private Optional<ReleaseIndex> previous() {
        return earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1));
    }

    /** The red and amber flags of a release in its order, the first of each group and measure. */
    private static Map<About, ReleaseFlag> flagged(ReleaseIndex index) {
        Map<About, ReleaseFlag> found = new LinkedHashMap<>();
        index.release().flags().stream()
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .filter(flag -> level(flag) != OnePage.Level.GREY)
                .forEach(flag -> found.putIfAbsent(about(flag), flag));
        return found;
    }

    private static About about(ReleaseFlag flag) {
        return new About(flag.cohort(), flag.measure());
    }

    private static OnePage.Level level(ReleaseFlag flag) {
        return OnePage.Level.of(flag.level());
    }

    // ---- one flag

    private Entry entry(ReleaseFlag flag, int place) {
        Optional<ReleaseMeasure> measure = now.measure(flag.measure());
        List<Evidence> basis = evidence(now, flag.evidence());
        return new Entry(
                place,
                level(flag),
                status(flag),
                subject(flag),
                reason(flag, name(now, flag.cohort())),
                flag.evidence(),
                measure.flatMap(asked -> now.reading(FigureKinds.MEAN, asked, now.period(), flag.cohort())),
                measure.flatMap(asked ->
                        schoolKey().flatMap(school -> now.reading(FigureKinds.MEAN, asked, now.period(), school))),
                basis,
                measure.map(asked -> further(asked, flag)).orElse(List.of()),
                measure.flatMap(asked -> terms(asked, flag.cohort())),
                measure.flatMap(asked -> weeks(asked, flag.cohort())),
                measure.flatMap(asked -> standing(asked, flag.cohort())));
    }

    private Subject subject(ReleaseFlag flag) {
        Optional<ReleaseCohort> cohort = now.cohort(flag.cohort());
        Optional<ReleaseMeasure> measure = now.measure(flag.measure());
        return new Subject(
                name(now, flag.cohort()),
                cohort.map(ReleaseCohort::order).orElse(Integer.MAX_VALUE),
                cohort.map(found -> words.grouping(found.grouping())).orElse(""),
                title(now, flag.measure()),
                measure.map(ReleaseMeasure::order).orElse(Integer.MAX_VALUE),
                measure.map(found -> words.name(found.theme())).orElse(""),
                measure.map(found -> words.scale(found) + ", " + words.direction(found))
                        .orElse(""));
    }

    private Status status(ReleaseFlag flag) {
        if (previous().isEmpty()) {
            return Status.FIRST;
        }
        ReleaseFlag before = flaggedBefore.get(about(flag));
        if (before == null) {
            return Status.NEW;
        }
        int moved = level(flag).compareTo(level(before));
        return moved == 0 ? Status.UNCHANGED : moved < 0 ? Status.MORE_PRESSING : Status.LESS_PRESSING;
    }

    private static String reason(ReleaseFlag flag, String cohort) {
        String opening = cohort + ": ";
        return flag.sentence().startsWith(opening)
                ? Words.capitalised(flag.sentence().substring(opening.length()))
                : flag.sentence();
    }

    private static String name(ReleaseIndex index, String cohort) {
        return index.cohort(cohort).map(ReleaseCohort::name).orElse(cohort);
    }

    private static String title(ReleaseIndex index, String measure) {
        return index.measure(measure).map(ReleaseMeasure::title).orElse(measure);
    }

    private Optional<String> schoolKey() {
        return now.school().map(ReleaseCohort::key);
    }

    // ---- figures behind it

    private List<Evidence> evidence(ReleaseIndex index, List<String> ids) {
        Map<String, ReleaseFigure> byId = new LinkedHashMap<>();
        index.release().figures().forEach(figure -> byId.put(figure.id(), figure));
        List<Evidence> found = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            ReleaseFigure figure = byId.get(id);
            if (figure != null) {
                found.add(evidence(index, figure));
            }
        }
        return found;
    }

    private Evidence evidence(ReleaseIndex index, ReleaseFigure figure) {
        Reading reading = index.reading(figure);
        Optional<Reading> respondents = figure.kind().equals(FigureKinds.RESPONDENTS)
                ? Optional.empty()
                : figure.measure()
                        .flatMap(index::measure)
                        .flatMap(measure ->
                                index.reading(FigureKinds.RESPONDENTS, measure, figure.period(), figure.cohort()))
                        .or(() -> index.sourceReading(
                                FigureKinds.RESPONDENTS, figure.source(), figure.period(), figure.cohort()));
        return new Evidence(
                reading,
                index.kindTitle(figure.kind()),
                name(index, figure.cohort()),
                index.period(figure.period()).map(this::when).orElse(figure.period()),
                respondents);
    }

    private String when(ReleasePeriod period) {
        return period.week().isEmpty()
                ? words.term(period.term())
                : words.text("model.week-of", words.day(period.from()));
    }

    /** What else is published of the group on the measure in this term, and how many of it answered. */
    private List<Evidence> further(ReleaseMeasure measure, ReleaseFlag flag) {
        Set<String> cited = Set.copyOf(flag.evidence());
        Stream<ReleaseFigure> own = release.figures().stream()
                .filter(figure -> figure.period().equals(now.period()))
                .filter(figure -> figure.cohort().equals(flag.cohort()))
                .filter(figure -> figure.measure().equals(Optional.of(measure.key()))
                        || (figure.measure().isEmpty() && figure.source().equals(measure.source())));
        Stream<ReleaseFigure> school = release.figures().stream()
                .filter(figure -> figure.period().equals(now.period()))
                .filter(figure -> figure.kind().equals(FigureKinds.MEAN)
                        && figure.measure().equals(Optional.of(measure.key()))
                        && schoolKey().filter(figure.cohort()::equals).isPresent());
        List<String> kinds = now.kinds().stream().map(ReleaseFigureKind::code).toList();
        return Stream.concat(
                        own.sorted(Comparator.comparing((ReleaseFigure figure) ->
                                        figure.measure().isEmpty())
                                .thenComparingInt(figure -> kinds.indexOf(figure.kind()))
                                .thenComparingInt(ReleaseFigure::order)),
                        school)
                .filter(figure -> !cited.contains(figure.id()) && figure.state() != State.ABSENT)
                .map(figure -> evidence(now, figure))
                .toList();
    }

    // ---- over terms and weeks

    private static Axis axis(ReleaseMeasure measure) {
        return new Axis(measure.lowest(), measure.highest(), "points");
    }

    private static boolean comparable(ReleaseIndex index, ReleaseMeasure measure) {
        return index.measure(measure.key())
                .filter(then -> then.lowest().compareTo(measure.lowest()) == 0
                        && then.highest().compareTo(measure.highest()) == 0
                        && then.direction().equals(measure.direction()))
                .isPresent();
    }

    private static Optional<Reading> mean(ReleaseIndex index, ReleaseMeasure measure, String when, String cohort) {
        return comparable(index, measure) ? index.reading(FigureKinds.MEAN, measure, when, cohort) : Optional.empty();
    }

    private Point point(
            ReleaseIndex index,
            ReleaseMeasure measure,
            ReleasePeriod when,
            String cohort,
            Optional<ReleaseControl> control) {
        return new Point(
                when.week().isEmpty() ? words.term(when.term()) : words.shortDay(when.from()),
                when.week().isPresent() && hasExams(when) ? Kind.EXAMS : Kind.ORDINARY,
                mean(index, measure, when.key(), cohort),
                comparable(index, measure)
                        ? index.reading(FigureKinds.RESPONDENTS, measure, when.key(), cohort)
                        : Optional.empty(),
                schoolKey().flatMap(school -> mean(index, measure, when.key(), school)),
                control);
    }

    private Optional<Course> terms(ReleaseMeasure measure, String cohort) {
        List<Point> points = Stream.concat(earlier.stream(), Stream.of(now))
                .flatMap(index -> index.period(index.period()).stream()
                        .map(when -> point(index, measure, when, cohort, Optional.empty())))
                .toList();
        return course(measure, points);
    }

    private Optional<Course> weeks(ReleaseMeasure measure, String cohort) {
        List<Point> points = Stream.concat(parts.stream(), Stream.of(now))
                .flatMap(index -> index.weeks().stream().map(week -> new Week(index, week)))
                .sorted(Comparator.comparing(week -> week.period().from()))
                .map(week -> point(
                        week.release(),
                        measure,
                        week.period(),
                        cohort,
                        control(week.release(), measure, cohort, week.period().key())))
                .toList();
        return course(measure, points);
    }

    private static Optional<ReleaseControl> control(
            ReleaseIndex index, ReleaseMeasure measure, String cohort, String week) {
        return index.release().analysis().controls().stream()
                .filter(control -> control.measure().equals(measure.key())
                        && control.cohort().equals(cohort)
                        && control.period().equals(week))
                .findFirst();
    }

    /** A course of at least two shown means of the group. */
    private static Optional<Course> course(ReleaseMeasure measure, List<Point> points) {
        long shown = points.stream()
                .filter(point -> point.group().filter(Reading::isShown).isPresent())
                .count();
        return shown < 2 ? Optional.empty() : Optional.of(new Course(axis(measure), points));
    }

    private boolean hasExams(ReleasePeriod week) {
        return release.exams().stream().anyMatch(exam -> overlaps(exam, week));
    }

    private static boolean overlaps(ReleaseExam exam, ReleasePeriod week) {
        return !exam.from().isAfter(week.to()) && !exam.to().isBefore(week.from());
    }

    // ---- among the groups beside it

    private Optional<Standing> standing(ReleaseMeasure measure, String cohort) {
        List<ReleaseStanding> ofMeasure = release.analysis().standings().stream()
                .filter(standing -> standing.measure().equals(measure.key()))
                .toList();
        String grouping = grouping(cohort);
        return ofMeasure.stream()
                .filter(standing -> standing.cohort().equals(cohort))
                .findFirst()
                .map(own -> {
                    Optional<BigDecimal> average = release.analysis().funnels().stream()
                            .filter(funnel -> funnel.measure().equals(measure.key())
                                    && funnel.grouping().equals(grouping))
                            .map(ReleaseFunnel::centre)
                            .findFirst();
                    return new Standing(
                            axis(measure),
                            own,
                            ofMeasure.stream()
                                    .filter(other -> !other.cohort().equals(cohort)
                                            && grouping(other.cohort()).equals(grouping))
                                    .toList(),
                            average,
                            average.flatMap(centre -> worse(measure, centre, own.margin())),
                            saidOf(own));
                });
    }

    private String grouping(String cohort) {
        return now.cohort(cohort).map(ReleaseCohort::grouping).orElse("");
    }

    private static Optional<BigDecimal> worse(ReleaseMeasure measure, BigDecimal centre, BigDecimal margin) {
        return switch (measure.direction()) {
            case "higher-is-worse" -> Optional.of(centre.add(margin));
            case "higher-is-better" -> Optional.of(centre.subtract(margin));
            default -> Optional.empty();
        };
    }

    private List<String> saidOf(ReleaseStanding own) {
        List<String> said = new ArrayList<>();
        said.add(words.count(
                "model.standing.pooled",
                own.groups(),
                words.number(own.pooled()),
                words.number(own.lower()),
                words.number(own.upper())));
        said.add(words.text(
                "model.standing.likelihood", words.number(own.likelihoodWorse()), words.number(own.margin())));
        own.ranks()
                .ifPresent(ranks -> said.add(
                        ranks.best() == ranks.worst()
                                ? words.text("model.standing.place", words.number(ranks.best()))
                                : words.text(
                                        "model.standing.places",
                                        words.number(ranks.best()),
                                        words.number(ranks.worst()))));
        return said;
    }

    // ---- what is different

    private Since since(ReleaseIndex past, List<Entry> entries) {
        List<Change> changes = new ArrayList<>();
        String term = words.term(past.release().header().term());
        List<ReleaseFlag> flags = List.copyOf(flagged.values());
        for (Status status : List.of(Status.NEW, Status.MORE_PRESSING, Status.LESS_PRESSING)) {
            for (int i = 0; i < flags.size(); i++) {
                if (entries.get(i).status() == status) {
                    changes.add(changed(flags.get(i), entries.get(i), past));
                }
            }
        }
        flaggedBefore.forEach((about, flag) -> {
            if (!flagged.containsKey(about)) {
                changes.add(gone(flag, past));
            }
        });
        return new Since(term, changes);
    }

    private Change changed(ReleaseFlag flag, Entry entry, ReleaseIndex past) {
        ReleaseFlag before = flaggedBefore.get(about(flag));
        String word = Words.inSentence(entry.level().word(words));
        List<Evidence> evidence = new ArrayList<>();
        entry.mean()
                .ifPresent(mean -> evidence.add(evidenceOf(mean, entry.subject().cohort(), period)));
        String sentence;
        if (before == null) {
            sentence = words.text(
                    "model.change.new", Words.capitalised(word), meanWords(entry.mean()), pastMean(flag, past));
            past.measure(flag.measure())
                    .flatMap(asked -> past.reading(FigureKinds.MEAN, asked, past.period(), flag.cohort()))
                    .ifPresent(then ->
                            evidence.add(evidenceOf(then, entry.subject().cohort(), past.periodWords())));
        } else {
            sentence = words.text("model.change.level", level(before).word(words), word, meanWords(entry.mean()));
        }
        return new Change(
                entry.status(),
                entry.subject().cohort(),
                entry.subject().measure(),
                sentence,
                evidence,
                OptionalInt.of(entry.place()));
    }

    private String meanWords(Optional<Reading> mean) {
        return mean.filter(Reading::isShown)
                .map(reading -> words.text("model.change.mean", reading.text()))
                .orElse("");
    }

    private String pastMean(ReleaseFlag flag, ReleaseIndex past) {
        Optional<ReleaseMeasure> asked = past.measure(flag.measure());
        if (asked.isEmpty()) {
            return words.text("model.change.not-asked");
        }
        Optional<Reading> then = past.reading(FigureKinds.MEAN, asked.orElseThrow(), past.period(), flag.cohort());
        if (then.isEmpty()) {
            return words.text("model.change.not-reported");
        }
        return words.text("model.change.mean", then.orElseThrow().text());
    }

    private Evidence evidenceOf(Reading reading, String whom, String when) {
        return new Evidence(reading, words.text("model.mean"), whom, when, Optional.empty());
    }

    private Change gone(ReleaseFlag flag, ReleaseIndex past) {
        List<Evidence> evidence = new ArrayList<>();
        String cohort = name(past, flag.cohort());
        past.measure(flag.measure())
                .flatMap(asked -> past.reading(FigureKinds.MEAN, asked, past.period(), flag.cohort()))
                .ifPresent(then -> evidence.add(evidenceOf(then, cohort, past.periodWords())));
        Optional<Reading> mean = now.measure(flag.measure())
                .flatMap(asked -> now.reading(FigureKinds.MEAN, asked, now.period(), flag.cohort()));
        mean.ifPresent(reading -> evidence.add(evidenceOf(reading, cohort, period)));
        return new Change(
                Status.GONE,
                cohort,
                title(past, flag.measure()),
                words.text("model.change.gone", level(flag).word(words), pastWords(flag, past), whyGone(flag, mean)),
                evidence,
                OptionalInt.empty());
    }

    private String pastWords(ReleaseFlag flag, ReleaseIndex past) {
        return past.measure(flag.measure())
                .flatMap(asked -> past.reading(FigureKinds.MEAN, asked, past.period(), flag.cohort()))
                .filter(Reading::isShown)
                .map(reading -> words.text("model.change.mean", reading.text()))
                .orElse("");
    }

    /** Why a flag is not there any more, as far as shown figures tell. */
    private String whyGone(ReleaseFlag flag, Optional<Reading> mean) {
        Optional<ReleaseMeasure> measure = now.measure(flag.measure());
        if (measure.isEmpty()) {
            return words.text("model.change.gone-not-asked");
        }
        if (now.cohort(flag.cohort()).isEmpty() || mean.isEmpty()) {
            return words.text("model.change.gone-not-reported");
        }
        if (!mean.orElseThrow().isShown()) {
            return words.text("model.change.gone-unseen", mean.orElseThrow().text());
        }
        return words.text(
                isUnclear(flag.cohort(), measure.orElseThrow().source())
                        ? "model.change.gone-unclear"
                        : "model.change.gone-better",
                mean.orElseThrow().text());
    }

    // ---- too few answers

    private boolean isUnclear(String cohort, String source) {
        return greys().anyMatch(flag -> flag.cohort().equals(cohort)
                && now.measure(flag.measure())
                        .filter(measure -> measure.source().equals(source))
                        .isPresent());
    }

    private Stream<ReleaseFlag> greys() {
        return release.flags().stream()
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .filter(flag -> level(flag) == OnePage.Level.GREY);
    }

    private List<Unclear> unclear() {
        return greys().map(flag -> new Unclear(
                        name(now, flag.cohort()),
                        now.cohort(flag.cohort()).map(ReleaseCohort::order).orElse(Integer.MAX_VALUE),
                        now.measure(flag.measure())
                                .map(measure -> words.name(measure.source()))
                                .orElse(flag.measure()),
                        reason(flag, name(now, flag.cohort())),
                        evidence(now, flag.evidence())))
                .toList();
    }
}
