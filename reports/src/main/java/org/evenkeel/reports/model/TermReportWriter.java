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
import org.evenkeel.reports.model.ResponseSection.SourceResponse;
import org.evenkeel.sql.release.PublishedRelease;
import org.evenkeel.sql.release.ReleaseCohort;
import org.evenkeel.sql.release.ReleaseFact;
import org.evenkeel.sql.release.ReleaseFigure;
import org.evenkeel.sql.release.ReleaseFigure.State;
import org.evenkeel.sql.release.ReleaseFinding;
import org.evenkeel.sql.release.ReleaseFlag;
import org.evenkeel.sql.release.ReleaseHeader;
import org.evenkeel.sql.release.ReleaseMeasure;
import org.evenkeel.sql.release.ReleasePeriod;
import org.evenkeel.sql.release.ReleaseSource;
import org.evenkeel.sql.release.ReleaseTerm;

/** Writes the report about one term, or about the weeks of one month of it. Reads nothing but releases, so what it says has been shown. */
final class TermReportWriter {
    private static final int MOST_ROWS = 24;

    private final PublishedRelease release;
    private final ReleaseHeader header;
    private final ReleaseIndex now;
    private final List<ReleaseIndex> earlier;
    private final List<ReleaseIndex> parts;
    private final Numbering numbering = new Numbering();
    private final String period;

    TermReportWriter(PublishedRelease release, List<PublishedRelease> history) {
        this.release = release;
        this.header = release.header();
        this.now = ReleaseIndex.ofReported(release);
        this.period = now.periodWords();
        List<String> order = release.terms().stream()
                .sorted(Comparator.comparing(ReleaseTerm::from))
                .map(ReleaseTerm::id)
                .toList();
        Set<String> seen = new LinkedHashSet<>();
        for (PublishedRelease past : history) {
            String id = past.header().subject();
            boolean otherTerm = !past.header().term().equals(header.term());
            Require.that(
                    order.contains(past.header().term())
                            && otherTerm == past.header().month().isEmpty()
                            && !id.equals(header.subject()),
                    "History holds releases of earlier terms of the calendar %s and of weeks of the same term. Provided: %s, for a"
                            + " report on %s",
                    order,
                    id,
                    header.subject());
            Require.that(seen.add(id), "History holds one release per term and month. Provided twice: %s", id);
        }
        this.parts = history.stream()
                .filter(past -> past.header().month().isPresent())
                .sorted(Comparator.comparing(past -> past.header().month().orElseThrow()))
                .map(ReleaseIndex::ofEarlier)
                .toList();
        this.earlier = history.stream()
                .filter(past -> past.header().month().isEmpty())
                .sorted(Comparator.comparingInt(
                        past -> order.indexOf(past.header().term())))
                .map(ReleaseIndex::ofEarlier)
                .toList();
    }

    TermReport write() {
        MeasureWriter writer = new MeasureWriter(now, earlier, parts, numbering);
        Map<String, List<MeasureSection>> sections = new LinkedHashMap<>();
        List<OnePage.Headline> headlines = new ArrayList<>();
        for (ReleaseMeasure measure : now.measures()) {
            headlines.add(headline(measure, writer.sparkline(measure)));
            sections.computeIfAbsent(measure.theme(), theme -> new ArrayList<>())
                    .add(writer.write(measure));
        }
        List<ThemeSection> themes = sections.entrySet().stream()
                .map(entry -> new ThemeSection(Words.title(entry.getKey()), entry.getValue()))
                .toList();
        ResponseSection response =
                new ResponseSection(sources().map(this::response).toList());
        return new TermReport(
                cover(),
                new OnePage(
                        weekly() ? OnePage.About.WEEKS : OnePage.About.TERM, findings(), headlines, flags(), unsaid()),
                PlainTexts.howToRead(),
                themes,
                response,
                PlainTexts.privacy(header, release.audits()),
                PlainTexts.methods(header, earlier.size()),
                facts(),
                figures(themes),
                new AnalysisTablesWriter(now, parts).write());
    }

