package org.evenkeel.reports.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.reports.model.CohortBrief.Answer;
import org.evenkeel.reports.model.CohortBrief.InWords;
import org.evenkeel.reports.model.CohortBrief.Row;
import org.evenkeel.reports.model.CohortBrief.Weight;
import org.evenkeel.reports.model.DotChart.Standing;
import org.evenkeel.reports.words.Words;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePresentation.Contact;
import org.evenkeel.sql.release.ReleasePresentation.Purpose;
import org.evenkeel.sql.release.ReleaseSource;

/** Writes the briefs of a release about a term. Reads nothing but releases, so what they say has been shown. */
final class CohortBriefWriter {
    private static final int MOST_NAMES = 4;

    private final TermReport report;
    private final Watchlist watchlist;
    private final Chronicle chronicle;
    private final ReleaseIndex now;
    private final Words words;
    private final BriefCharts charts;
    private final Map<String, String> slugs;
    private final Map<String, List<FigureLine>> ofCohort = new LinkedHashMap<>();
    private final Map<String, FigureLine> byId = new LinkedHashMap<>();

    CohortBriefWriter(
            TermReport report, Watchlist watchlist, PublishedRelease release, List<PublishedRelease> history) {
        Require.that(
                release.header().month().isEmpty(),
                "Cohort briefs are about a term. Provided: %s",
                release.header().subject());
        this.report = report;
        this.watchlist = watchlist;
        this.chronicle = Chronicle.of(release, history);
        this.now = chronicle.now();
        this.words = Words.of(release.presentation().language());
        this.charts = new BriefCharts(chronicle, words);
        this.slugs =
                CohortSlugs.of(now.cohorts().stream().map(ReleaseCohort::key).toList());
        report.figures().forEach(line -> {
            if (line.release().equals(release.header().id())) {
                ofCohort.computeIfAbsent(line.cohort(), cohort -> new ArrayList<>())
                        .add(line);
            }
            byId.put(line.reading().id(), line);
        });
        Stream.concat(chronicle.earlier().stream(), chronicle.parts().stream()).forEach(past -> {
            Map<String, String> titles = TidyFigures.periodTitles(past);
            past.release().figures().stream()
                    .filter(figure -> figure.kind().equals(FigureKinds.MEAN))
                    .forEach(figure ->
                            byId.putIfAbsent(past.prefixed(figure.id()), TidyFigures.line(past, figure, titles)));
        });
    }

    /** The groups that have a brief: all but the school, of which at least one mean of the term is shown. */
    List<ReleaseCohort> cohorts() {
        return now.cohorts().stream()
                .filter(cohort -> !ReleaseIndex.isSchool(cohort))
                .filter(cohort -> now.measures().stream()
                        .anyMatch(measure ->
                                mean(measure, cohort).filter(Reading::isShown).isPresent()))
                .toList();
    }

    CohortBrief write(ReleaseCohort cohort) {
        List<CohortBrief.Flag> flags = flags(cohort);
        List<Row> rows = rows(cohort);
        List<Answer> answered = answered(cohort);
        List<ChartSpec> drawn = charts.write(cohort, leading(cohort));
        Cover cover = report.cover();
        return new CohortBrief(
                new Cover(
                        cover.school(),
                        words.text("brief.kind"),
                        cover.subject(),
                        cover.span(),
                        cover.onePage(),
                        cover.asOf(),
                        cover.asOfText(),
                        cover.simulated(),
                        cover.release(),
                        cover.version(),
                        cover.program(),
                        cover.appearance()),
                words,
                cohort.key(),
                slug(cohort),
                cohort.name(),
                words.text("brief.division", Words.inSentence(words.grouping(cohort.grouping()))),
                answered,
                flags,
                words.text(withoutFlag(cohort, rows)),
                chronicle.previousTerm(),
                rows,
                unsaid(cohort, rows),
                drawn,
                contacts(),
                figures(cohort, rows, drawn));
    }

    /** The name of the group's file, without an ending. */
    String slug(ReleaseCohort cohort) {
        return Optional.ofNullable(slugs.get(cohort.key())).orElseThrow();
    }

    private Optional<Reading> mean(ReleaseMeasure measure, ReleaseCohort cohort) {
        return now.reading(FigureKinds.MEAN, measure, now.period(), cohort.key());
    }

    private static boolean isShown(Optional<Reading> reading) {
        return reading.filter(Reading::isShown).isPresent();
    }

    // ---- who answered

    private List<Answer> answered(ReleaseCohort cohort) {
        List<Answer> answers = new ArrayList<>();
        sources()
                .forEach(source -> now.sourceReading(FigureKinds.RESPONDENTS, source.id(), now.period(), cohort.key())
                        .filter(reading -> reading.state() != State.ABSENT)
                        .ifPresent(reading -> answers.add(answer(source, cohort, reading))));
        return answers;
    }