    private Cover cover() {
        ReleaseTerm own = release.terms().stream()
                .filter(candidate -> candidate.id().equals(header.term()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Release " + header.id() + " is about term "
                        + header.term() + ", which its calendar does not hold"));
        Optional<String> simulated = Stream.concat(
                        Stream.of(release),
                        Stream.concat(earlier.stream(), parts.stream()).map(ReleaseIndex::release))
                .flatMap(past -> past.header().simulated().stream())
                .findFirst();
        return new Cover(
                header.study(),
                weekly() ? "Weekly report" : "Term report",
                header.month().map(Words::month).orElse(Words.term(header.term())),
                span(own),
                weekly() ? "These weeks on one page" : "This term on one page",
                header.asOf(),
                Words.day(header.asOf(), header.zone()),
                simulated,
                header.id(),
                header.version());
    }

    private boolean weekly() {
        return header.month().isPresent();
    }

    private String span(ReleaseTerm own) {
        List<ReleasePeriod> weeks = now.weeks();
        return weekly() && !weeks.isEmpty()
                ? "The weeks from " + Words.day(weeks.get(0).from()) + " to "
                        + Words.day(weeks.get(weeks.size() - 1).to()) + ", in " + Words.term(header.term())
                        + ". Values at a glance are those of the last week."
                : "The term from " + Words.day(own.from()) + " to " + Words.day(own.to()) + ".";
    }

    // ---- everything on one page

    private List<OnePage.Finding> findings() {
        return release.findings().stream()
                .sorted(Comparator.comparingInt(ReleaseFinding::order))
                .map(finding -> new OnePage.Finding(
                        Words.certainty(finding.certainty()), finding.sentence(), finding.evidence()))
                .toList();
    }

    private OnePage.Headline headline(ReleaseMeasure measure, Sparkline sparkline) {
        return new OnePage.Headline(
                measure.title(),
                Words.title(measure.theme()),
                Words.range(measure) + ", " + Words.direction(measure),
                ofSchool(FigureKinds.MEAN, measure),
                ofSchool(FigureKinds.CHANGE, measure),
                ofSchool(FigureKinds.RESPONDENTS, measure),
                sparkline);
    }

    private Optional<Reading> ofSchool(String kind, ReleaseMeasure measure) {
        return now.school().flatMap(school -> now.reading(kind, measure, now.period(), school.key()));
    }

    private List<OnePage.Flag> flags() {
        return release.flags().stream()
                .sorted(Comparator.comparingInt(ReleaseFlag::order))
                .map(flag -> new OnePage.Flag(
                        OnePage.Level.of(flag.level()),
                        now.cohort(flag.cohort()).map(ReleaseCohort::name).orElse(flag.cohort()),
                        now.measure(flag.measure()).map(ReleaseMeasure::title).orElse(flag.measure()),
                        now.measure(flag.measure())
                                .flatMap(
                                        measure -> now.reading(FigureKinds.MEAN, measure, now.period(), flag.cohort())),
                        now.measure(flag.measure()).flatMap(measure -> ofSchool(FigureKinds.MEAN, measure)),
                        flag.sentence(),
                        flag.evidence()))
                .toList();
    }

    private List<String> unsaid() {
        List<String> sentences = new ArrayList<>();
        withheldSentence().ifPresent(sentences::add);
        greySentence().ifPresent(sentences::add);
        sentences.addAll(changeSentences());
        sources()
                .filter(source -> !weekly() && rates(source.id()).isEmpty())
                .forEach(
                        source -> sentences.add(
                                Words.title(source.id())
                                        + ": how many were asked is not known, so no response rate is given, and nobody can tell whether those who answered are typical."));
        sources()
                .filter(source -> source.respondents().equals("unlinked") && !earlier.isEmpty())
                .forEach(
                        source -> sentences.add(
                                Words.title(source.id())
                                        + ": answers cannot be linked between terms, so a change compares groups, not the same people."));
        sentences.add(
                "Figures describe those who answered. They say nothing about any one student and are no diagnosis.");
        return sentences;
    }

    private Optional<String> greySentence() {
        List<String> groups = flags().stream()
                .filter(flag -> flag.level() == OnePage.Level.GREY)
                .map(OnePage.Flag::cohort)
                .distinct()
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of("Too few answered to say whether these groups stand out: " + Words.list(groups) + ".");
    }

    private Optional<String> withheldSentence() {
        List<ReleaseFigure> reported = release.figures().stream()
                .filter(figure -> figure.period().equals(now.period()))
                .toList();
        if (reported.stream().noneMatch(figure -> figure.state() == State.WITHHELD)) {
            return Optional.empty();
        }
        return Optional.of(
                reported.stream().allMatch(figure -> figure.state() == State.WITHHELD)
                        ? "Nothing can be said about any group: every figure is " + Reading.WITHHELD + "."
                        : "Some figures are " + Reading.WITHHELD + ".");
    }

    private List<String> changeSentences() {
        if (weekly()) {
            return List.of(
                    "How the term compares with the one before, and how many of those asked have answered, stands in the report on"
                            + " the term.");
        }
        if (earlier.isEmpty()) {
            return List.of("No earlier term has been published, so nothing can be said about change.");
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (ReleaseMeasure measure : now.measures()) {
            Optional<Reading> change = ofSchool(FigureKinds.CHANGE, measure);
            if (change.isEmpty()) {
                byReason.computeIfAbsent("", reason -> new ArrayList<>()).add(measure.title());
            } else if (change.orElseThrow().state() == State.ABSENT) {
                byReason.computeIfAbsent(change.orElseThrow().note().orElse(""), reason -> new ArrayList<>())
                        .add(measure.title());
            }
        }
        return byReason.entrySet().stream()
                .map(entry -> "No change is given for " + Words.list(entry.getValue())
                        + (entry.getKey().isEmpty() ? "." : ": " + entry.getKey()))
                .toList();
    }

    // ---- who answered

    private Stream<ReleaseSource> sources() {
        return release.sources().stream()
                .sorted(Comparator.comparingInt(ReleaseSource::order).thenComparing(ReleaseSource::id));
    }

    private List<Reading> rates(String source) {
        return now.cohorts().stream()
                .flatMap(cohort ->
                        now.sourceReading(FigureKinds.RESPONSE_RATE, source, now.period(), cohort.key()).stream())
                .filter(reading -> reading.state() != State.ABSENT)
                .toList();
    }

    private SourceResponse response(ReleaseSource source) {
        String title = Words.title(source.id());
        List<FigureTable.Column> columns = now.kinds().stream()
                .filter(kind -> now.cohorts().stream()
                        .anyMatch(cohort -> now.sourceReading(kind.code(), source.id(), now.period(), cohort.key())
                                .isPresent()))
                .map(kind -> new FigureTable.Column(kind.code(), kind.title(), kind.unit()))
                .toList();
        List<FigureTable.Row> rows = now.cohorts().stream()
                .map(cohort -> new FigureTable.Row(
                        cohort.name(),
                        columns.stream()
                                .map(column ->
                                        now.sourceReading(column.kind(), source.id(), now.period(), cohort.key()))
                                .toList()))
                .filter(row -> row.readings().stream().anyMatch(Optional::isPresent))
                .toList();
        String table = numbering.table();
        return new SourceResponse(
                source.id(),
                title,
                responseSentence(source),
                rateCharts(source, table),
                FigureTable.of(table, "Who answered: " + title + ", " + period, columns, rows));
    }

    private String responseSentence(ReleaseSource source) {
        Optional<Reading> respondents = ofSchool(FigureKinds.RESPONDENTS, source);
        Optional<Reading> rate = ofSchool(FigureKinds.RESPONSE_RATE, source);
        StringBuilder sentence = new StringBuilder(
                switch (source.rhythm()) {
                    case "survey" -> "Asked once in the term. ";
                    case "check-in" ->
                        weekly()
                                ? "Asked again and again through the term; everyone who answered in a week counts once in it. "
                                : "Asked again and again through the term; everyone who answered at least once counts once. ";
                    default -> "";
                });
        respondents
                .filter(Reading::isShown)
                .ifPresent(reading -> sentence.append(reading.text())
                        .append(" people answered")
                        .append(weekly() ? " in the " + period : ""));
        if (respondents.filter(Reading::isShown).isEmpty()) {
            sentence.append("How many answered is ").append(Reading.WITHHELD);
        }
        rate.filter(reading -> reading.state() == State.SHOWN || reading.state() == State.BANDED)
                .ifPresent(
                        reading -> sentence.append(", ").append(reading.text()).append(" of those who could"));
        sentence.append('.');
        if (!weekly() && rates(source.id()).isEmpty()) {
            sentence.append(" How many could have answered is not known.");
        }
        if (source.respondents().equals("unlinked")) {
            sentence.append(" The answers carry no code, so each stands for its own respondent.");
        }
        return sentence.toString();
    }

    private Optional<Reading> ofSchool(String kind, ReleaseSource source) {
        return now.school().flatMap(school -> now.sourceReading(kind, source.id(), now.period(), school.key()));
    }

    private List<ChartSpec> rateCharts(ReleaseSource source, String table) {
        Map<String, List<DotChart.Row>> byGrouping = new LinkedHashMap<>();
        for (ReleaseCohort cohort : now.cohorts()) {
            if (!ReleaseIndex.isSchool(cohort)) {
                now.sourceReading(FigureKinds.RESPONSE_RATE, source.id(), now.period(), cohort.key())
                        .ifPresent(reading -> byGrouping
                                .computeIfAbsent(cohort.grouping(), grouping -> new ArrayList<>())
                                .add(new DotChart.Row(cohort.name(), reading, DotChart.Standing.ALONGSIDE)));
            }
        }
        boolean somethingToSee = byGrouping.values().stream()
                .flatMap(List::stream)
                .anyMatch(row -> row.reading().isShown() || row.reading().state() == State.BANDED);
        if (!somethingToSee) {
            return List.of();
        }
        Optional<Reading> school = ofSchool(FigureKinds.RESPONSE_RATE, source);
        List<List<DotChart.Group>> pages = GroupPacking.pack(byGrouping, MOST_ROWS);
        List<ChartSpec> charts = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            charts.add(rateChart(
                    source,
                    school,
                    pages.get(i),
                    table,
                    pages.size() == 1 ? "" : " (" + (i + 1) + " of " + pages.size() + ")"));
        }
        return charts;
    }