    private Stream<ReleaseSource> sources() {
        return now.release().sources().stream()
                .sorted(Comparator.comparingInt(ReleaseSource::order).thenComparing(ReleaseSource::id));
    }

    private Optional<Reading> rate(ReleaseSource source, ReleaseCohort cohort) {
        return now.sourceReading(FigureKinds.RESPONSE_RATE, source.id(), now.period(), cohort.key());
    }

    private Answer answer(ReleaseSource source, ReleaseCohort cohort, Reading respondents) {
        String name = words.name(source.id());
        if (respondents.state() == State.WITHHELD) {
            return new Answer(words.text("brief.answered.hidden", name, respondents.text()), List.of());
        }
        return rate(source, cohort)
                .filter(rate -> rate.isShown() || rate.state() == State.BANDED)
                .map(rate -> new Answer(
                        words.text("brief.answered.rate", name, respondents.text(), rate.text()),
                        List.of(respondents.id(), rate.id())))
                .orElseGet(() -> new Answer(
                        words.text("brief.answered.count", name, respondents.text()), List.of(respondents.id())));
    }

    // ---- flags

    private Stream<Watchlist.Entry> entries(ReleaseCohort cohort) {
        return watchlist.entries().stream()
                .filter(entry -> entry.subject().cohortOrder() == cohort.order()
                        && entry.subject().cohort().equals(cohort.name()));
    }

    private List<CohortBrief.Flag> flags(ReleaseCohort cohort) {
        List<CohortBrief.Flag> flags = new ArrayList<>();
        entries(cohort)
                .forEach(entry -> flags.add(new CohortBrief.Flag(
                        entry.level(),
                        word(entry.level()),
                        words.text("brief.flag", entry.subject().measure(), entry.reason()),
                        status(entry.status()),
                        entry.cited())));
        watchlist.unclear().stream()
                .filter(unclear -> unclear.cohortOrder() == cohort.order()
                        && unclear.cohort().equals(cohort.name()))
                .forEach(unclear -> flags.add(new CohortBrief.Flag(
                        OnePage.Level.GREY,
                        word(OnePage.Level.GREY),
                        words.text("brief.flag", unclear.source(), unclear.sentence()),
                        "",
                        unclear.evidence().stream()
                                .map(evidence -> evidence.reading().id())
                                .toList())));
        return flags;
    }

    /** What is said of a group without a flag: why, where a reader of its figures might ask. */
    private String withoutFlag(ReleaseCohort cohort, List<Row> rows) {
        boolean worse = now.measures().stream()
                .anyMatch(measure -> mean(measure, cohort)
                        .map(mean -> GroupWriter.standing(mean, chronicle.ofSchool(FigureKinds.MEAN, measure)))
                        .filter(standing -> judged(measure, standing).equals("worse"))
                        .isPresent());
        if (worse) {
            return "brief.flags.none.worse";
        }
        return rows.stream().allMatch(row -> isShown(row.mean())) ? "brief.flags.none" : "brief.flags.none.withheld";
    }

    private String word(OnePage.Level level) {
        return words.text(
                switch (level) {
                    case RED -> "brief.level.red";
                    case AMBER -> "brief.level.amber";
                    case GREY -> "brief.level.grey";
                });
    }

    private String status(Watchlist.Status status) {
        String term = chronicle.previousTerm().orElse("");
        return switch (status) {
            case NEW -> words.text("brief.status.new", term);
            case MORE_PRESSING -> words.text("brief.status.more", term);
            case LESS_PRESSING -> words.text("brief.status.less", term);
            case UNCHANGED -> words.text("brief.status.same", term);
            case GONE, FIRST -> "";
        };
    }

    // ---- figures beside the school's

    private List<Row> rows(ReleaseCohort cohort) {
        List<Row> rows = new ArrayList<>();
        for (ReleaseMeasure measure : now.measures()) {
            mean(measure, cohort).ifPresent(mean -> {
                Optional<Reading> school = chronicle.ofSchool(FigureKinds.MEAN, measure);
                Optional<Reading> change = now.reading(FigureKinds.CHANGE, measure, now.period(), cohort.key());
                rows.add(new Row(
                        measure.title(),
                        charts.scale(measure),
                        Optional.of(mean),
                        school,
                        change,
                        inWords(measure, mean, school, change)));
            });
        }
        return rows;
    }