    private DotChart rateChart(
            ReleaseSource source, Optional<Reading> school, List<DotChart.Group> groups, String tableId, String part) {
        String title = school.filter(Reading::isShown)
                        .map(reading -> Words.title(source.id()) + ": " + reading.text() + " answered")
                        .orElse(Words.title(source.id()) + ": response by group")
                + part;
        List<DataTable.Row> rows = new ArrayList<>();
        school.ifPresent(reading -> rows.add(new DataTable.Row(
                now.school().map(ReleaseCohort::name).orElse("School"),
                period,
                reading,
                ofSchool(FigureKinds.RESPONDENTS, source))));
        groups.forEach(group -> group.rows()
                .forEach(row -> rows.add(new DataTable.Row(row.name(), period, row.reading(), Optional.empty()))));
        DataTable table = new DataTable(tableId, "Response rate by group: " + Words.title(source.id()) + part, rows);
        String said = school.filter(Reading::isShown)
                .map(reading -> "The school: " + reading.text() + ". ")
                .orElse("");
        String values = String.join(
                "; ",
                groups.stream()
                        .flatMap(group -> group.rows().stream())
                        .filter(row -> row.reading().isShown())
                        .map(row -> row.name() + " " + row.reading().text())
                        .limit(8)
                        .toList());
        return new DotChart(
                numbering.chart(),
                title,
                now.kindTitle(FigureKinds.RESPONSE_RATE) + ", in percent of those who could answer; " + period,
                "Dot chart. " + title + ". " + said + (values.isEmpty() ? "" : values + ". ")
                        + "All values are in table " + table.id() + ".",
                Axis.percent(),
                school,
                groups,
                table);
    }

    // ---- provenance and tidy data