    private InWords inWords(ReleaseMeasure measure, Reading mean, Optional<Reading> school, Optional<Reading> change) {
        if (!mean.isShown()) {
            return new InWords("", Weight.OPEN);
        }
        Standing standing = GroupWriter.standing(mean, school);
        String where = isShown(school) ? words.text("brief.standing." + judged(measure, standing)) : "";
        Standing moved = change.filter(Reading::hasInterval)
                .map(CohortBriefWriter::moved)
                .orElse(Standing.ALONGSIDE);
        boolean still = moved == Standing.ALONGSIDE;
        String course = still ? "" : words.text("brief.course." + judged(measure, moved));
        return new InWords(
                where.isEmpty() || still
                        ? where + Words.capitalised(course)
                        : words.text("brief.words.both", where, course),
                standing == Standing.ALONGSIDE && still ? Weight.OPEN : Weight.CLEAR);
    }

    private static Standing moved(Reading change) {
        if (change.lower().orElseThrow().signum() > 0) {
            return Standing.ABOVE;
        }
        return change.upper().orElseThrow().signum() < 0 ? Standing.BELOW : Standing.ALONGSIDE;
    }

    /** Whether above or below is good news, as the last part of a key. */
    private static String judged(ReleaseMeasure measure, Standing standing) {
        return switch (standing) {
            case ALONGSIDE -> "alongside";
            case ABOVE ->
                switch (measure.direction()) {
                    case "higher-is-worse" -> "worse";
                    case "higher-is-better" -> "better";
                    default -> "higher";
                };
            case BELOW ->
                switch (measure.direction()) {
                    case "higher-is-worse" -> "better";
                    case "higher-is-better" -> "worse";
                    default -> "lower";
                };
        };
    }

    // ---- what cannot be said

    private List<String> unsaid(ReleaseCohort cohort, List<Row> rows) {
        List<String> unsaid = new ArrayList<>();
        List<String> withheld = rows.stream()
                .filter(row -> row.mean()
                        .filter(mean -> mean.state() == State.WITHHELD)
                        .isPresent())
                .map(Row::measure)
                .toList();
        if (!withheld.isEmpty()) {
            unsaid.add(words.text("brief.unsaid.withheld", words.fewOf(withheld, MOST_NAMES)));
        }
        if (chronicle.earlier().isEmpty()) {
            unsaid.add(words.text("brief.unsaid.first"));
        } else {
            List<String> still = rows.stream()
                    .filter(row -> isShown(row.mean()) && !isShown(row.change()))
                    .map(Row::measure)
                    .toList();
            if (!still.isEmpty()) {
                unsaid.add(words.text("brief.unsaid.change", words.fewOf(still, MOST_NAMES)));
            }
            if (sources().anyMatch(source -> source.respondents().equals("unlinked"))) {
                unsaid.add(words.text("brief.unsaid.unlinked"));
            }
        }
        if (sources()
                .noneMatch(source -> rate(source, cohort)
                        .filter(rate -> rate.state() != State.ABSENT)
                        .isPresent())) {
            unsaid.add(words.text("brief.unsaid.rate"));
        }
        unsaid.add(words.text("brief.unsaid.persons"));
        return unsaid;
    }

    // ---- what charts show

    /** The measures to be drawn, of which the mean is shown: those with flags, then the others, of each theme one before any other. */
    private List<ReleaseMeasure> leading(ReleaseCohort cohort) {
        List<Integer> flagged =
                entries(cohort).map(entry -> entry.subject().measureOrder()).toList();
        List<ReleaseMeasure> shown = now.measures().stream()
                .filter(measure -> isShown(mean(measure, cohort)))
                .sorted(Comparator.comparing(measure -> !flagged.contains(measure.order())))
                .toList();
        Set<String> themes = new LinkedHashSet<>();
        Set<ReleaseMeasure> leading = new LinkedHashSet<>(
                shown.stream().filter(measure -> themes.add(measure.theme())).toList());
        leading.addAll(shown);
        return List.copyOf(leading);
    }

    private List<Contact> contacts() {
        List<Contact> contacts = now.release().presentation().contacts();
        return Stream.concat(
                        contacts.stream().filter(contact -> contact.purpose() == Purpose.CRISIS),
                        contacts.stream().filter(contact -> contact.purpose() == Purpose.REPORT))
                .toList();
    }

    /** The group's own figures, then every other that is printed or drawn. */
    private List<FigureLine> figures(ReleaseCohort cohort, List<Row> rows, List<ChartSpec> drawn) {
        Map<String, FigureLine> lines = new LinkedHashMap<>();
        ofCohort.getOrDefault(cohort.key(), List.of())
                .forEach(line -> lines.put(line.reading().id(), line));
        Stream.concat(
                        rows.stream().flatMap(row -> row.school().stream()),
                        drawn.stream()
                                .flatMap(chart -> chart.table().rows().stream())
                                .map(DataTable.Row::reading))
                .map(Reading::id)
                .forEach(id -> Optional.ofNullable(byId.get(id)).ifPresent(line -> lines.putIfAbsent(id, line)));
        return List.copyOf(lines.values());
    }
}