    private List<FactTable> facts() {
        List<FactTable.Fact> own = new ArrayList<>();
        own.add(new FactTable.Fact("Release", header.id()));
        own.add(new FactTable.Fact("Answers taken in up to", header.asOf().toString()));
        own.add(new FactTable.Fact("Fewest respondents behind a figure", Integer.toString(header.threshold())));
        own.add(new FactTable.Fact("Coverage", header.coverage()));
        own.add(new FactTable.Fact("Program version", header.version()));
        own.add(new FactTable.Fact("Configuration (SHA-256)", header.configurationHash()));
        own.add(new FactTable.Fact("Exports (SHA-256)", header.inputHash()));
        Stream.concat(earlier.stream(), parts.stream())
                .map(past -> past.release().header())
                .forEach(past -> own.add(new FactTable.Fact(
                        "Earlier release used for "
                                + past.month().map(Words::month).orElse(Words.term(past.term())),
                        past.id())));
        List<FactTable> tables = new ArrayList<>();
        tables.add(new FactTable("This release", own));
        Map<String, List<FactTable.Fact>> bySection = new LinkedHashMap<>();
        release.facts().stream()
                .sorted(Comparator.comparingInt((ReleaseFact fact) -> sectionOrder(fact.section()))
                        .thenComparing(ReleaseFact::section)
                        .thenComparingInt(ReleaseFact::order))
                .forEach(fact -> bySection
                        .computeIfAbsent(fact.section(), section -> new ArrayList<>())
                        .add(new FactTable.Fact(fact.name(), fact.content())));
        bySection.forEach((section, facts) -> tables.add(new FactTable(sectionTitle(section), facts)));
        return tables;
    }

    private static int sectionOrder(String section) {
        int place = List.of("calibration", "privacy", "audit", "instrument", "export", "provenance")
                .indexOf(section);
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static String sectionTitle(String section) {
        return switch (section) {
            case "calibration" -> "How sure the flags are";
            case "audit" -> "Disclosure audit";
            case "provenance" -> "Provenance";
            case "export" -> "Exports taken in";
            case "instrument" -> "Questionnaires";
            case "privacy" -> "Privacy rules in force";
            default -> Words.title(section);
        };
    }

    private List<FigureLine> figures(List<ThemeSection> themes) {
        List<FigureLine> lines = new ArrayList<>();
        release.figures().stream()
                .sorted(Comparator.comparingInt(ReleaseFigure::order).thenComparing(ReleaseFigure::id))
                .forEach(figure -> lines.add(line(now, figure)));
        Set<String> drawn = new LinkedHashSet<>();
        Stream<Reading> inCharts = themes.stream()
                .flatMap(theme -> theme.measures().stream())
                .flatMap(measure -> measure.charts().stream())
                .flatMap(chart -> chart.table().rows().stream())
                .flatMap(row -> Stream.concat(Stream.of(row.reading()), row.respondents().stream()));
        inCharts.forEach(reading -> drawn.add(reading.id()));
        for (ReleaseIndex past : Stream.concat(earlier.stream(), parts.stream()).toList()) {
            past.release().figures().stream()
                    .sorted(Comparator.comparingInt(ReleaseFigure::order).thenComparing(ReleaseFigure::id))
                    .filter(figure -> drawn.contains(past.reading(figure).id()))
                    .forEach(figure -> lines.add(line(past, figure)));
        }
        return lines;
    }

    private static FigureLine line(ReleaseIndex index, ReleaseFigure figure) {
        Optional<ReleasePeriod> period = index.period(figure.period());
        Optional<ReleaseCohort> cohort = index.cohort(figure.cohort());
        return new FigureLine(
                index.release().header().id(),
                index.release().header().term(),
                index.kindTitle(figure.kind()),
                figure.source(),
                figure.measure().orElse(""),
                figure.measure()
                        .map(key ->
                                index.measure(key).map(ReleaseMeasure::title).orElse(key))
                        .orElse(""),
                figure.period(),
                period.map(TermReportWriter::periodTitle).orElse(figure.period()),
                cohort.map(ReleaseCohort::grouping).orElse(""),
                figure.cohort(),
                cohort.map(ReleaseCohort::name).orElse(figure.cohort()),
                index.reading(figure));
    }

    private static String periodTitle(ReleasePeriod period) {
        return period.week().isEmpty() ? Words.term(period.term()) : "Week of " + Words.day(period.from());
    }
}
